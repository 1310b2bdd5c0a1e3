"""The page behind the unit switch."""

from urllib.parse import parse_qsl, urlencode, urlsplit

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from congdoan.accounts import state
from congdoan.base.text import fold
from congdoan.web.shell import PAGE

PER_PAGE = 50


@require_safe
def unit_choose(request: HttpRequest) -> HttpResponse:
    """Find one of the unions one may see, without accents, and go back to the page one came from."""
    wanted = request.GET.get("q", "")
    units = state.seen(request).select_related("kind").order_by("kind__level__order", "name_key")
    for word in fold(wanted).split():
        units = units.filter(name_key__contains=word)
    page = Paginator(units, PER_PAGE).get_page(request.GET.get(PAGE))
    back = _back(request)
    links = [(unit, _to(back, unit.code)) for unit in page]
    return render(
        request, "web/unit_choose.html", {"page": page, "links": links, "wanted": wanted, "back": back}
    )


def _back(request: HttpRequest) -> str:
    """The page to return to; the front page unless it is one of ours."""
    url = request.GET.get("ve", "")
    return url if url_has_allowed_host_and_scheme(url, allowed_hosts=None) and url.startswith("/") else "/"


def _to(back: str, code: str) -> str:
    parts = urlsplit(back)
    query = [(key, value) for key, value in parse_qsl(parts.query) if key != state.UNIT]
    return f"{parts.path}?{urlencode([*query, (state.UNIT, code)])}"
