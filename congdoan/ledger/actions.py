"""Writing entries: what a source draws is compared with what it has drawn, and the difference is posted."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.org.models import Unit

from . import cuts, rules
from .indicator import BY_KEY
from .models import Closing, Cut, Entry
from .origins import ORIGINS, Draw


class Line(NamedTuple):
    """An entry without its posting: what must agree for one to take another back."""

    indicator: int
    unit: int
    day: date
    quantity: int
    subject: int | None
    cut: int | None


def post(posting: Posting, origin: int, source: int, draws: Iterable[Draw]) -> list[Entry]:
    """Make the entries of a source say what it draws now; returns the entries written.

    What it drew before and no longer does is taken back by reversing entries; nothing is edited. A source that draws
    nothing any more (withdrawn) is taken back whole. Refuses a day outside the union's life or in a closed period.
    """
    wanted = Counter(line(draw) for draw in draws if draw.quantity)
    present = live(origin, source)
    entries = [_entry(line, 1, posting, origin, source) for line in (wanted - present).elements()]
    entries += [_entry(line, -1, posting, origin, source) for line in (present - wanted).elements()]
    rules.check(entries)
    return Entry.objects.bulk_create(entries, batch_size=500)


def live(origin: int, source: int) -> Counter[Line]:
    """The lines of a source that count today, and how often each."""
    lines: Counter[Line] = Counter()
    rows = Entry.objects.filter(origin=origin, source=source)
    for indicator, unit, day, quantity, sign, subject, cut in rows.values_list(
        "indicator", "unit", "day", "quantity", "sign", "subject", "cut"
    ):
        lines[Line(indicator, unit, day, quantity * sign, subject, cut)] += sign
    return +lines


def redraw(*, by: int | None, why: str) -> int:
    """Post the difference that today's rules make, source by source; returns how many sources changed."""
    changed = 0
    with writing(by=by, action="redraw", why=why) as posting:
        for origin in ORIGINS.values():
            for source, draws in origin.all():
                changed += bool(post(posting, origin.number, source, draws))
    return changed


def close(*, unit: Unit, first: date, last: date, by: int | None, why: str) -> Closing:
    """Close a stretch of days of a union: nothing new may be dated in it until it is reopened."""
    if last < first:
        raise Refused("Ngày cuối phải sau ngày đầu; hãy chọn lại kỳ cần khóa.", "last")
    with writing(
        by=by, action="close_period", why=why, unit=unit.code, first=str(first), last=str(last)
    ) as posting:
        return Closing.objects.create(unit=unit, from_on=first, to_on=rules.after(last), made=posting)


def reopen(*, closing: Closing, by: int | None, why: str) -> None:
    """Open a closed stretch again; the reason is kept."""
    if not why.strip():
        raise Refused("Hãy ghi lý do mở lại kỳ đã khóa.", "why")
    with writing(by=by, action="reopen_period", why=why, unit=closing.unit.code) as posting:
        closing.unmade = posting
        closing.save(update_fields=["unmade"])


def line(draw: Draw) -> Line:
    """The draw as entries hold it."""
    key = cuts.pack(draw.cut)
    return Line(
        BY_KEY[draw.indicator].number,
        draw.unit,
        draw.day,
        draw.quantity,
        draw.subject,
        cut_number(key) if key else None,
    )


def _entry(line: Line, sign: int, posting: Posting, origin: int, source: int) -> Entry:
    indicator, unit, day, quantity, subject, cut = line
    return Entry(
        indicator=indicator,
        unit_id=unit,
        day=day,
        quantity=sign * quantity,
        sign=sign,
        subject=subject,
        cut_id=cut,
        origin=origin,
        source=source,
        posting=posting,
    )


def cut_number(key: str) -> int:
    """The number of a combination of breakdowns, written down the first time it is met."""
    return Cut.objects.get_or_create(key=key)[0].pk
