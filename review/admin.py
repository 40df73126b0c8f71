"""People are looked after on a page of their own, where every change is on record; so they are not in the admin."""

from django.contrib import admin
from django.contrib.auth.models import Group, User

admin.site.unregister(User)
admin.site.unregister(Group)
