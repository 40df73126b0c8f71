"""People's own passwords: the first one, another one, a forgotten one."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import PasswordChangeForm, PasswordResetForm
from django.contrib.auth.models import User
from django.contrib.auth.views import PasswordChangeView, PasswordResetConfirmView, PasswordResetView
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator

from pipeline.moves import record
from review.people_forms import ForgottenForm, OwnPasswordForm

BACKEND = "django.contrib.auth.backends.ModelBackend"


class Invitation(PasswordResetConfirmView):
    """Somebody with a link chooses a password, and is in."""

    template_name = "people/invitation.html"
    success_url = reverse_lazy("review:board")
    post_reset_login = True
    post_reset_login_backend = BACKEND

    def get_user(self, uidb64: str) -> User | None:
        """Find whose link it is; whoever is switched off has none."""
        person = super().get_user(uidb64)
        return person if isinstance(person, User) and person.is_active else None

    def form_valid(self, form: Any) -> HttpResponse:
        with transaction.atomic():
            response = super().form_valid(form)
            record(None, "set_password", by=form.user.get_username())
        messages.success(self.request, f"Welcome, {form.user.get_username()}. Your password is set.")
        return response


class OwnPassword(PasswordChangeView):
    """Somebody changes their password; everywhere else they are logged out."""

    template_name = "people/password.html"
    success_url = reverse_lazy("review:board")
    form_class = OwnPasswordForm

    def get_form_kwargs(self) -> dict[str, Any]:
        options = super().get_form_kwargs()
        options.pop("user")
        return {**options, "request": self.request}

    def form_valid(self, form: PasswordChangeForm) -> HttpResponse:
        with transaction.atomic():
            response = super().form_valid(form)
            record(None, "set_password", by=self.request.user.get_username())
        messages.success(self.request, "Your password is changed. You are logged out everywhere else.")
        return response


@method_decorator(login_not_required, name="dispatch")
class Forgotten(PasswordResetView):
    """Somebody asks for a link by mail. Whether an address is known here is told to nobody."""

    template_name = "people/forgotten.html"
    subject_template_name = "people/forgotten_subject.txt"
    email_template_name = "people/forgotten.txt"
    success_url = reverse_lazy("login")
    form_class = ForgottenForm

    def dispatch(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponseBase:
        if not settings.EMAIL_URL:
            raise Http404
        return super().dispatch(request, *args, **options)

    def form_valid(self, form: PasswordResetForm) -> HttpResponse:
        response = super().form_valid(form)
        messages.success(self.request, "If somebody here has this address, a mail with a link is on its way.")
        return response
