"""Other ways of asking the same question, one tap away: scope, tree then or now, filters."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from congdoan.base.period import today
from congdoan.ledger import cuts

from .asking import SCOPES, Question
from .shell import Item

Address = Callable[[Question], str]


@dataclass(frozen=True)
class Condition:
    """A breakdown's value the figure is narrowed to; `url` leads to the figure without it."""

    name: str
    value: str
    url: str


def scopes(question: Question, address: Address) -> list[Item]:
    """All levels, this union alone, those below; none for a union that has nothing below it."""
    if question.unit.kind.grassroots:
        return []
    return [
        Item(label, address(replace(question, scope=scope)), active=question.scope == scope)
        for scope, label in SCOPES.items()
    ]


def trees(question: Question, address: Address) -> list[Item]:
    """Counted where each union stood then, or with history laid over today's tree."""
    then = Item("Theo tổ chức lúc đó", address(replace(question, tree=None)), active=question.tree is None)
    now = Item(
        "Theo tổ chức hiện nay", address(replace(question, tree=today())), active=question.tree == today()
    )
    if question.tree in (None, today()):
        return [then, now]
    return [then, now, Item(f"Theo tổ chức ngày {question.tree:%d/%m/%Y}", address(question), active=True)]


def conditions(question: Question, address: Address) -> list[Condition]:
    """What the figure is narrowed to."""
    return [
        Condition(
            cuts.DIMENSIONS[dimension],
            cuts.label(dimension, value),
            address(replace(question, where={k: v for k, v in question.where.items() if k != dimension})),
        )
        for dimension, value in question.where.items()
    ]


def way_told(question: Question) -> str:
    """How it is counted, where that is not the usual way: "riêng cấp này, theo tổ chức hiện nay"."""
    said = [SCOPES[question.scope].lower()] if question.scope != "all" else []
    if question.tree:
        said.append(
            "theo tổ chức hiện nay"
            if question.tree == today()
            else f"theo tổ chức ngày {question.tree:%d/%m/%Y}"
        )
    if question.known:
        said.append(f"như sổ đã biết đến hết ngày {question.known:%d/%m/%Y}")
    return ", ".join(said)
