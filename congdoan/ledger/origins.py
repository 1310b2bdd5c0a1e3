"""What entries are drawn from, and the rules that say again what each source draws.

The rooms above the ledger register here how to draw their sources; the ledger asks them when it verifies or redraws,
and never imports them.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

RECORD, UNIT, ORGANISING, MEMBERSHIP, CARD, REGISTER = 1, 2, 3, 4, 5, 6
VOUCHER, LENDING, ESTIMATE, DISCLOSURE, DUES = 31, 32, 33, 34, 35
TARGETS, SCORE_SHEET = 51, 52
OFFICER, COMMITTEE, GROUP = 11, 12, 13
PLAN_LINE, FOLLOW_UP, COMPLAINT = 61, 62, 63
PAPER, REPORT_DUE = 71, 72
LAPSING = (PLAN_LINE, REPORT_DUE)  # what a union was to do: nothing of it is owed after its end


@dataclass(frozen=True)
class Draw:
    """What a source adds to one indicator: the rule's answer, not yet written.

    `unit` and `day` are where and when it stands, as the rule says. `cut` holds the breakdowns, `subject` the number
    of who or what is counted. A zero adds nothing and is not written, unless it is `said`: somebody counted none.
    """

    indicator: str
    unit: int
    day: date
    quantity: int = 1
    subject: int | None = None
    cut: Mapping[str, str] = field(default_factory=dict)
    said: bool = False

    @property
    def written(self) -> bool:
        """Whether there is an entry of it."""
        return bool(self.quantity) or self.said


@dataclass(frozen=True)
class Told:
    """A source as the lines under a figure name it: what it is, who is meant, its page."""

    title: str
    who: str = ""
    url: str = ""


@dataclass(frozen=True)
class Origin:
    """A sort of source. `all` yields every source's number and draws, under the rules in force now. `tell` names some
    of them to a reader who may see their unions."""

    number: int
    name: str
    all: Callable[[], Iterator[tuple[int, Iterable[Draw]]]]
    feeds: frozenset[str]
    tell: Callable[[Collection[int]], Mapping[int, Told]] = lambda sources: {}

    def drawn(self, sources: Collection[int]) -> Iterator[tuple[int, Iterable[Draw]]]:
        """What these sources draw now."""
        return ((source, draws) for source, draws in self.all() if source in sources)


ORIGINS: dict[int, Origin] = {}


def register(origin: Origin) -> None:
    """Called once, when the room above starts."""
    ORIGINS[origin.number] = origin
