"""The real addresses, the gallery, and small stand-ins for what the shell is tried with."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from congdoan.accounts import state
from congdoan.base.errors import Refused
from congdoan.web.views.gallery import gallery


def needs_a_unit(request: HttpRequest) -> HttpResponse:
    """Any page that is about a union and a period."""
    return HttpResponse(f"{state.current_unit(request)} {state.current_period(request)}")


def refuse(request: HttpRequest) -> HttpResponse:
    raise Refused("Kỳ này đã khóa: hãy mở lại kỳ trước khi ghi.")


@login_not_required
def break_down(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("for the test of the page behind a fault")


def room(request: HttpRequest, code: str = "") -> HttpResponse:
    """A room of the shell that is built elsewhere."""
    return render(request, "web/layout.html")


handler404 = "congdoan.web.errors.not_found"
urlpatterns = [
    path("mau", gallery, name="gallery"),
    path("can-cong-doan", needs_a_unit),
    path("tu-choi", refuse),
    path("hong", break_down),
    path("ghi-viec", room, name="record_new"),
    path("so-lieu", room, name="figures"),
    path("so-lieu/<str:code>", room),
    path("", include("congdoan.web.urls")),
]
