"""Questions about unions: by code, their names on a day, who is under whom."""

from datetime import date, datetime

from django.db.models import F, Q, QuerySet

from congdoan.base.errors import Refused
from congdoan.base.text import fold

from .models import Ancestry, Employer, Heir, Naming, Organising, Placement, Unit


def unit(code: str) -> Unit:
    """The union with this code. Refuses a code that doesn't exist."""
    found = Unit.objects.select_related("kind").filter(code=code).first()
    if found is None:
        raise Refused(f"Không có công đoàn nào mang mã “{code}”; xem mã ở trang Hệ thống tổ chức.", "unit")
    return found


def standing(on: date, **which: object) -> QuerySet[Ancestry]:
    """Who stands under whom on a day, as the tree is known now; narrow it by `ancestor=`, `unit=`, `depth=`."""
    return Ancestry.objects.filter(unknown_at=None, from_on__lte=on, to_on__gt=on, **which)


def under(node: Unit, on: date, *, depth: int | None = None) -> QuerySet[Unit]:
    """The unions standing under `node` on a day, itself among them; only those `depth` steps below, if given."""
    rows = standing(on, ancestor=node) if depth is None else standing(on, ancestor=node, depth=depth)
    return Unit.objects.filter(pk__in=rows.values("unit")).select_related("kind").order_by("name_key")


def children(node: Unit, on: date) -> QuerySet[Unit]:
    """The unions directly under `node` on a day."""
    return under(node, on, depth=1)


def grassroots(node: Unit, on: date) -> QuerySet[Unit]:
    """The grassroots unions under `node` on a day, itself if it is one."""
    return under(node, on).filter(kind__grassroots=True)


def superiors(below: Unit, on: date) -> list[Unit]:
    """The unions `below` stands under on a day, nearest first."""
    rows = standing(on, unit=below, depth__gt=0).select_related("ancestor__kind").order_by("depth")
    return [row.ancestor for row in rows]


def parent(below: Unit, on: date) -> Unit | None:
    """The union that manages `below` on a day."""
    return next(iter(superiors(below, on)), None)


def predecessors(of: Unit, on: date, known_at: datetime | None = None) -> QuerySet[Unit]:
    """The ended unions whose history a union, or one under it, carries on that day; as known at a moment (now, if none)."""
    known = Q(unknown_at=None)
    if known_at:
        known = Q(known_at__lte=known_at) & (known | Q(unknown_at__gt=known_at))
    day = Q(from_on__lte=on, to_on__gt=on)
    heirs = Heir.objects.filter(known, day, source=None).exclude(heir=F("unit"))
    below = Ancestry.objects.filter(known, day, ancestor=of)
    rows = heirs.filter(heir__in=below.values("unit"))
    return Unit.objects.filter(pk__in=rows.values("unit")).order_by("name_key")


def placements(of: Unit) -> QuerySet[Placement]:
    """Where a union has stood, in order, as known now."""
    return Placement.objects.filter(unit=of, unmade=None).select_related("parent").order_by("from_on")


def naming(of: Unit, on: date) -> Naming | None:
    """How a union signs its papers on a day; after its end, how it last did."""
    rows = Naming.objects.filter(unit=of, unmade=None, from_on__lte=on).order_by("-from_on")
    return rows.first() or Naming.objects.filter(unit=of, unmade=None).order_by("from_on").first()


def alive(which: Unit, day: date) -> bool:
    """Whether the union existed on that day."""
    return bool(which.founded_on <= day < which.ended_on)


def employers(of: Unit, on: date) -> QuerySet[Employer]:
    """Whose workers a union organises on a day."""
    rows = Organising.objects.filter(unit=of, unmade=None, from_on__lte=on, to_on__gt=on)
    return Employer.objects.filter(pk__in=rows.values("employer")).order_by("name_key")


def search(among: QuerySet[Unit], text: str) -> QuerySet[Unit]:
    """Unions whose name or code holds every word typed, accents or not."""
    for word in fold(text).split():
        among = among.filter(Q(name_key__contains=word) | Q(code__contains=word))
    return among
