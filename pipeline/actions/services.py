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
    service = Service.objects.filter(pk=name).first()
    if service is None:
        raise Refused(f"There is no service “{name}”.")
    if service.paused_until is None or service.paused_until <= now():
        raise Refused(f"{service} is not paused.")
    record(None, "resume_service", by=by, note=f"{service}: {service.pause_reason}".removesuffix(": "))
    # The service's row comes last: claims wait for it, so whoever holds it waits for nobody.
    paused = Service.objects.filter(pk=name, paused_until=service.paused_until)
    if not paused.update(paused_until=None, pause_reason=""):
        raise Refused(f"{service}'s pause was changed in this moment. Look at it again.")
    service.paused_until, service.pause_reason = None, ""
    wake()
    return service
