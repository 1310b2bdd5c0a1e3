"""Kết nối chương trình: the tokens of one's seats, and of those one administers: made, shown once, revoked."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from congdoan.base.errors import NotHere

from . import tokens
from .forms import TokenForm

PER_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
def token_list(request: HttpRequest) -> HttpResponse:
    """What opens the book to programs; a new one is shown once, here."""
    form = TokenForm(request.POST or None, user=request.user)
    if form.is_valid():
        with form.refusing():
            token, secret = tokens.make(by=request.user.pk, **form.cleaned_data)
            answer = render(request, "accounts/token_made.html", {"token": token, "secret": secret})
            answer["Cache-Control"] = "no-store"
            return answer
    page = Paginator(tokens.visible_to(request.user), PER_PAGE).get_page(request.GET.get("trang"))
    context = {"form": form, "page": page, "me": request.user}
    return render(request, "accounts/tokens.html", context, status=422 if form.errors else 200)


@require_POST
def token_revoke(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """From now on it opens nothing."""
    token = tokens.visible_to(request.user).filter(uid=uid).first()
    if token is None:
        raise NotHere("Không có mã này trong phạm vi của bạn.")
    tokens.revoke(token=token, by=request.user.pk)
    messages.success(request, "Đã thu hồi mã; chương trình dùng nó không vào được nữa.")
    return redirect("tokens")
