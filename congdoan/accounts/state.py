"""Which union and which period a page is about: asked in the address, kept in the session.

`?cd=laocai-cdvc` names the union, `?ky=2024-H1` the period (or `?tu=…&den=…`, any two dates). An address that names
neither goes on with the last ones, so the two switches stick; one that names them can be sent to a colleague.
"""

from datetime import date

from django.db.models import QuerySet
from django.http import HttpRequest

from congdoan.accounts import access
from congdoan.accounts.models import Seat
from congdoan.base.errors import NotHere, Refused
from congdoan.base.period import Period, PeriodError, standard_periods, today
from congdoan.org.models import Unit

UNIT, PERIOD, RECENT = "cd", "ky", "cd_recent"
FIRST, LAST = "tu", "den"
RECENT_KEPT = 6


def current_unit(request: HttpRequest) -> Unit | None:
    """The union the page is about: asked for, else the last one, else that of the first seat.

    None for a stranger and for somebody without a seat. Raises `NotHere` for a union that does not exist or that
    this person may not see: the two are not told apart.
    """
    if not hasattr(request, "_unit"):
        request._unit = _unit(request)  # type: ignore[attr-defined]
    return request._unit  # type: ignore[no-any-return,attr-defined]


def here(request: HttpRequest) -> Unit:
    """The union the page is about. Raises `NotHere` for somebody without a seat."""
    unit = current_unit(request)
    if unit is None:
        raise NotHere("Bạn chưa có vai trò ở công đoàn nào; hãy nhờ người quản trị.")
    return unit


def day(text: str) -> date | None:
    """A day of the address; none if it names none. Raises `NotHere` for one that is not in the calendar."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise NotHere(f"Ngày “{text[:40]}” không có trong lịch: hãy chọn lại ngày.") from None


def current_period(request: HttpRequest) -> Period:
    """The period the page is about: asked for, else the last one, else the running half-year.

    Raises `NotHere` with one sentence for a period that cannot be read.
    """
    try:
        period = _asked_period(request) or _kept_period(request) or standard_periods(today())[0]
    except Refused as refused:
        raise NotHere(refused.sentence) from None
    _keep(request, PERIOD, period.code)
    return period


def recent_units(request: HttpRequest) -> list[Unit]:
    """The unions this person looked at last, newest first; only those they may still see."""
    codes = request.session.get(RECENT, []) if request.user.is_authenticated else []
    if not codes:
        return []
    found = {unit.code: unit for unit in seen(request).filter(code__in=codes)}
    return [found[code] for code in codes if code in found]


def own_seats(request: HttpRequest) -> list[Seat]:
    """The seats this person holds today, the oldest first; asked once a request."""
    if not hasattr(request, "_seats"):
        request._seats = list(access.seats(request.user).order_by("from_on", "pk"))  # type: ignore[attr-defined]
    return request._seats  # type: ignore[no-any-return,attr-defined]


def may_switch(request: HttpRequest) -> bool:
    """Whether there is more than one union to look at: any seat but a single one at the lowest level."""
    held = own_seats(request)
    return len(held) > 1 or any(not seat.unit.kind.grassroots for seat in held)


def seen(request: HttpRequest) -> QuerySet[Unit]:
    """The unions this person may see; none for a stranger."""
    return access.units_seen(request.user) if request.user.is_authenticated else Unit.objects.none()


def _unit(request: HttpRequest) -> Unit | None:
    if not request.user.is_authenticated:
        return None
    asked = request.GET.get(UNIT, "").strip()
    if not asked:
        return _last_unit(request) or _own_unit(request)
    unit = seen(request).filter(code=asked).first()
    if unit is None:
        raise NotHere(f"Không có công đoàn nào mang mã “{asked[:60]}” trong phạm vi bạn được xem.")
    _remember(request, unit.code)
    return unit


def _last_unit(request: HttpRequest) -> Unit | None:
    code = request.session.get(UNIT)
    return seen(request).filter(code=code).first() if code else None


def _own_unit(request: HttpRequest) -> Unit | None:
    return next((seat.unit for seat in own_seats(request)), None)


def _remember(request: HttpRequest, code: str) -> None:
    recent = [code, *(other for other in request.session.get(RECENT, []) if other != code)]
    _keep(request, UNIT, code)
    _keep(request, RECENT, recent[:RECENT_KEPT])


def _asked_period(request: HttpRequest) -> Period | None:
    first, last = request.GET.get(FIRST, ""), request.GET.get(LAST, "")
    if first or last:
        return Period.between(_day(first), _day(last))
    code = request.GET.get(PERIOD, "").strip()
    return Period.parse(code) if code else None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PeriodError("Kỳ chưa đủ hai ngày: hãy ghi cả từ ngày và đến ngày.") from None


def _kept_period(request: HttpRequest) -> Period | None:
    code = request.session.get(PERIOD)
    return Period.parse(code) if code else None


def _keep(request: HttpRequest, key: str, value: object) -> None:
    """Written only when it changes, so that reading a page writes no session."""
    if request.user.is_authenticated and request.session.get(key) != value:
        request.session[key] = value
