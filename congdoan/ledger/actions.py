"""Writing entries: what a source draws is compared with what it has drawn, and the difference is posted."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import QuerySet, Sum

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base import bulk
from congdoan.base.errors import Refused, need_reason
from congdoan.org.models import Unit

from . import cuts, rollups, rules
from .indicator import BY_KEY
from .models import Closing, Cut, Entry
from .origins import LAPSING, ORIGINS, Draw, Origin


class Line(NamedTuple):
    """An entry without its posting: what must agree for one to take another back."""

    indicator: int
    unit: int
    day: date
    quantity: int
    subject: int | None
    cut: int | None


def post(
    posting: Posting, origin: int, source: int, draws: Iterable[Draw], *, first: bool = False
) -> list[Entry]:
    """Make the entries of a source say what it draws now; returns the entries written.

    What it drew before and no longer does is taken back by reversing entries; nothing is edited. A source that draws
    nothing any more (withdrawn) is taken back whole. Refuses a day outside the union's life or in a closed period.
    `first`: the source was written in this very posting, so it has drawn nothing yet.
    """
    return post_all(posting, origin, {source: draws}, first=first)


def post_all(
    posting: Posting, origin: int, drawn: Mapping[int, Iterable[Draw]], *, first: bool = False
) -> list[Entry]:
    """The same for many sources in one go: a list of hundreds costs a handful of statements."""
    drawn = {source: list(draws) for source, draws in drawn.items()}
    numbers = cut_numbers(draw for draws in drawn.values() for draw in draws)
    present = {source: Counter() for source in drawn} if first else live(origin, drawn)
    entries = [
        entry(line, sign, posting, origin, source)
        for source, draws in drawn.items()
        for wanted in [lines(draws, numbers)]
        for sign, news in ((1, wanted - present[source]), (-1, present[source] - wanted))
        for line in news.elements()
    ]
    rules.check(entries)
    written = Entry.objects.bulk_create(entries, batch_size=500)
    bulk.weigh(Entry, len(written))
    return written


def take_back(of: Posting, posting: Posting, origin: int, sources: QuerySet[Any]) -> None:
    """Reverse in one statement all that these sources drew in a posting, where nothing was drawn of them since."""
    drawn = Entry.objects.filter(posting=of, origin=origin, source__in=sources)
    rules.check(
        Entry(indicator=indicator, unit_id=unit, day=day, quantity=0, sign=-sign, origin=origin)
        for indicator, unit, day, sign in drawn.values_list("indicator", "unit", "day", "sign").distinct()
    )
    columns = "indicator, unit_id, day, subject, cut_id, origin, source"
    chosen, given = drawn.values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO ledger_entry ({columns}, quantity, sign, posting_id) SELECT {columns}, -quantity, -sign, %s"
            f" FROM ledger_entry WHERE id IN ({chosen}) ORDER BY id",
            (posting.pk, *given),
        )
        reversed_ = cursor.rowcount
    bulk.weigh(Entry, reversed_)


def lapse(posting: Posting, units: Collection[int]) -> None:
    """What these unions were to do after their end counts no more, or counts again where they have not ended after all."""
    for number in LAPSING:
        rows = Entry.objects.filter(unit__in=units, origin=number)
        if sources := set(rows.values_list("source", flat=True)):
            post_all(posting, number, dict(ORIGINS[number].drawn(sources)))


def live(origin: int, sources: Collection[int]) -> dict[int, Counter[Line]]:
    """The lines of each of these sources that count today, and how often each."""
    found: dict[int, Counter[Line]] = {source: Counter() for source in sources}
    rows = Entry.objects.filter(origin=origin, source__in=list(sources))
    for source, indicator, unit, day, quantity, sign, subject, cut in rows.values_list(
        "source", "indicator", "unit", "day", "quantity", "sign", "subject", "cut"
    ):
        found[source][Line(indicator, unit, day, quantity * sign, subject, cut)] += sign
    return {source: +lines for source, lines in found.items()}


def redraw(*, by: int | None, why: str) -> int:
    """Post the difference that today's rules make, source by source, and sum anew what is kept in sums; returns how
    many sources changed."""
    changed = 0
    with writing(by=by, action="redraw", why=why) as posting:
        for origin in ORIGINS.values():
            for source, draws in unlike(origin):
                changed += bool(post(posting, origin.number, source, draws))
    rollups.rebuild()
    return changed


def unlike(origin: Origin, chunk: int = 500) -> Iterator[tuple[int, list[Draw]]]:
    """The sources whose live lines are not what they draw under today's rules, with what they draw; also those that
    are gone."""
    seen: set[int] = set()
    every = ((source, list(draws)) for source, draws in origin.all())
    while batch := dict(islice(every, chunk)):
        seen |= batch.keys()
        present = live(origin.number, batch.keys())
        numbers = known_cuts(draw for draws in batch.values() for draw in draws)
        yield from ((s, d) for s, d in batch.items() if lines(d, numbers) != present[s])
    yield from ((source, []) for source in sorted(_counting(origin.number) - seen))


def _counting(origin: int) -> set[int]:
    """The sources that have live lines."""
    entries = Entry.objects.filter(origin=origin).values("source").annotate(lines=Sum("sign"))
    return set(entries.filter(lines__gt=0).values_list("source", flat=True))


def close(*, unit: Unit, first: date, last: date, by: int | None, why: str) -> Closing:
    """Close a stretch of days of a union: nothing new may be dated in it until it is reopened. Takes the book alone,
    so that nobody is writing in it just then."""
    if last < first:
        raise Refused("Ngày cuối phải sau ngày đầu; hãy chọn lại kỳ cần khóa.", "last")
    with writing(
        by=by, action="close_period", why=why, unit=unit.code, first=str(first), last=str(last), alone=True
    ) as posting:
        return Closing.objects.create(unit=unit, from_on=first, to_on=rules.after(last), made=posting)


def reopen(*, closing: Closing, by: int | None, why: str) -> None:
    """Open a closed stretch again; the reason is kept."""
    need_reason(why, "Hãy ghi lý do mở lại kỳ đã khóa.")
    with writing(by=by, action="reopen_period", why=why, unit=closing.unit.code) as posting:
        closing.unmade = posting
        closing.save(update_fields=["unmade"])


def lines(draws: Iterable[Draw], numbers: Mapping[str, int]) -> Counter[Line]:
    """The draws as entries hold them, given the numbers of their cuts; a cut never written yet has none."""
    return Counter(
        Line(
            BY_KEY[d.indicator].number,
            d.unit,
            d.day,
            d.quantity,
            d.subject,
            numbers.get(key, 0) if key else None,
        )
        for d in draws
        if d.written
        for key in [cuts.pack(d.cut)]
    )


def entry(line: Line, sign: int, posting: Posting, origin: int, source: int) -> Entry:
    """A line as it is written: added, or taken back."""
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


def known_cuts(draws: Iterable[Draw]) -> dict[str, int]:
    """The numbers of the draws' combinations of breakdowns, those ever met."""
    keys = {cuts.pack(draw.cut) for draw in draws if draw.written} - {""}
    return dict(Cut.objects.filter(key__in=keys).values_list("key", "pk"))


def cut_numbers(draws: Iterable[Draw]) -> dict[str, int]:
    """The same, each combination written down the first time it is met; in one order, so that two writers who meet
    the same ones wait for each other and not both."""
    draws = list(draws)
    keys = {cuts.pack(draw.cut) for draw in draws if draw.written} - {""}
    numbers = known_cuts(draws)
    return numbers | {key: Cut.objects.get_or_create(key=key)[0].pk for key in sorted(keys - numbers.keys())}
