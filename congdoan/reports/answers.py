"""What a template is told, and what it printed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from congdoan.reports.tags import Tag

Number = int | Decimal
SAME_MONTHS = "cùng kỳ năm trước"


@dataclass(frozen=True)
class Row:
    """One line of a figure broken down: by union, month or any breakdown. `key` is a code, never a name.

    `previous` is its value a year before, for charts. `texts` are the cells of a score sheet's line.
    """

    key: str
    label: str
    value: Number | None
    href: str = ""
    previous: Number | None = None
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """A figure as the report is to print it.

    `value` is None where nobody could report it; a ratio carries `num` and `den`. `entries` counts the live lines
    under it. `note` says in words what differs from the report's own period and scope. `href` is the path of its page
    ("/so-lieu/…"). `previous` is its value in the days called `against`; `rows` its breakdown, if the tag asks for one;
    `told` what is said of it against its target; `expected` what of it, or of a part of a ratio, is only an estimate yet.
    """

    code: str
    label: str
    counts_in: str
    value: Number | None
    definition: str = ""
    num: int | None = None
    den: int | None = None
    previous: Number | None = None
    against: str = SAME_MONTHS
    entries: int = 0
    note: str = ""
    href: str = ""
    rows: tuple[Row, ...] = ()
    told: str = ""
    expected: int = 0

    @property
    def money(self) -> bool:
        return self.counts_in.startswith("đồng")

    @property
    def ratio(self) -> bool:
        """A share; a mean has parts too, and is a number."""
        return self.den is not None and self.counts_in == "%"

    @property
    def empty(self) -> bool:
        """Nothing to say: nobody could report, or none."""
        return not self.value


Answers = Callable[[Tag], Answer]


@dataclass(frozen=True)
class PrintedFigure:
    """A figure that stands in the document.

    `ref` is what the content control is tagged with: the code, and a number behind it where the same code was asked
    more than once (`CAR-04`, `CAR-04.2`); in a table, the code and the row's key (`CAR-02@laocai-cdvc-07`).
    """

    ref: str
    tag: Tag
    answer: Answer
    texts: tuple[str, ...] = ()
    row: Row | None = None


@dataclass(frozen=True)
class Rendered:
    """A finished document, what it printed, in the order of reading, and the sentences it left out."""

    docx: bytes
    printed: tuple[PrintedFigure, ...]
    left_out: tuple[str, ...] = ()


@dataclass
class Tally:
    """Keeps count of what is printed while a document is made, and gives each figure its short code."""

    printed: dict[object, PrintedFigure] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    asked: dict[str, int] = field(default_factory=dict)

    def figure(self, tag: Tag, answer: Answer, text: str) -> str:
        """Note that a figure stands in the text as `text`; its short code."""
        known = self.printed.get(tag.question)
        ref = known.ref if known else self._next(tag.code)
        texts = (*known.texts, text) if known else (text,)
        self.printed[tag.question] = PrintedFigure(ref, tag, answer, texts)
        return ref

    def row(self, tag: Tag, answer: Answer, row: Row, text: str) -> str:
        """The same for one row of a figure broken down."""
        parent = self.printed.get(tag.question)
        base = parent.ref if parent else tag.code
        ref = f"{base}@{row.key}"[:64]
        self.printed[(tag.question, tag.by, row.key)] = PrintedFigure(ref, tag, answer, (text,), row)
        return ref

    def _next(self, code: str) -> str:
        self.asked[code] = self.asked.get(code, 0) + 1
        return code if self.asked[code] == 1 else f"{code}.{self.asked[code]}"
