"""Rights: units, and a narrowing of anything that names its union and its day. Nothing is asked of the book without it.

A seat sees wholly the unions under its own today and those whose history they carry on and, of a union that has left,
what is dated in the days it stood there. What it writes, inspects, administers is under its own alone.
"""

from datetime import date
from typing import Any, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet

from congdoan.base.errors import NotAllowed
from congdoan.base.fields import DayField
from congdoan.base.period import today
from congdoan.org.models import Ancestry, Heir, Unit

from .models import Role, Seat, User

Somebody = User | AnonymousUser
Rows = TypeVar("Rows", bound=Model)

WRITERS = (Role.CHAIR, Role.OFFICER)
INSPECTS = (*WRITERS, Role.INSPECTOR)
KEEPERS = (Role.CHAIR, Role.OFFICER, Role.INSPECTOR)  # who may see sensitive fields, by role


def seats(user: Somebody, on: date | None = None) -> QuerySet[Seat]:
    """The seats a person holds on a day (today, if none is named); of somebody who comes as one seat, that one."""
    day = on or today()
    if not user.is_authenticated or not user.is_active:
        return Seat.objects.none()
    held = Seat.objects.filter(user=user, from_on__lte=day, to_on__gt=day).select_related("unit__kind")
    return held if user.by_seat is None else held.filter(pk=user.by_seat)


def as_seat(seat: Seat) -> User:
    """The person, seeing and doing what this seat alone lets them."""
    user = seat.user
    user.by_seat = seat.pk
    return user


def units_seen(user: Somebody, roles: tuple[str, ...] | None = None) -> QuerySet[Unit]:
    """The unions a person sees wholly: those under their seats today, closed ones that stood there to the end included."""
    held = seats(user) if roles is None else seats(user).filter(role__in=roles)
    here = Ancestry.objects.filter(unknown_at=None, ancestor__in=held.values("unit"), unit=OuterRef("pk"))
    mine = Q(Exists(here.filter(_today_or_last())))
    if roles is None:
        mine |= Q(pk__in=_carried_on(held))
    return Unit.objects.filter(mine).select_related("kind").order_by("name_key")


def sees(user: Somebody, unit: Unit) -> bool:
    """Whether figures may be asked of this union."""
    return units_seen(user).filter(pk=unit.pk).exists()


def may_write(user: Somebody, unit: Unit) -> bool:
    """Whether the person may record for this union: their own, or one below it (ghi thay)."""
    return units_seen(user, WRITERS).filter(pk=unit.pk).exists()


def may_inspect(user: Somebody, unit: Unit) -> bool:
    """Whether the person may write down what its inspection committee does: who records there, and its inspector."""
    return units_seen(user, INSPECTS).filter(pk=unit.pk).exists()


def writes_for(user: Somebody, unit: Unit, roles: tuple[str, ...] = WRITERS) -> bool:
    """Whether recording there is recording for another: no seat of the person's own at that union."""
    return not seats(user).filter(unit=unit, role__in=roles).exists()


def may_administer(user: Somebody, unit: Unit) -> bool:
    """Whether the person may change users and the tree at and below this union."""
    return units_seen(user, (Role.ADMINISTRATOR,)).filter(pk=unit.pk).exists()


def may_see_sensitive(user: Somebody, unit: Unit) -> bool:
    """Whether hardship, health, Party and children's data of this union are shown to the person; each sight is logged."""
    return units_seen(user, KEEPERS).filter(pk=unit.pk).exists()


def narrow(rows: QuerySet[Rows], user: Somebody, *, unit: str = "unit", day: str = "day") -> QuerySet[Rows]:
    """Only the rows the person may see, of anything that names its union and its day.

    All days of unions under their seats today; of those that have left, the days they stood there.
    """
    above = Ancestry.objects.filter(
        unknown_at=None, ancestor__in=seats(user).values("unit"), unit=OuterRef(unit)
    )
    stood = Q(from_on__lte=_day(rows, day), to_on__gt=_day(rows, day))
    carried = Q(**{f"{unit}__in": _carried_on(seats(user))})
    return rows.filter(Exists(above.filter(_today_or_last())) | Exists(above.filter(stood)) | carried)


def require(
    allowed: bool,
    sentence: str = "Bạn không có quyền làm việc này; hãy nhờ người phụ trách sổ của công đoàn này.",
) -> None:
    """Refuse what is not allowed."""
    if not allowed:
        raise NotAllowed(sentence)


def _carried_on(held: QuerySet[Seat]) -> QuerySet[Heir, Any]:
    """The ended unions whose history is carried on today by those under these seats."""
    above = Ancestry.objects.filter(unknown_at=None, ancestor__in=held.values("unit"), unit=OuterRef("heir"))
    rows = Heir.objects.filter(unknown_at=None, source=None, from_on__lte=today(), to_on__gt=today())
    return rows.exclude(heir=F("unit")).filter(Exists(above.filter(_today_or_last()))).values("unit")


def _today_or_last() -> Q:
    """Standing there today, or to the very end of the union's life."""
    return Q(from_on__lte=today(), to_on__gt=today()) | Q(to_on=F("unit__ended_on"), to_on__lte=today())


def _day(rows: QuerySet[Any], day: str) -> Any:
    """The row's day as the tree keeps days; other rooms keep theirs as dates of the database."""
    field = rows.model._meta.get_field(day)
    if not isinstance(field, DayField):
        raise TypeError(f"{rows.model.__name__}.{day} must be a DayField to be narrowed by access")
    return OuterRef(day)
