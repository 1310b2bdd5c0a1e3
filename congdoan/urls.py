"""All addresses: each room hangs its own under a word of the field."""

from django.urls import include, path

handler404 = "congdoan.web.errors.not_found"
urlpatterns = [
    path("viec/", include("congdoan.records.urls")),
    path("bao-cao/", include("congdoan.reports.urls")),
    path("to-chuc/", include("congdoan.reform.urls")),
    path("", include("congdoan.accounts.urls")),
    path("", include("congdoan.web.urls")),
]
