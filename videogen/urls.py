"""Every address of the house."""

from django.contrib import admin
from django.contrib.auth import views as auth
from django.urls import include, path

from videogen import health

admin.site.site_header = admin.site.site_title = "videogen"
admin.site.index_title = "The rows behind the films"

urlpatterns = [
    path("", include("review.urls")),
    path("login/", auth.LoginView.as_view(template_name="review/login.html"), name="login"),
    path("logout/", auth.LogoutView.as_view(), name="logout"),
    path("admin/", admin.site.urls),
    path("health", health.health, name="health"),
]
