"""What people decide about services."""

from django.db import transaction
from django.utils.timezone import now

from pipeline.models import Service
from pipeline.moves import record
from pipeline.refused import Refused
from pipeline.tickets import wake


@transaction.atomic
def resume_service(name: str, *, by: str) -> Service:
    """Lift a service's pause. Raises Refused when there is none to lift."""
    service = Service.objects.select_for_update().filter(pk=name).first()
    if service is None:
        raise Refused(f"There is no service “{name}”.")
    if service.paused_until is None or service.paused_until <= now():
        raise Refused(f"{service} is not paused.")
    reason = service.pause_reason
    service.paused_until, service.pause_reason = None, ""
    service.save(update_fields=["paused_until", "pause_reason"])
    record(None, "resume_service", by=by, note=f"{service}: {reason}".removesuffix(": "))
    wake()
    return service
