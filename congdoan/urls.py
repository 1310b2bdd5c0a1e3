"""All addresses: each room hangs its own under a word of the field."""

from django.urls import include, path

urlpatterns = [
    path("", include("congdoan.web.urls")),
]
