"""All addresses: each room hangs its own under a word of the field."""

from django.urls import include, path

handler404 = "congdoan.web.errors.not_found"
urlpatterns = [
    path("viec/", include("congdoan.records.urls")),
    path("doan-vien/", include("congdoan.members.urls")),
    path("quy/", include("congdoan.funds.urls")),
    path("can-bo/", include("congdoan.officers.urls")),
    path("chi-tieu/", include("congdoan.targets.urls")),
    path("khen-thuong/", include("congdoan.emulation.urls")),
    path("kiem-tra/", include("congdoan.oversight.urls")),
    path("xep-loai/", include("congdoan.ratings.urls")),
    path("van-ban/", include("congdoan.papers.urls")),
    path("hoi-nghi/", include("congdoan.meetings.urls")),
    path("bao-cao/", include("congdoan.reports.urls")),
    path("mang-di/", include("congdoan.archive.urls")),
    path("toan-quoc/", include("congdoan.upward.urls")),
    path("nhap/", include("congdoan.imports.urls")),
    path("to-chuc/", include("congdoan.reform.urls")),
    path("api/", include("congdoan.api.urls")),
    path("", include("congdoan.accounts.urls")),
    path("", include("congdoan.web.urls")),
]
