"""The lines under a figure as people read them: what was done, where, when, how much; who, where that may be seen."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from congdoan.accounts import access
from congdoan.accounts.access import Somebody
from congdoan.ledger import cuts, saying
from congdoan.ledger.breakdowns import Line
from congdoan.ledger.indicator import Indicator, counted
from congdoan.ledger.origins import ORGANISING, ORIGINS, RECORD, UNIT, Told
from congdoan.org.models import Employer, Unit

from . import kind as kinds
from . import queries
from .record import Attachment, Record

HOUSEHOLD = "household"
Names = dict[tuple[int, int], str]  # (record, subject) → who


@dataclass(frozen=True)
class Shown:
    """One line. `who` is empty where nobody is counted, or this person may not see who; `url` and `record` (its uid)
    where the source is out of sight."""

    day: date
    quantity: int
    text: str
    unit: str
    title: str
    cut: str
    who: str = ""
    url: str = ""
    icon: str = "landmark"
    photo: str = ""
    record: str = ""


@dataclass(frozen=True)
class Lines:
    """What is shown, and whether sensitive names are among it (each sight is noted)."""

    rows: Sequence[Shown]
    sensitive: bool


@dataclass(frozen=True)
class Known:
    """What the lines of a page refer to."""

    what: Indicator
    telling: Collection[str]
    records: Mapping[int, Record]
    units: Mapping[int, Unit]
    employers: Mapping[int, Employer]
    people: Names
    photos: Mapping[int, str]
    told: Mapping[tuple[int, int], Told]

    def who(self, line: Line) -> str:
        """Who or what is counted; empty where nobody is, or where it is not for this person to see."""
        if told := self.told.get((line.origin, line.source)):
            return told.who
        if line.subject is None:
            return ""
        if line.origin == ORGANISING or self.what.subject == "employer":
            return str(self.employers.get(line.subject, ""))
        if line.origin == UNIT or self.what.subject == "unit":
            return str(self.units.get(line.subject, ""))
        return self.people.get((line.source, line.subject), "")


def told(
    user: Somebody, indicator: Indicator, found: Sequence[Line], telling: Collection[str] = cuts.DIMENSIONS
) -> Lines:
    """The lines, resolved a page at a time: a handful of statements for all. `telling`: the breakdowns worth naming."""
    known = _known(user, counted(indicator), found, telling)
    secret = {pk for pk, record in known.records.items() if kinds.of(record).sensitive}
    named = {source for source, _ in known.people}
    return Lines([_shown(line, known) for line in found], bool(secret & named))


def _known(user: Somebody, what: Indicator, found: Sequence[Line], telling: Collection[str]) -> Known:
    sources = [line.source for line in found if line.origin == RECORD]
    records = queries.visible(user).filter(pk__in=sources).select_related("unit", "payer").in_bulk()
    subjects = {line.subject for line in found if line.subject is not None}
    at_union = what.subject == "unit" or any(line.origin == UNIT for line in found)
    at_employer = what.subject == "employer" or any(line.origin == ORGANISING for line in found)
    open_to = readable(user, records.values())
    return Known(
        what,
        telling,
        records,
        Unit.objects.in_bulk({line.unit for line in found} | (subjects if at_union else set())),
        Employer.objects.in_bulk(subjects) if at_employer else {},
        names(what, [record for record in records.values() if record.pk in open_to]),
        first_photos(records.values()),
        _told(user, found),
    )


def _told(user: Somebody, found: Sequence[Line]) -> dict[tuple[int, int], Told]:
    """Sources other than records, named where this person sees the union of the line."""
    lines = [line for line in found if line.origin != RECORD]
    units = access.units_seen(user).filter(pk__in={line.unit for line in lines})
    seen = set(units.values_list("pk", flat=True)) if lines else set()
    named: dict[tuple[int, int], Told] = {}
    for origin in {line.origin for line in lines}:
        sources = {line.source for line in lines if line.origin == origin and line.unit in seen}
        named |= {(origin, number): told for number, told in ORIGINS[origin].tell(sources).items()}
    return named


def readable(user: Somebody, records: Iterable[Record]) -> set[int]:
    """Numbers of the records whose lists this person may read: sensitive ones by role at the union or the one that paid."""
    every = list(records)
    units = {pk for record in every for pk in (record.unit_id, record.payer_id) if pk}
    kept = set(access.units_seen(user, access.KEEPERS).filter(pk__in=units).values_list("pk", flat=True))
    return {
        record.pk
        for record in every
        if not kinds.of(record).sensitive or kept & {record.unit_id, record.payer_id}
    }


def names(what: Indicator, records: Sequence[Record]) -> Names:
    """Who is meant by the subjects of these records' lines: a person, a household by its people on the list, a union."""
    found: dict[tuple[int, int], list[str]] = {}
    for row in _rows(records, "person"):
        subject = row.person.household_id if what.subject == HOUSEHOLD else row.person_id
        found.setdefault((row.record_id, subject), []).append(row.person.name)
    for row in _rows([record for record in records if not _names_people(record)], "union"):
        found.setdefault((row.record_id, row.union_id), []).append(row.union.name)
    return {key: ", ".join(dict.fromkeys(who)) for key, who in found.items()}


def first_photos(records: Iterable[Record]) -> dict[int, str]:
    """The address of the first photo of each record, small."""
    files = Attachment.objects.filter(
        record__in=list(records), removed=None, file__media_type__startswith="image/"
    )
    rows = files.order_by("-pk").values_list("record_id", "uid")
    return {record: reverse("attachment_small", args=[uid]) for record, uid in rows}


def _rows(records: Sequence[Record], column: str) -> Iterable[Any]:
    """The rows of their lists that name somebody or something in this column."""
    for kind in {record.kind: kinds.of(record) for record in records}.values():
        numbers = [record.pk for record in records if kinds.of(record) is kind]
        for spec in kind.lines:
            if column in spec.follow:
                rows = spec.model._default_manager.filter(record_id__in=numbers)
                yield from rows.exclude(**{column: None}).select_related(column)


def _names_people(record: Record) -> bool:
    return any(spec.person for spec in kinds.of(record).lines)


def _shown(line: Line, known: Known) -> Shown:
    plain: dict[str, Any] = {
        "day": line.day,
        "quantity": line.quantity,
        "text": saying.brief(known.what, line.quantity) or "",
        "unit": str(known.units[line.unit]),
        "cut": ", ".join(cuts.label(d, v) for d, v in cuts.unpack(line.cut).items() if d in known.telling),
        "who": known.who(line),
    }
    record = known.records.get(line.source) if line.origin == RECORD else None
    if record is None:
        told = known.told.get((line.origin, line.source), Told(_untold(line)))
        return Shown(title=told.title, url=told.url, **plain)
    if plain["who"] == plain["unit"]:
        plain["who"] = ""
    plain |= {"url": reverse("record", args=[record.uid]), "record": str(record.uid)}
    icon, photo = kinds.of(record).icon, known.photos.get(record.pk, "")
    return Shown(title=record.title, icon=icon, photo=photo, **plain)


def _untold(line: Line) -> str:
    """A fact of the tree; or work of a union this person does not see."""
    return "Hệ thống tổ chức" if line.origin != RECORD else "Việc ở công đoàn ngoài phạm vi bạn được xem"
