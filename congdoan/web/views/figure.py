"""The page of a figure: value, parts, months, unions, the lines under it."""

from dataclasses import dataclass, replace
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from congdoan.accounts import exports
from congdoan.audit.actions import note
from congdoan.base.errors import NotHere, Refused
from congdoan.base.table import LONGEST, ONE_TOO_MANY
from congdoan.ledger import breakdowns, saying, shares
from congdoan.ledger.book_of_indicators import PLACES, adds_up
from congdoan.ledger.figures import Figure
from congdoan.ledger.figures import figure as worked_out
from congdoan.ledger.indicator import BY_KEY, Indicator, counted, find
from congdoan.org.models import Employer, Unit
from congdoan.records import estimates, under
from congdoan.targets.queries import target_of
from congdoan.web import apart, asking, switches, tables
from congdoan.web.asking import Question
from congdoan.web.shell import PAGE

PER_PAGE = 50
COUNTED = 20_000  # entries up to which the lines they make are counted one by one
IN_SIGHT = 12  # unions shown before the fold
MISSING_SHOWN = 60
SORT, BY_NAME = "xep", "ten"


@dataclass(frozen=True)
class Half:
    """One of the two parts of a ratio."""

    indicator: Indicator
    text: str
    url: str


@require_safe
def figure(request: HttpRequest, code: str) -> HttpResponse:
    """The page. Sensitive names among its lines are noted in the trail, once a page."""
    indicator, question = _asked(request, code)
    found = worked_out(indicator, question.unit, question.period, **question.how)
    if exports.asked(request):
        return _taken_out(request, question, found)
    before = worked_out(indicator, question.unit, question.before, **question.how)
    children = apart.by_union(question, found, before)
    bars, parts = apart.by_month(found, before), apart.by_breakdown(question, found)
    context = {
        "question": question,
        "query": question.query(),
        "indicator": indicator,
        "counted": counted(indicator),
        "figure": found,
        "value": saying.value_text(indicator, found.value),
        "counts_in": saying.counts_in(indicator, found.value),
        "last": saying.said(indicator, before.value) if before.value is not None else "",
        "change": saying.change(indicator, found.value, before.value),
        "share": saying.share_text(found),
        "target": target_of(question.unit, indicator, question.period) if question.plain else None,
        "expected": _expected(found, question),
        "halves": _halves(found, question),
        "why_none": _why_none(found),
        "adds_up": adds_up(indicator),
        "place": PLACES[indicator.place],
        "breakdowns": parts,
        "today_says": _today_says(found, question),
        "cause": apart.cause(found, before, parts),
        "grades": found.grades or {},
        "bars": bars,
        "months_sentence": apart.months_sentence(bars, indicator) if bars else "",
        **_unions(request, children, indicator),
        **_missing(found),
        **_ways(question, code),
        **_lines(request, found, apart.telling(parts)),
    }
    return render(request, "web/figure.html", context)


def _expected(found: Figure, question: Question) -> int:
    """How much of it is only an estimate yet."""
    if found.asked.where:
        return 0
    scope, known_at = found.asked.scope, found.asked.known_at
    return estimates.expected(question.unit, found.period, [found.indicator], known_at, scope).get(
        found.indicator.key, 0
    )


def _taken_out(request: HttpRequest, question: Question, found: Figure) -> HttpResponse:
    """The figure taken apart, and every line; names only where this person may see them, and noted."""
    if found.entries > LONGEST:
        raise Refused("Số này có quá nhiều dòng cho một tệp; hãy lọc bớt hoặc xem từng công đoàn cấp dưới.")
    indicator = found.indicator
    told = under.told(request.user, indicator, breakdowns.lines(indicator, found.asked, limit=ONE_TOO_MANY))
    _note(request, found, told.sensitive)
    before = worked_out(indicator, question.unit, question.before, **question.how)
    children = apart.by_union(question, found, before)
    split = [parts for parts in apart.by_breakdown(question, found) if parts.several]
    lists = tables.of_figure(
        found, told.rows, _in_order(request, children), apart.by_month(found, before), split
    )
    about = [question.period.label(), switches.way_told(question)]
    about += [f"{one.name}: {one.value}" for one in _ways(question, indicator.code)["conditions"]]
    name = f"{indicator.code}-{question.period.code}".replace("/", "_").replace(":", "_")
    return exports.handed(request, name, question.unit, *lists, about=about, of=indicator.code)


