"""Mail to people, where it is set up."""

import structlog
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string

log = structlog.get_logger(__name__)


def send_link(name: str, email: str, link: str) -> bool:
    """Mail somebody their link. False where no mail is set up, there is no address, or it could not be sent."""
    if not settings.EMAIL_URL or not email:
        return False
    days = settings.PASSWORD_RESET_TIMEOUT // 86_400
    text = render_to_string("people/link.txt", {"name": name, "link": link, "days": days})
    try:
        return send_mail("Your way into videogen", text, None, [email]) == 1
    except Exception as error:  # smtplib, sockets and TLS each have their own
        log.warning("a link could not be mailed", person=name, error=type(error).__name__)
        return False
