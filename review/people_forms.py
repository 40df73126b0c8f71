"""What is written about people, and by them."""

from typing import Any, cast

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.forms import PasswordChangeForm, PasswordResetForm
from django.contrib.auth.models import User
from django.core.cache import cache
from django.http import HttpRequest

from review.roles import Role

ONE_MAIL_IN = 600  # seconds


class RoleForm(forms.Form):
    """Which role."""

    role = forms.TypedChoiceField(
        choices=[(role.value, role.label) for role in Role],
        coerce=Role,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose one of the three roles."),
    )


class InviteForm(RoleForm):
    """Who comes."""

    name = forms.CharField(
        max_length=150,
        validators=[User.username_validator],
        error_messages={"required": "Write the name that they log in with."},
    )
    email = forms.EmailField(
        required=False,
        max_length=254,
        error_messages={"invalid": "This is no e-mail address. Leave it empty, or mend it."},
    )
    field_order = ("name", "email", "role")

    def clean_name(self) -> str:
        return str(User.normalize_username(self.cleaned_data["name"]))


class ActiveForm(forms.Form):
    """On or off."""

    active = forms.TypedChoiceField(
        choices=[("yes", "on"), ("no", "off")],
        coerce=lambda word: word == "yes",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Reload the page, and switch there."),
    )


class OwnPasswordForm(PasswordChangeForm):
    """A new password for oneself. Whoever found an open screen cannot guess the old one here either."""

    error_messages = {**PasswordChangeForm.error_messages, "password_incorrect": "This is not your old password."}  # noqa: RUF012

    def __init__(self, request: HttpRequest, *args: Any, **options: Any) -> None:
        super().__init__(cast(User, request.user), *args, **options)
        self.request = request

    def clean_old_password(self) -> str:
        old = self.cleaned_data["old_password"]
        if authenticate(self.request, username=self.user.get_username(), password=old) is None:
            raise forms.ValidationError(self.error_messages["password_incorrect"])
        return str(old)


class ForgottenForm(PasswordResetForm):
    """Asks for a link by mail; nobody's mailbox is filled."""

    def get_users(self, email: str) -> list[Any]:
        return [person for person in super().get_users(email) if cache.add(f"mailed-{person.pk}", True, ONE_MAIL_IN)]
