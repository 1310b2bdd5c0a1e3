"""What was said of a paper or of a line of a plan, version by version: who, when, why, and what changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

from congdoan.accounts.models import User
from congdoan.audit.models import Posting
from congdoan.base.words import grouped
from congdoan.ledger.indicator import BY_NUMBER
from congdoan.records.told import Change

from .models import LineVersion, Paper, PaperVersion

Said = Mapping[str, tuple[str, Callable[[Any], str]]]  # by name in the content: its label, and how it is told
OPERATOR = "Người vận hành"


@dataclass(frozen=True)
class Act:
    """One time it was said."""

    label: str
    posting: Posting
    who: str
    changes: Sequence[Change] = field(default_factory=list)


def of_paper(paper: Paper) -> list[Act]:
    """A paper, the last first."""
    return _acts(list(paper.versions.select_related("posting").order_by("pk")), PAPER, "Vào sổ")


def of_line(versions: Sequence[LineVersion]) -> list[Act]:
    """A line of a plan, the last first."""
    return _acts(versions, LINE, "Thêm việc")


def _acts(versions: Sequence[PaperVersion | LineVersion], said: Said, first: str) -> list[Act]:
    users = User.objects.in_bulk({one.posting.by for one in versions if one.posting.by})
    changes = [[], *(_changes(before.content, after.content, said) for before, after in pairwise(versions))]
    acts = [
        Act("Sửa" if n else first, one.posting, str(users.get(one.posting.by or 0, OPERATOR)), changes[n])
        for n, one in enumerate(versions)
    ]
    return acts[::-1]


def _changes(before: Mapping[str, Any], after: Mapping[str, Any], said: Said) -> list[Change]:
    told = [
        (label, tell(before.get(name) or ""), tell(after.get(name) or ""))
        for name, (label, tell) in said.items()
    ]
    return [Change(*one) for one in told if one[1] != one[2]]


def _day(kept: str) -> str:
    return f"{date.fromisoformat(kept):%d/%m/%Y}" if kept else ""


def _sort(kept: str) -> str:
    return str(Paper.Sort(kept).label) if kept else ""


def _indicator(kept: Any) -> str:
    return BY_NUMBER[kept].name if kept in BY_NUMBER else ""


def _count(kept: Any) -> str:
    return grouped(kept) if kept else ""


def _yes(kept: Any) -> str:
    return "có" if kept else "không"


PAPER: Said = {
    "sort": ("Loại", _sort), "subject": ("Trích yếu", str), "symbol": ("Ký hiệu", str), "dated_on": ("Ngày văn bản", _day),
    "arrived_on": ("Ngày đến", _day), "issuer": ("Nơi gửi, nhận", str), "signer": ("Người ký", str),
    "handler": ("Người xử lý", str), "due_on": ("Hạn xử lý", _day), "digital": ("Ký số", _yes),
}  # fmt: skip
LINE: Said = {
    "what": ("Việc", str), "who": ("Ai làm", str), "due_on": ("Hạn", _day), "indicator": ("Mục số liệu", _indicator),
    "quantity": ("Số lượng", _count),
}  # fmt: skip
