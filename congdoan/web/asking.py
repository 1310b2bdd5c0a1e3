"""What a page of figures is asked: of which union and period, how counted. Read from the address and written back.

`?cd=` union · `?ky=` period · `?pham-vi=own|below|all` scope · `?cay=` a day, or `nay` for today: history laid over the
tree of that day · `?biet-den=` as known at the end of that day · `?loc=form=cash` a breakdown's value, any number of
them. Word files carry such addresses: their names stay.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils import timezone

from congdoan.accounts import state
from congdoan.base.errors import NotHere, Refused
from congdoan.base.period import Period, today
from congdoan.ledger import cuts
from congdoan.ledger.conditions import parse_where
from congdoan.ledger.indicator import BY_KEY, Indicator
from congdoan.org.models import Unit

SCOPE, TREE, KNOWN, WHERE = "pham-vi", "cay", "biet-den", "loc"
TODAY = "nay"
SCOPES = {"all": "Tất cả các cấp", "own": "Riêng cấp này", "below": "Các cấp dưới"}


@dataclass(frozen=True)
class Question:
    """What the page is about. `tree` empty: every entry where its union stood then; `known` empty: as known now."""

    unit: Unit
    period: Period
    scope: str = "all"
    tree: date | None = None
    known: date | None = None
    where: Mapping[str, str] = field(default_factory=dict)

    @property
    def how(self) -> dict[str, Any]:
        """The arguments of `ledger.figures.figures`, besides union and period."""
        return {"scope": self.scope, "tree": self.tree, "known_at": self.known_at, "where": self.where}

    @property
    def known_at(self) -> datetime | None:
        """The last moment of the day until which the book is known."""
        return timezone.make_aware(datetime.combine(self.known, time.max)) if self.known else None

    @property
    def plain(self) -> bool:
        """Whether all levels are asked for, as they stood, without a filter: what targets are held against."""
        return self.scope == "all" and not (self.tree or self.where)

    @property
    def so_far(self) -> Period:
        """The days that can have figures: a period not yet over ends today, or on the day until which the book is known."""
        return self.period.until(min(self.known or today(), today()))

    @property
    def before(self) -> Period:
        """The same days a year earlier."""
        return self.so_far.year_before()

    def query(self, **changed: Any) -> str:
        """The address of this question, or of one that differs in some points: "?cd=…&ky=…"."""
        return f"?{urlencode(list(pairs(replace(self, **changed))))}"

    def narrowed(self, dimension: str, value: str) -> str:
        """The address of the same question for one value of a breakdown."""
        return self.query(where={**self.where, dimension: value})

    def widened(self, dimension: str) -> str:
        """The address of the same question without a breakdown."""
        return self.query(where={k: v for k, v in self.where.items() if k != dimension})


def read(request: HttpRequest) -> Question:
    """What the address asks. Raises `NotHere` with one sentence for what cannot be asked."""
    unit = state.current_unit(request)
    if unit is None:
        raise NotHere(
            "Bạn chưa có vai trò ở công đoàn nào; hãy nhờ người quản trị của công đoàn cấp trên giao vai trò."
        )
    get = request.GET
    return Question(
        unit,
        state.current_period(request),
        _scope(get.get(SCOPE, "")),
        today() if get.get(TREE) == TODAY else state.day(get.get(TREE, "")),
        _past(state.day(get.get(KNOWN, ""))),
        _where(get.getlist(WHERE)),
    )


def check(question: Question, indicator: Indicator) -> None:
    """Refuse (`NotHere`) a breakdown the indicator doesn't have."""
    for dimension in question.where.keys() - set(dimensions(indicator)):
        name = cuts.DIMENSIONS[dimension].lower()
        raise NotHere(f"Mục “{indicator.name}” không chia theo {name}; hãy bỏ điều kiện lọc này.")


def dimensions(indicator: Indicator) -> tuple[str, ...]:
    """The breakdowns of an indicator; of a ratio, those of its part."""
    return indicator.cuts or (BY_KEY[indicator.num].cuts if indicator.num else ())


def pairs(question: Question) -> Iterable[tuple[str, str]]:
    """The question as the address says it."""
    yield state.UNIT, question.unit.code
    yield state.PERIOD, question.period.code
    if question.scope != "all":
        yield SCOPE, question.scope
    if question.tree:
        yield TREE, TODAY if question.tree == today() else question.tree.isoformat()
    if question.known:
        yield KNOWN, question.known.isoformat()
    for dimension, value in question.where.items():
        yield WHERE, f"{dimension}={value}"


def _scope(text: str) -> str:
    if text and text not in SCOPES:
        raise NotHere(
            f"Không có phạm vi “{text[:40]}”: hãy chọn tất cả các cấp, riêng cấp này hoặc các cấp dưới."
        )
    return text or "all"


def _past(day: date | None) -> date | None:
    if day and day > today():
        raise NotHere(f"Ngày {day:%d/%m/%Y} chưa tới: hãy chọn hôm nay hoặc một ngày đã qua.")
    return day


def _where(conditions: list[str]) -> dict[str, str]:
    try:
        return parse_where(conditions)
    except Refused as refused:
        raise NotHere(refused.sentence) from None
