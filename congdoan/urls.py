"""All addresses: each room hangs its own under a word of the field."""

from django.urls import include, path

handler404 = "congdoan.web.errors.not_found"
urlpatterns = [
    path("bao-cao/", include("congdoan.reports.urls")),
    path("", include("congdoan.web.urls")),
]
