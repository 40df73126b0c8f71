"""One accent per channel: a style sheet made from the channels' own colours, because pages carry no inline styles."""

import re

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from channels.models import Channel

HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


@require_safe
def colours(request: HttpRequest) -> HttpResponse:
    """Give a class for each channel that this person may see."""
    channels = Channel.objects.visible_to(request.user)
    rules = [f".channel-{each.pk} {{ --channel: {each.colour}; }}" for each in channels if HEX.fullmatch(each.colour)]
    response = HttpResponse("\n".join(rules), content_type="text/css; charset=utf-8")
    response["Cache-Control"] = "private, max-age=300"
    return response
