"""A form of a page: shown, refused with what was typed, or done; and the union it is about."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from congdoan.base.errors import NotHere
from congdoan.base.forms import Form
from congdoan.org.models import Unit

from . import access, state


def unit_of(request: HttpRequest) -> Unit:
    """The union a form was shown for (it says which), or the one looked at."""
    code = request.POST.get(state.UNIT, "")
    unit = state.seen(request).filter(code=code).first() if code else state.current_unit(request)
    if unit is None:
        raise NotHere("Không có công đoàn này trong phạm vi bạn được xem.")
    return unit


def writer(request: HttpRequest, unit: Unit) -> Unit:
    """The union, if this person may write for it; else the page that says no."""
    if not access.may_write(request.user, unit):
        raise PermissionDenied
    return unit


def answered(
    request: HttpRequest,
    form: Form,
    act: Callable[[dict[str, Any]], str],
    *,
    template: str,
    heading: str,
    back: str,
    button: str = "Lưu",
    done: str = "Đã ghi.",
    **more: Any,
) -> HttpResponse:
    """The form, with what was refused; or what it did, shown at the address that `act` gives."""
    if form.is_valid():
        with form.refusing():
            url = act(dict(form.cleaned_data))
            messages.success(request, done)
            return redirect(url)
    context = {"form": form, "heading": heading, "back": back, "button": button, **more}
    return render(request, template, context, status=422 if form.errors else 200)
