"""The verbs that change the tree: found, rename, move, close. Each is one transaction over all it touches.

They take the book alone: no entry can slip in between the old tree and the new one.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.base.text import fold, nfc
from congdoan.ledger import moving
from congdoan.ledger.actions import lapse, post_all
from congdoan.ledger.origins import UNIT
from congdoan.ledger.rules import dated_from
from congdoan.members.leaving import end_with_union
from congdoan.org import ancestry, heirs
from congdoan.org.models import Dated, Location, Naming, Placement, SectorPlacement, Unit, UnitKind
from congdoan.oversight import handing_over as left_open

from . import draws

NAMED = ("superior_line", "symbol", "place_name", "seal_name", "signs_for", "signer_title", "signer_name")


def found(
    *,
    code: str,
    kind: UnitKind,
    name: str,
    on: date,
    parent: Unit | None,
    by: int | None,
    why: str = "",
    sector: str = "",
    **naming: str,
) -> Unit:
    """A union begins on a day, under a superior (none for the top)."""
    name = nfc(name)
    with writing(by=by, action="found", why=why, unit=code, alone=True) as posting:
        _check_new(code, name, on, parent)
        unit = Unit.objects.create(
            code=code, kind=kind, name=name, name_key=fold(name), founded_on=on, sector=sector
        )
        first_naming(unit, name, on, posting, naming).save(force_insert=True)
        if parent:
            Placement.objects.create(unit=unit, parent=parent, from_on=on, made=posting)
        ancestry.rework([unit.pk], stamp(posting))
        heirs.begin([unit.pk], stamp(posting))
        _settle(unit, posting)
    return unit


def rename(*, unit: Unit, on: date, by: int | None, why: str = "", **naming: str) -> Naming:
    """From a day on a union signs with another name, symbol, place, seal or signer; what was printed before stays."""
    with writing(by=by, action="rename", why=why, unit=unit.code) as posting:
        before = _named_before(unit, on)
        after = sign_anew(before, on, posting, naming)
        if after.to_on >= unit.ended_on:
            unit.name, unit.name_key = after.name, fold(after.name)
            unit.save(update_fields=["name", "name_key"])
    return after


def move(*, unit: Unit, to: Unit, on: date, by: int | None, why: str = "") -> Placement:
    """From a day on a union stands under another superior; every total is kept, wherever it counts.

    May be written late: figures of the days since then follow the new history. It stands there up to the next move
    already known, or to its end.
    """
    with _changing_tree(unit, by, "move", why) as posting:
        here, end = place(unit, on)
        _check_move(unit, to, on, end)
        if here:
            supersede(here, posting, to_on=on)
        return Placement.objects.create(unit=unit, parent=to, from_on=on, to_on=end, made=posting)


def close(*, unit: Unit, last_day: date, by: int | None, why: str = "") -> None:
    """A union ends; `last_day` is its last. What it did stays where it stood; what it has still to answer is its
    superior's. Refused while unions stand under it, or anything is dated after that day."""
    end = last_day + timedelta(days=1)
    with _changing_tree(unit, by, "close", why) as posting:
        _check_close(unit, end)
        end_with_union(unit=unit, on=last_day, posting=posting)
        relations: tuple[type[Dated], ...] = (Placement, Naming, Location, SectorPlacement)
        for model in relations:
            for fact in model._default_manager.filter(unit=unit, unmade=None, to_on__gt=end):
                supersede(fact, posting, to_on=end)
        unit.ended_on = end
        unit.save(update_fields=["ended_on"])
        lapse(posting, [unit.pk])
        left_open.hand_over(posting, [unit.pk], last_day, "Bàn giao khi công đoàn kết thúc hoạt động")


@contextmanager
def _changing_tree(unit: Unit, by: int | None, action: str, why: str) -> Iterator[Posting]:
    """Let the tree change, and all that is kept of it follow."""
    with writing(by=by, action=action, why=why, unit=unit.code, alone=True) as posting:
        unit.refresh_from_db(fields=["founded_on", "ended_on"])
        yield posting
        moving.rework(ancestry.below_ever([unit.pk]), stamp(posting))
        _settle(Unit.objects.get(pk=unit.pk), posting)


def stamp(posting: Posting) -> datetime:
    """When it was written: who writes alone is stamped from the start, and the tree bears the same moment."""
    assert posting.at
    return posting.at


def place(unit: Unit, on: date) -> tuple[Placement | None, date]:
    """Where the union stands on a day, if anywhere, and the day from which something else is known."""
    places = Placement.objects.filter(unit=unit, unmade=None, to_on__gt=on).order_by("from_on")
    first = places.first()
    if first is None:
        return None, unit.ended_on
    return (first, first.to_on) if first.from_on <= on else (None, first.from_on)


def _settle(unit: Unit, posting: Posting) -> None:
    post_all(posting, UNIT, draws.of_units([unit]))


