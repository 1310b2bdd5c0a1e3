"""The real addresses, the gallery, and rooms of the shell that are built elsewhere."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from congdoan.base.errors import Refused
from congdoan.web.views.gallery import gallery


def refuse(request: HttpRequest) -> HttpResponse:
    raise Refused("Kỳ này đã khóa: hãy mở lại kỳ trước khi ghi.")


@login_not_required
def break_down(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("for the test of the page behind a fault")


handler404 = "congdoan.web.errors.not_found"
urlpatterns = [
    path("mau", gallery, name="gallery"),
    path("tu-choi", refuse),
    path("hong", break_down),
    path("", include("congdoan.web.urls")),
]
