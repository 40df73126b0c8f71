"""Every address of the house."""

from django.conf import settings
from django.contrib import admin
from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import include, path
from django.views.generic import RedirectView

from videogen import health

admin.site.site_header = admin.site.site_title = "videogen"
admin.site.index_title = "The rows behind the films"


@login_not_required
def favicon(_request: HttpRequest) -> HttpResponse:
    """Send browsers that ask for an icon by its old name to ours; the admin's pages name none."""
    return redirect(static("review/icon.svg"))


login = auth.LoginView.as_view(
    template_name="review/login.html", extra_context={"forgotten": lambda: bool(settings.EMAIL_URL)}
)

urlpatterns = [
    path("", include("review.urls")),
    path("login/", login, name="login"),
    path("logout/", auth.LogoutView.as_view(), name="logout"),
    # The admin's own page counts no wrong tries.
    path("admin/password_change/", RedirectView.as_view(pattern_name="review:password")),
    path("admin/", admin.site.urls),
    path("health", health.health, name="health"),
    path("favicon.ico", favicon),
]
