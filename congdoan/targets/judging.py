"""Whether a result reaches a target, and what percent of it. Exact: nothing is rounded before it is compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from .models import Target

Op = Target.Op
LEAST = (Op.AT_LEAST, Op.ABOVE)  # where more is better


class Verdict(StrEnum):
    MET = "met"
    EXCEEDED = "exceeded"
    NOT_MET = "not_met"
    NOT_DUE = "not_due"
    NO_FIGURE = "no_figure"

    @property
    def reached(self) -> bool:
        return self in (Verdict.MET, Verdict.EXCEEDED)


VERDICTS = {
    Verdict.MET: "đạt",
    Verdict.EXCEEDED: "vượt",
    Verdict.NOT_MET: "chưa đạt",
    Verdict.NOT_DUE: "chưa đến hạn",
    Verdict.NO_FIGURE: "chưa có số liệu",
}


@dataclass(frozen=True)
class Part:
    """The result of one stretch (a year of a term, or all of it) and whether nothing can change it any more.

    `grows`: what was counted once stays counted, so that more can only be added.
    """

    result: Fraction | None
    over: bool
    grows: bool = False


def holds(op: str, result: Fraction, value: Fraction) -> bool:
    """Whether the result is what was demanded."""
    if op == Op.AT_LEAST:
        return result >= value
    if op == Op.ABOVE:
        return result > value
    return result <= value if op == Op.AT_MOST else result == value


def better(op: str, result: Fraction, value: Fraction) -> bool:
    """Whether it is more than what was demanded."""
    return result > value if op in LEAST else op == Op.AT_MOST and result < value


def attainment(op: str, result: Fraction, value: Fraction) -> Fraction | None:
    """What percent of the target was reached: result/target, and target/result where less is better.

    None where there is nothing to divide by: of a target of none there is no percent.
    """
    top, bottom = (value, result) if op == Op.AT_MOST else (result, value)
    return 100 * top / bottom if bottom and value else None


def judge(op: str, value: Fraction, parts: Sequence[Part]) -> Verdict:
    """The verdict on all parts: each must hold, and one that fails for good fails the whole."""
    due = [part for part in parts if part.over or _settled(op, value, part)]
    if any(part.result is not None and not holds(op, part.result, value) for part in due):
        return Verdict.NOT_MET
    if not parts or any(part.result is None for part in due) or all(p.result is None for p in parts):
        return Verdict.NO_FIGURE
    if len(due) < len(parts):
        return Verdict.NOT_DUE
    all_better = all(part.result is not None and better(op, part.result, value) for part in parts)
    return Verdict.EXCEEDED if all_better else Verdict.MET


def worst(op: str, value: Fraction, parts: Sequence[Part]) -> Fraction | None:
    """The result that decides: the farthest from what was demanded."""
    known = [part.result for part in parts if part.result is not None]
    if not known:
        return None
    if op in LEAST:
        return min(known)
    return max(known) if op == Op.AT_MOST else max(known, key=lambda result: abs(result - value))


def _settled(op: str, value: Fraction, part: Part) -> bool:
    """Whether the days to come cannot change the verdict: enough is counted already, or too much."""
    if part.result is None or not part.grows:
        return False
    return part.result > value if op == Op.EXACTLY else holds(op, part.result, value) == (op in LEAST)
