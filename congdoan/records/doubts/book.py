"""The doubts of a union's book in a period, with what stands under it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import Max, Sum

from congdoan.base.period import Period
from congdoan.base.words import grouped, percent_text, small
from congdoan.ledger.figures import Figure, figures
from congdoan.ledger.indicator import BY_NUMBER
from congdoan.org.models import Unit

from ..record import Record
from . import amounts, parts, people
from .again import entries, given_again
from .amounts import Amount
from .telling import Doubt
from .upheld import reasons

MAY_EXCEED = ("target", "planned", "estimated", "introduced")  # more than what was planned is no slip
BIG = 100_000_000  # đồng: of a whole union's book only such amounts are looked at for twins
LISTED = 50  # doubts of one sort


def of(unit: Unit, period: Period) -> list[Doubt]:
    """What looks odd in the figures of a union and in the records under them. A record confirmed as right is left out;
    figures said to be right say why."""
    found = figures(unit, period, BY_NUMBER.values())
    workers = people.there(unit, period)
    sentences = [*_figures(found), *_people(found, workers)]
    why = reasons(unit, period)
    doubts = [Doubt(sentence, upheld=why.get(sentence, "")) for sentence in (*sentences, *_alike(found))]
    doubts += [*_per_head(found, workers), *_twins(unit, period), *_given_twice(unit, period)]
    return [doubt for doubt in doubts if not (doubt.record and doubt.record.despite)]


def _figures(found: Iterable[Figure]) -> Iterator[str]:
    values = {
        figure.indicator.code: int(figure.value)
        for figure in found
        if figure.value is not None and figure.indicator.adds not in ("ratio", "mean")
    }
    yield from parts.above(values)
    yield from parts.wage(values.get(parts.WAGES), values.get(parts.PAID))
    yield from _unorganised(values)
    for figure in found:
        if figure.indicator.adds == "ratio" and not any(word in figure.indicator.den for word in MAY_EXCEED):
            yield from _above_all(figure)


def _above_all(figure: Figure) -> Iterator[str]:
    if figure.den and (figure.num or 0) > figure.den:
        yield (
            f"{figure.indicator.name} là {percent_text(figure.value)} ({grouped(figure.num or 0)}/{grouped(figure.den)}), "  # type: ignore[arg-type]
            "quá 100%; hãy xem lại."
        )


def _unorganised(values: parts.Values) -> Iterator[str]:
    """One union may serve two employers, so more employers than unions is well; fewer is not."""
    unions, employers = values.get("ORG-01", 0), values.get("REP-51", 0) + values.get("REP-52", 0)
    if 0 < employers < unions:
        yield (
            f"Có {grouped(unions)} công đoàn cơ sở nhưng chỉ {grouped(employers)} cơ quan, đơn vị, doanh nghiệp; "
            f"ít nhất {small(unions - employers)} công đoàn chưa ghi nơi làm việc."
        )


def _alike(found: Iterable[Figure]) -> Iterator[str]:
    """Two figures of money that differ in a single digit may be one that was told twice."""
    money = [figure for figure in found if _given(figure)]
    for n, one in enumerate(money):
        for other in money[:n]:
            whole = {one.indicator.code, other.indicator.code} & parts.TOGETHER.keys()
            if not whole and amounts.one_digit_apart(int(one.value or 0), int(other.value or 0)):
                yield (
                    f"{other.indicator.name} ({grouped(int(other.value or 0))} đồng) và {one.indicator.name.lower()} "
                    f"({grouped(int(one.value or 0))} đồng) khác nhau một chữ số; hãy xem có phải một khoản ghi hai "
                    "nơi không, cả hai cũng có thể đúng."
                )


def _given(figure: Figure) -> bool:
    indicator = figure.indicator
    given = indicator.money and indicator.adds == "sum" and indicator.chapter.code in amounts.CHAPTERS
    return given and not indicator.hidden and bool(figure.value)


def _people(found: Iterable[Figure], workers: int | None) -> Iterator[str]:
    for figure in found:
        indicator, value = figure.indicator, int(figure.value or 0)
        each_once = indicator.adds == "distinct" and indicator.subject == "person"
        if workers and each_once and value > workers:
            yield people.more_sentence(indicator.name, value, workers)


def _per_head(found: Iterable[Figure], workers: int | None) -> Iterator[Doubt]:
    for figure in found:
        indicator, amount = figure.indicator, int(figure.value or 0) if figure.indicator.adds == "sum" else 0
        if indicator.money and not indicator.hidden and amounts.far_too_much(indicator, amount, workers):
            sentence = amounts.head_sentence(indicator.name, amount, workers or 1)
            yield Doubt(sentence, _largest(figure))


def _largest(figure: Figure) -> Record | None:
    """The record that adds most to a figure."""
    rows = entries(figure.unit, figure.period).filter(indicator=figure.indicator.number)
    top = rows.values("source").annotate(amount=Sum("quantity")).order_by("-amount").first()
    return Record.objects.filter(pk=top["source"]).first() if top else None


def _twins(unit: Unit, period: Period) -> list[Doubt]:
    """Large amounts of one union and figure that differ in a single digit."""
    money = [i.number for i in BY_NUMBER.values() if i.money and i.adds == "sum" and not i.hidden]
    rows = entries(unit, period).filter(indicator__in=money).values("unit", "indicator", "source")
    live = rows.annotate(amount=Sum("quantity"), on=Max("day"), signs=Sum("sign")).filter(signs__gt=0)
    alike: dict[tuple[int, int], list[Amount]] = defaultdict(list)
    for row in live.filter(amount__gte=BIG).order_by("unit", "indicator", "source"):
        if amounts.telling_digits(row["amount"]):
            alike[row["unit"], row["indicator"]].append(Amount(row["source"], row["amount"], row["on"]))
    return _told(pair for group in alike.values() for pair in _pairs(group))


def _pairs(group: list[Amount]) -> Iterator[tuple[str, int, int]]:
    """Why two of these may be one, and whose they are."""
    for n, one in enumerate(group):
        for other in group[:n]:
            if sentence := amounts.twins(one.amount, other, one.day):
                yield sentence, one.source, other.source


def _told(pairs: Iterable[tuple[str, int, int]]) -> list[Doubt]:
    """Each pair once, unless one of the two was confirmed."""
    once = {(one, other): sentence for sentence, one, other in pairs}
    records = Record.objects.in_bulk({pk for pair in once for pk in pair})
    found = [
        Doubt(sentence, records.get(one))
        for (one, other), sentence in once.items()
        if other not in records or not records[other].despite
    ]
    return found[:LISTED]


def _given_twice(unit: Unit, period: Period) -> list[Doubt]:
    """People who had one programme's gift from two records within weeks, by the later record."""
    later = Counter(one.gift.source for one in given_again(unit, period))
    records = Record.objects.in_bulk(later)
    return [
        Doubt(
            f"{small(count)} người được tặng hai lần trong cùng chương trình; hãy xem lại.", records[source]
        )
        for source, count in later.most_common(LISTED)
    ]
