"""Search. What is typed may be somebody's name, so it is sent by POST and kept in the session; the address bears a token."""

import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from congdoan.accounts import state
from congdoan.base.text import nfc
from congdoan.web import asking, finding

KEY, TOKEN, WORDS = "searches", "tim", "q"
KEPT = 10  # searches a session remembers
LONGEST = 100


@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """The page of a search; sent by a whole page it leads to its own address, while typing it answers at once."""
    if request.method == "POST":
        words = nfc(request.POST.get(WORDS, ""))[:LONGEST]
        return _page(request, words) if request.htmx else redirect(_remembered(request, words))  # type: ignore[attr-defined]
    return _page(request, request.session.get(KEY, {}).get(request.GET.get(TOKEN, ""), ""))


def _page(request: HttpRequest, words: str) -> HttpResponse:
    query = asking.read(request).query() if state.current_unit(request) else ""
    groups = finding.find(request.user, words, query)
    return render(request, "web/search.html", {"words": words, "groups": groups})


def _remembered(request: HttpRequest, words: str) -> str:
    """The address of these words, good in this session alone."""
    token = secrets.token_urlsafe(9)
    kept = {**request.session.get(KEY, {}), token: words}
    request.session[KEY] = dict(list(kept.items())[-KEPT:])
    return f"{reverse('search')}?{TOKEN}={token}"
