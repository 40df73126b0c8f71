"""Is it well? Answered without login, for whoever watches over the machine."""

from datetime import timedelta

from django.contrib.auth.decorators import login_not_required
from django.db import Error
from django.http import HttpRequest, JsonResponse
from django.utils.timezone import now

from pipeline.models import Job, Worker

WITHOUT_WORKERS = timedelta(minutes=5)  # after this long without a worker, health is degraded


@login_not_required
def health(_request: HttpRequest) -> JsonResponse:
    """Answer healthy, degraded (no worker for five minutes) or unhealthy (no database)."""
    try:
        workers = Worker.objects.filter(seen_at__gt=now() - WITHOUT_WORKERS).count()
        depth = Job.objects.open().count()
    except Error:
        return JsonResponse({"status": "unhealthy", "database": False, "workers": 0, "queue_depth": None}, status=503)
    status = "healthy" if workers else "degraded"
    return JsonResponse({"status": status, "database": True, "workers": workers, "queue_depth": depth})
