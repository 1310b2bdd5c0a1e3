"""Questions about records: which a person may see, what they find, what waits for an answer, what a record adds."""

import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, Model, OuterRef, Q, QuerySet

from congdoan.accounts import access
from congdoan.accounts.access import Somebody
from congdoan.base.errors import NotHere
from congdoan.base.period import today
from congdoan.base.text import fold
from congdoan.ledger.actions import live
from congdoan.ledger.indicator import BY_KEY, BY_NUMBER, Indicator
from congdoan.ledger.origins import RECORD
from congdoan.org.models import Ancestry, Unit

from . import kind as kinds
from .kind import KINDS, Kind, LineSpec
from .record import Attachment, Record

TILES = 6
A_YEAR = timedelta(days=365)
FEW = 500  # unions: of more, their records are read by day
NOT_HERE = "Không có việc nào ở địa chỉ này trong phạm vi bạn được xem."


def visible(user: Somebody) -> QuerySet[Record]:
    """The records a person may see: of the unions they see on its day, and those a fund of these unions paid for."""
    every = Record.objects.all()
    done = access.narrow(every, user, unit="unit", day="happened_on")
    return done | access.narrow(every, user, unit="payer", day="happened_on")


def record_or_404(user: Somebody, uid: uuid.UUID) -> Record:
    """The record of that uid, if this person may see it; none and not-allowed are not told apart (`NotHere`)."""
    rows = visible(user).select_related("unit__kind", "payer", "made", "changed", "confirmed")
    record = rows.filter(uid=uid).first()
    if record is None:
        raise NotHere(NOT_HERE)
    return record


def attachment_or_404(user: Somebody, uid: uuid.UUID) -> Attachment:
    """A file of a record this person may see."""
    rows = Attachment.objects.filter(removed=None, record__in=visible(user))
    found = rows.select_related("file", "record__unit").filter(uid=uid).first()
    if found is None:
        raise NotHere("Không có tệp nào ở địa chỉ này trong phạm vi bạn được xem.")
    return found


def under(rows: QuerySet[Record], unit: Unit) -> QuerySet[Record]:
    """Of these, what was done or paid for by a union and those that stood under it on the day, or stand there today."""
    ever = Ancestry.objects.filter(unknown_at=None, ancestor=unit).values_list("unit", flat=True)
    few = set(ever[: FEW + 1])
    if len(few) <= FEW:  # named one by one, the database goes straight to their records
        done, paid = (
            Record.objects.filter(**which).values("pk") for which in ({"unit__in": few}, {"payer__in": few})
        )
        rows = rows.filter(pk__in=done.union(paid, all=True))
    return rows.filter(_stood("unit", unit) | _stood("payer", unit))


def to_confirm(unit: Unit) -> QuerySet[Record]:
    """What somebody above has written for a union and nobody of it has yet said to be right, newest first."""
    rows = Record.objects.filter(unit=unit, entered_for=True, confirmed=None, withdrawn=False)
    return rows.select_related("unit").order_by("-pk")


def latest(unit: Unit, user: Somebody, n: int = 5) -> list[Record]:
    """The records last written at a union and under it, of those this person may see."""
    rows = under(visible(user), unit).filter(withdrawn=False)
    return list(rows.select_related("unit", "made").order_by("-pk")[:n])


def most_used_kinds(unit: Unit, n: int = TILES) -> list[Kind]:
    """The kinds a union recorded most in the past year; then those that feed most of the catalogue."""
    rows = Record.objects.filter(unit=unit, withdrawn=False, happened_on__gt=today() - A_YEAR)
    used = dict(rows.values_list("kind").annotate(times=Count("pk")))
    ranked = sorted(KINDS.values(), key=lambda kind: (-used.get(kind.slug, 0), -_feeding(kind)))
    return ranked[:n]


def kinds_with_text(text: str) -> list[Kind]:
    """The kinds whose name, hint or words hold every word typed, accents or not."""
    words = fold(text).split()
    return [kind for kind in KINDS.values() if all(word in _told(kind) for word in words)]