def first_naming(unit: Unit, name: str, on: date, posting: Posting, naming: Mapping[str, str]) -> Naming:
    """How a new union signs, not yet written: as given, and as its kind does where nothing is."""
    given = {
        "short_name": name,
        "issuer_line": name.upper(),
        "seal_name": name.upper(),
        "symbol": unit.kind.abbreviation,
    }
    given |= {"place_name": "", "signs_for": "TM. BAN CHẤP HÀNH", "signer_title": "CHỦ TỊCH", **naming}
    return Naming(unit=unit, name=name, from_on=on, made=posting, **given)


def supersede(fact: Dated, posting: Posting, *, to_on: date) -> None:
    """The fact is known to end on `to_on`: the old row keeps what was known, a new one (if any days are left) takes its place."""
    fact.unmade = posting
    fact.save(update_fields=["unmade"])
    if fact.from_on < to_on:
        fact.pk, fact.unmade, fact.made, fact.to_on = None, None, posting, to_on
        fact.save(force_insert=True)


def supersede_all(facts: Sequence[Dated], posting: Posting, *, to_on: date) -> list[Dated]:
    """The same of many of one sort, in two statements; returns the new rows."""
    if not facts:
        return []
    rows = type(facts[0])._default_manager
    rows.filter(pk__in=[fact.pk for fact in facts]).update(unmade=posting)
    kept = [fact for fact in facts if fact.from_on < to_on]
    for fact in kept:
        fact.pk, fact.id, fact.unmade, fact.made, fact.to_on = None, None, None, posting, to_on  # type: ignore[attr-defined]
    return rows.bulk_create(kept, batch_size=500)


def sign_anew(before: Naming, on: date, posting: Posting, news: Mapping[str, str]) -> Naming:
    """From a day on a union signs as `news` says, and else as `before`; up to then as it did."""
    after = anew(before, on, posting, news)
    supersede(before, posting, to_on=on)
    after.save(force_insert=True)
    return after


def anew(before: Naming, on: date, posting: Posting, news: Mapping[str, str]) -> Naming:
    """How it signs from a day on, not yet written."""
    kept = {field: getattr(before, field) for field in ("name", "short_name", "issuer_line", *NAMED)}
    return Naming(unit_id=before.unit_id, from_on=on, to_on=before.to_on, made=posting, **{**kept, **news})


def _check_new(code: str, name: str, on: date, parent: Unit | None) -> None:
    if not name:
        raise Refused("Hãy ghi tên công đoàn.", "name")
    if Unit.objects.filter(code=code).exists():
        raise Refused(f"Mã “{code}” đã có công đoàn khác dùng; hãy chọn mã khác.", "code")
    if parent:
        _check_superior(parent, on, FOREVER, "parent")


def _named_before(unit: Unit, on: date) -> Naming:
    rows = Naming.objects.select_for_update().filter(unit=unit, unmade=None, from_on__lte=on, to_on__gt=on)
    before = rows.first()
    if before is None or before.from_on == on:
        raise Refused(
            f"{unit.name} không có tên gọi nào đang dùng trước ngày {on:%d/%m/%Y}; hãy chọn ngày khác.", "on"
        )
    return before


def _check_move(unit: Unit, to: Unit, on: date, end: date) -> None:
    if not unit.founded_on < on < unit.ended_on:
        raise Refused(
            f"{unit.name} không hoạt động trước và trong ngày {on:%d/%m/%Y}; hãy chọn ngày khác.", "on"
        )
    _check_superior(to, on, end, "to")


def _check_superior(superior: Unit, on: date, end: date, field: str) -> None:
    refuse_absent(Unit.objects.get(pk=superior.pk), on, end, field)


def refuse_absent(superior: Unit, on: date, end: date, field: str) -> None:
    """Refuse a superior that is not there all the while."""
    if not superior.founded_on <= on or superior.ended_on < end:
        raise Refused(
            f"{superior.name} không hoạt động suốt từ ngày {on:%d/%m/%Y}; hãy chọn ngày hoặc cấp trên khác.",
            field,
        )


def _check_close(unit: Unit, end: date) -> None:
    if not unit.founded_on < end or unit.ended_on < FOREVER:
        raise Refused(
            f"{unit.name} đã kết thúc hoặc chưa thành lập vào ngày này; hãy chọn ngày khác.", "last_day"
        )
    below = Placement.objects.filter(parent=unit, unmade=None, to_on__gt=end).select_related("unit").first()
    if below:
        raise Refused(
            f"{below.unit.name} còn trực thuộc {unit.name}; hãy chuyển hoặc kết thúc công đoàn đó trước.",
            "last_day",
        )
    if dated_from(unit, end):
        raise Refused(f"{unit.name} có việc ghi sau ngày này; hãy chọn ngày kết thúc muộn hơn.", "last_day")
    if why := next(left_open.against([unit.pk], end - timedelta(days=1)), ""):
        raise Refused(f"{why}.", "last_day")