def _in_order(request: HttpRequest, children: list[apart.Child]) -> list[apart.Child]:
    """As the page lists them: the largest first, or by name."""
    by_name = request.GET.get(SORT) == BY_NAME
    return sorted(children, key=lambda child: child.unit.name_key) if by_name else children


def _asked(request: HttpRequest, code: str) -> tuple[Indicator, Question]:
    """The indicator and what is asked of it. Raises `NotHere` for what doesn't exist or is out of sight."""
    try:
        indicator = find(code)
    except Refused:
        raise NotHere(f"Danh mục không có mục số liệu “{code[:40]}”; hãy tìm ở trang Số liệu.") from None
    question = asking.read(request)
    asking.check(question, indicator)
    return indicator, question


def _halves(found: Figure, question: Question) -> list[Half]:
    if found.num is None or found.den is None:
        return []
    pairs = ((found.indicator.num, found.num), (found.indicator.den, found.den))
    return [
        Half(
            BY_KEY[key],
            saying.said(BY_KEY[key], value),
            reverse("figure", args=[BY_KEY[key].code]) + question.query(where={}),
        )
        for key, value in pairs
    ]


def _today_says(found: Figure, question: Question) -> str:
    """What the same question comes to as the book knows it today, where it is asked as known on another day."""
    if not question.known:
        return ""
    now = worked_out(found.indicator, question.unit, question.so_far, **{**question.how, "known_at": None})
    return saying.said(found.indicator, now.value)


def _why_none(found: Figure) -> str:
    """Why there is no value, not even none."""
    if found.value is not None:
        return ""
    if found.indicator.den:
        return "Chưa tính được tỷ lệ: phần để so sánh chưa có số."
    return "Trong kỳ này công đoàn chưa thành lập hoặc đã kết thúc hoạt động."


def _unions(request: HttpRequest, children: list[apart.Child], indicator: Indicator) -> dict[str, Any]:
    """Those that have something (the first in sight, the others behind a fold), and those that have none."""
    by_name = request.GET.get(SORT) == BY_NAME
    listed = _in_order(request, [child for child in children if child.value or child.before])
    none = [child for child in children if not (child.value or child.before or child.own)]
    return {
        "children": listed[:IN_SIGHT],
        "others": listed[IN_SIGHT:],
        "none": [] if shares.is_share(indicator) else none,
        "by_name": by_name,
        "alike": len({child.value for child in listed}) == 1,
        "union_sentence": apart.union_sentence(children, indicator) if children else "",
    }


def _missing(found: Figure) -> dict[str, Any]:
    """Who of the whole of a share has not done it, by name."""
    numbers = apart.missing(found) if found.den else []
    units = bool(numbers) and BY_KEY[found.indicator.den].subject == "unit"
    rows: Any = (Unit if units else Employer)._default_manager.filter(pk__in=numbers).order_by("name_key")
    named = list(rows[:MISSING_SHOWN])
    return {
        "missing": named,
        "missing_count": len(numbers),
        "missing_units": units,
        "missing_more": len(numbers) - len(named),
    }


def _ways(question: Question, code: str) -> dict[str, Any]:
    def address(other: Question) -> str:
        return reverse("figure", args=[code]) + other.query()

    return {
        "scopes": switches.scopes(question, address),
        "trees": switches.trees(question, address),
        "conditions": switches.conditions(question, address),
        "way": switches.way_told(question),
        "known_off": address(replace(question, known=None)),
        "kept": [(name, value) for name, value in asking.pairs(question) if name != asking.KNOWN],
    }


def _lines(request: HttpRequest, found: Figure, telling: list[str]) -> dict[str, Any]:
    """A page of the lines; they are fetched a page at a time, however many there are."""
    few = found.entries <= COUNTED
    total = breakdowns.how_many_lines(found.indicator, found.asked) if few else found.entries
    page = Paginator(range(total), PER_PAGE).get_page(request.GET.get(PAGE))
    start = max(page.start_index() - 1, 0)
    lines = breakdowns.lines(found.indicator, found.asked, limit=PER_PAGE, offset=start, many=not few)
    told = under.told(request.user, found.indicator, lines, telling)
    _note(request, found, told.sensitive)
    return {"page": page, "lines": told.rows}


def _note(request: HttpRequest, found: Figure, sensitive: bool) -> None:
    if sensitive:
        note(by=request.user.pk, action="see_sensitive", what=found.indicator.code, unit=found.unit.code)