def with_text(rows: QuerySet[Record], text: str, user: Somebody) -> QuerySet[Record]:
    """Of these, the ones whose title, note or people named hold every word typed, accents or not.

    Names on sensitive lists are looked through only where this person may see the lists.
    """
    for word in fold(text).split():
        rows = rows.filter(Q(text_key__contains=word) | _naming(word, user))
    return rows


@dataclass(frozen=True)
class Added:
    """What a record's live entries add to an indicator, at a union, on a day."""

    indicator: Indicator
    unit: Unit
    day: date
    quantity: int


def adds(record: Record) -> list[Added]:
    """What counts today of what a record has drawn, in the order of the catalogue; a subject counted once adds one."""
    sums: Counter[tuple[int, int, date]] = Counter()
    once: set[tuple[int, int]] = set()
    for line in live(RECORD, [record.pk])[record.pk].elements():
        if BY_NUMBER[line.indicator].adds == "distinct" and line.subject is not None:
            if (line.indicator, line.subject) in once:
                continue
            once.add((line.indicator, line.subject))
        sums[line.indicator, line.unit, line.day] += line.quantity
    return _told_apart(sums)


def may_see_rows(user: Somebody, record: Record) -> bool:
    """Whether the lists of a record are shown to a person: those of a sensitive kind by role alone."""
    if not kinds.of(record).sensitive:
        return True
    return any(access.may_see_sensitive(user, unit) for unit in (record.unit, record.payer) if unit)


def with_fund(rows: QuerySet[Record], code: str) -> QuerySet[Record]:
    """Of these, the ones one fund paid for, whatever their kind."""
    paid = [Q(pk__in=_rows(kind.model).filter(fund__code=code).values("pk")) for kind in funded()]
    return rows.filter(_any(paid))


def funded() -> list[Kind]:
    """The kinds whose records name the fund that paid."""
    return [kind for kind in KINDS.values() if "fund" in kind.columns]


def _stood(column: str, unit: Unit) -> Q:
    there = Ancestry.objects.filter(unknown_at=None, ancestor=unit, unit=OuterRef(column))
    then = there.filter(from_on__lte=OuterRef("happened_on"), to_on__gt=OuterRef("happened_on"))
    return Q(Exists(then)) | Q(Exists(there.filter(from_on__lte=today(), to_on__gt=today())))


def _feeding(kind: Kind) -> int:
    """How many figures people see it feeds."""
    return sum(not BY_KEY[key].hidden for key in kind.feeds)


def _told(kind: Kind) -> str:
    return fold(" ".join((kind.label, kind.hint, *kind.words)))


def _naming(word: str, user: Somebody) -> Q:
    keepers = access.units_seen(user, access.KEEPERS).values("pk")
    return _any(
        Q(pk__in=_lists_naming(spec, word)) & (Q(unit__in=keepers) if kind.sensitive else Q())
        for kind in KINDS.values()
        for spec in kind.lines
        if spec.person
    )


def _lists_naming(spec: LineSpec, word: str) -> Any:
    return _rows(spec.model).filter(person__name_key__contains=word).values("record_id")


def _rows(model: type[Model]) -> Any:
    """All rows of a table only its kind knows the columns of."""
    return model._default_manager.all()


def _any(parts: Iterable[Q]) -> Q:
    found = Q(pk__in=())
    for part in parts:
        found |= part
    return found


def _told_apart(sums: Counter[tuple[int, int, date]]) -> list[Added]:
    units = Unit.objects.in_bulk({unit for _, unit, _ in sums})
    rows = [Added(BY_NUMBER[i], units[unit], day, quantity) for (i, unit, day), quantity in sums.items()]
    shown = [row for row in rows if row.quantity and not row.indicator.hidden]
    return sorted(shown, key=lambda row: (row.indicator.number, row.day, row.unit.name_key))


def with_files(rows: Sequence[Record]) -> set[int]:
    """The numbers of those that have a file."""
    return set(Attachment.objects.filter(record__in=rows, removed=None).values_list("record_id", flat=True))
