"""Where a web server stands in front: we say who may have which file, and it sends the bytes."""

from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.http import HttpResponse


def handed_over(file: Path) -> HttpResponse | None:
    """An answer that has the web server send this file; None where we send it ourselves.

    nginx wants an address below its internal location, the others want the place on the disk; all of them read %20 as a space.
    """
    match settings.MEDIA_SERVER:
        case "x-accel-redirect":
            inside = file.relative_to(settings.WORKSPACE_ROOT).as_posix()
            return HttpResponse(headers={"X-Accel-Redirect": quote(f"{settings.MEDIA_SERVER_PREFIX}{inside}")})
        case "x-sendfile":
            return HttpResponse(headers={"X-Sendfile": quote(str(file))})
    return None
