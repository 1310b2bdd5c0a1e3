"""The frame around every page: navigation by role, the two switches, search and the person's menu."""

from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, QueryDict
from django.urls import NoReverseMatch, reverse

from congdoan.accounts import state
from congdoan.base.period import Period, standard_periods, today
from congdoan.org.models import Unit
from congdoan.records.rights import kinds_for

# What a page's own list state is called in its address; a switch starts the list anew.
PAGE = "trang"
NAV = [
    ("Hôm nay", "home", "sun"),
    ("Ghi việc", "record_new", "square-pen"),
    ("Số liệu", "figures", "chart-column"),
    ("Báo cáo", "reports", "file-text"),
    ("Khác", "more", "menu"),
]
WRITING = {"record_new"}  # not shown to who may only read at this union


@dataclass(frozen=True)
class Item:
    """One link of the frame."""

    label: str
    url: str
    icon: str = ""
    active: bool = False


@dataclass(frozen=True)
class Shell:
    """What `web/layout.html` draws. Empty for a stranger."""

    nav: list[Item] = field(default_factory=list)
    unit: Unit | None = None
    units: list[Item] = field(default_factory=list)
    units_url: str = ""
    period: Period | None = None
    periods: list[Item] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)
    search_url: str = ""
    account_url: str = ""
    logout_url: str = ""
    today: date | None = None


def shell(request: HttpRequest) -> dict[str, Shell]:
    """Context processor: `shell` in every template."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {"shell": Shell()}
    return {"shell": _shell(request)}


def _shell(request: HttpRequest) -> Shell:
    unit, period = _unit(request), _period(request)
    return Shell(
        nav=_nav(request, unit),
        unit=unit,
        units=_units(request, unit),
        units_url=_units_url(request),
        period=period,
        periods=_periods(request, period),
        kept=_kept(request),
        search_url=url_or_empty("search"),
        account_url=url_or_empty("account"),
        logout_url=url_or_empty("logout"),
        today=today(),
    )


def url_or_empty(name: str) -> str:
    """The address of a named page; empty while there is no such page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _nav(request: HttpRequest, unit: Unit | None) -> list[Item]:
    writes = bool(kinds_for(request, unit))
    links = [(label, url_or_empty(name), icon) for label, name, icon in NAV if writes or name not in WRITING]
    here = _longest([url for _, url, _ in links if url], request.path)
    return [Item(label, url, icon, url == here) for label, url, icon in links if url]


def _longest(urls: list[str], path: str) -> str:
    """The link the page stands under. The front page stands over nothing but itself."""
    under = [url for url in urls if path == url or (url != "/" and path.startswith(url.rstrip("/") + "/"))]
    return max(under, key=len, default="")


def _unit(request: HttpRequest) -> Unit | None:
    try:
        return state.current_unit(request)
    except Http404:
        return None  # the page says so; its frame need not


def _period(request: HttpRequest) -> Period:
    try:
        return state.current_period(request)
    except Http404:
        return standard_periods(today())[0]


def _units(request: HttpRequest, unit: Unit | None) -> list[Item]:
    return [
        Item(other.name, _here(request, state.UNIT, other.code), active=other == unit)
        for other in state.recent_units(request)
    ]


def _periods(request: HttpRequest, period: Period) -> list[Item]:
    return [
        Item(other.label(), _here(request, state.PERIOD, other.code), active=other.code == period.code)
        for other in standard_periods(today())
    ]


def _here(request: HttpRequest, key: str, value: str) -> str:
    """This page's address with one thing of it changed."""
    query = _query(request)
    query[key] = value
    return f"?{query.urlencode()}"


def _query(request: HttpRequest) -> QueryDict:
    query = request.GET.copy()
    for key in (PAGE, state.FIRST, state.LAST):
        query.pop(key, None)
    return query


def _kept(request: HttpRequest) -> list[tuple[str, str]]:
    """What the any-dates form sends along, so that the rest of the page's state stays."""
    query = _query(request)
    query.pop(state.PERIOD, None)
    return [(key, value) for key, values in query.lists() for value in values]


def _units_url(request: HttpRequest) -> str:
    """Where to choose another union, and come back from; empty where there is no other."""
    url = url_or_empty("unit_choose") if state.may_switch(request) else ""
    if not url or request.path == url:
        return ""
    query = _query(request)
    query.pop(state.UNIT, None)
    back = f"{request.path}?{query.urlencode()}" if query else request.path
    return f"{url}?{urlencode({'ve': back})}"
