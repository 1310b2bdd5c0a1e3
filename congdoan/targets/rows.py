"""A line of a score sheet: everything a page, a report or the command line prints of a target."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from urllib.parse import urlencode

from congdoan.accounts import state
from congdoan.base.words import capital_first, fraction, join_list, percent_text, small
from congdoan.ledger.figures import Figure
from congdoan.org.models import Unit

from . import saying
from .goals import Goal
from .judging import VERDICTS, Part, Verdict, attainment, judge, worst
from .models import Answer, Target
from .pace import Pace, flows, pace
from .results import Answers, Day, Stretch

NAMES = 5  # unions named in a sentence


@dataclass(frozen=True)
class Row:
    """A target with how it stands. `stretches` are the results one by one (the years of a term); `since`: the
    month from which it goes wrong, where that was asked."""

    goal: Goal
    stretches: Sequence[Stretch]
    result: Fraction | None
    verdict: Verdict
    pace: Pace | None = None
    answer: Answer | None = None
    since: str = ""

    @property
    def target(self) -> Target:
        return self.goal.target

    @property
    def unit(self) -> Unit:
        return self.goal.unit

    @property
    def label(self) -> str:
        return self.target.text

    @property
    def decisive(self) -> Stretch | None:
        """The stretch whose result decides."""
        return next((s for s in self.stretches if s.part.result == self.result is not None), None)

    @property
    def figure(self) -> Figure | None:
        """The figure that decides, where one does."""
        return self.decisive.figure if self.decisive else None

    @property
    def attained(self) -> Fraction | None:
        """What percent of the target was reached, exactly."""
        if self.result is None or self.target.by_hand:
            return None
        return attainment(self.target.op, self.result, self.goal.value)

    @property
    def attainment(self) -> Decimal | None:
        """The same to two decimals, as it is printed."""
        return saying.percent(self.attained)

    @property
    def attainment_text(self) -> str:
        """ "120,44%"; empty where there is none."""
        return "" if self.attainment is None else percent_text(self.attainment)

    @property
    def demand(self) -> str:
        """What is asked for: "400 người trở lên"."""
        return saying.demand(self.target, self.goal.value)

    @property
    def result_text(self) -> str:
        """What came of it: "420 người", "95,4% (420/440)"; of a yes-or-no one, what was said."""
        if self.answer:
            return "có" if self.answer.met else "không"
        said = saying.amount(self.target.indicator, self.result)
        figure = self.figure
        counted = figure is not None and figure.den and not figure.indicator.money
        return (
            f"{said} ({fraction(figure.num or 0, figure.den)})" if counted and figure and figure.den else said
        )

    @property
    def against(self) -> str:
        """Result and target, bare: "8/10"."""
        return f"{saying.amount(None, self.result)}/{saying.amount(None, self.goal.value)}"

    @property
    def years(self) -> list[tuple[str, str]]:
        """Each year with what came of it."""
        counted = self.target.indicator
        return [(str(s.period.year), saying.amount(counted, s.part.result)) for s in self.stretches]

    @property
    def address(self) -> str:
        """What the page of the figure is asked, so that it shows the very number that decides."""
        decisive = self.decisive or (self.stretches[0] if self.stretches else None)
        asked = [
            (state.UNIT, self.unit.code),
            (state.PERIOD, (decisive.period if decisive else self.goal.days).code),
        ]
        asked += [("pham-vi", self.target.scope)] if self.target.scope != "all" else []
        return f"?{urlencode([*asked, *(('loc', part) for part in self.target.cut.split(';') if part)])}"

    @property
    def part(self) -> int:
        """How full the bar is: whole percents, never full before the target is reached."""
        return max(0, min(100, int(self.attained or 0)))

    @property
    def due(self) -> int | None:
        """Where the bar ought to be today, in whole percents; none where nothing adds up over the days."""
        return min(99, int(100 * self.pace.due)) if self.pace and flows(self.goal) else None

    @property
    def verdict_text(self) -> str:
        return VERDICTS[self.verdict]

    @property
    def lagging(self) -> Sequence[Unit]:
        """The unions below that have not done it, where each must."""
        return self.stretches[0].lagging if self.stretches else ()

    @property
    def sentence(self) -> str:
        """How it goes, in one sentence; empty where the verdict says all."""
        if self.lagging:
            return _who_lags(self.lagging)
        if self.verdict is Verdict.NOT_DUE and self.pace:
            return _forecast(self.goal, self.pace)
        return self.answer.reason if self.answer else ""

    @property
    def late(self) -> bool:
        """Whether it will not be met as it goes."""
        return self.verdict is Verdict.NOT_DUE and self.pace is not None and not self.pace.will


def row(goal: Goal, found: Sequence[Stretch], answer: Answer | None, day: Day, answers: Answers) -> Row:
    """A goal judged."""
    if goal.target.by_hand:
        return Row(goal, (), None, _by_hand(goal, answer, day), answer=answer)
    parts = [stretch.part for stretch in found]
    op, value = goal.target.op, goal.value
    result, verdict = worst(op, value, _known(parts)), judge(op, value, parts)
    return Row(goal, found, result, verdict, pace(goal, result, day, answers))


def _known(parts: Sequence[Part]) -> Sequence[Part]:
    """Parts whose days are over decide; while none is, those that have begun."""
    over = [part for part in parts if part.over and part.result is not None]
    return over or parts


def _by_hand(goal: Goal, answer: Answer | None, day: Day) -> Verdict:
    if answer:
        return Verdict.MET if answer.met else Verdict.NOT_MET
    return Verdict.NO_FIGURE if goal.days.last <= day.on else Verdict.NOT_DUE


def _who_lags(lagging: Sequence[Unit]) -> str:
    names = [unit.name for unit in lagging[:NAMES]]
    more = f" và {small(len(lagging) - NAMES)} nơi nữa" if len(lagging) > NAMES else ""
    return f"Còn {small(len(lagging))} đơn vị: {', '.join(names) if more else join_list(names)}{more}."


def _forecast(goal: Goal, at: Pace) -> str:
    share = goal.indicator is not None and goal.indicator.counts_in == "%"
    coming = saying.amount(goal.indicator, at.forecast if share else int(at.forecast))
    gone = percent_text(saying.rounded(100 * at.gone))
    will = "sẽ đạt" if at.will else "sẽ không đạt"
    return capital_first(f"đã qua {gone} thời gian; {at.how} thì cuối kỳ được {coming}, {will}.")


def counted(found: Sequence[Row]) -> dict[str, int]:
    """How many there are, how many were reached, and how many of those exceeded."""
    verdicts = [one.verdict for one in found]
    reached = sum(verdict.reached for verdict in verdicts)
    return {"set": len(found), "met": reached, "exceeded": verdicts.count(Verdict.EXCEEDED)}


def summed(found: Sequence[Row]) -> str:
    """The sheet in a phrase: "12/12 chỉ tiêu đạt, 05 vượt"."""
    count = counted(found)
    more = f", {small(count['exceeded'])} vượt" if count["exceeded"] else ""
    return f"{count['met']}/{count['set']} chỉ tiêu đạt{more}"
