"""What is counted: the shape of an indicator and the register of them all.

The chapters in `catalogue/` declare them; everything else (form preview, figure page, report tag, command line) derives
from here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from congdoan.base.errors import Refused

NIL = 99  # the last number of each chapter: the answer "không phát sinh"


@dataclass(frozen=True)
class Chapter:
    """A chapter of the catalogue. Its number is the hundreds of its indicators' numbers."""

    number: int
    code: str
    key: str
    name: str
    short_name: str


@dataclass(frozen=True)
class Indicator:
    """One thing that is counted.

    `number` is what `Entry` stores and never changes. `adds` says how it adds up:

    * `sum` over unions and time · `balance` of entries up to a day (a stock) · `distinct` subjects over the whole scope
    * `ratio`, `mean`: remade at every level from `num` and `den` (keys of other indicators)
    * `own`: of the asked union alone; with a `subject`, the least it did for any union directly under it · `distribution`: how many per grade

    `subject` is what a distinct count counts (`person`, `household`, `child`, `employer`, `unit`; a `transfer` stands
    at both its ends with opposite signs and so counts where only one of them is). `place` and `by_day` say at which
    union and on which day its entries stand. `cuts` are the breakdowns that may be asked for. A `hidden` one is only a
    part of another. `yearly`: asked for a longer period, it answers for the last full year in it. `opens`: a stock asked
    as it stood the evening before the period.
    """

    number: int
    code: str
    key: str
    name: str
    name_en: str
    counts_in: str
    adds: str
    by_day: str = "event"
    place: str = "doer"
    subject: str = ""
    num: str = ""
    den: str = ""
    cuts: tuple[str, ...] = ()
    definition: str = ""
    yearly: bool = False
    opens: bool = False
    hidden: bool = False
    source: str = ""

    @property
    def money(self) -> bool:
        return self.counts_in == "đồng"

    @property
    def stock(self) -> bool:
        """Asked for on a day rather than over days."""
        return self.by_day == "day"

    @property
    def chapter(self) -> Chapter:
        return CHAPTERS[self.number // 100]


CHAPTERS: dict[int, Chapter] = {}
BY_NUMBER: dict[int, Indicator] = {}
BY_KEY: dict[str, Indicator] = {}
BY_CODE: dict[str, Indicator] = {}


@dataclass
class Declaring:
    """Declares the indicators of one chapter, one call each."""

    chapter: Chapter
    seen: set[int] = field(default_factory=set)

    def __call__(
        self, number: int, key: str, name: str, name_en: str, counts_in: str, adds: str, **more: object
    ) -> None:
        code = f"{self.chapter.code}-{number:02d}"
        indicator = Indicator(
            self.chapter.number * 100 + number,
            code,
            f"{self.chapter.key}.{key}",
            name,
            name_en,
            counts_in,
            adds,
            **more,  # type: ignore[arg-type]
        )
        for register, name_in in ((BY_NUMBER, indicator.number), (BY_KEY, indicator.key), (BY_CODE, code)):
            if name_in in register:
                raise ValueError(f"{name_in} is declared twice")
            register[name_in] = indicator  # type: ignore[index]

    def part(
        self, number: int, key: str, name: str, name_en: str, counts_in: str, adds: str, **more: object
    ) -> None:
        """A hidden indicator that only feeds a ratio."""
        self(number, key, name, name_en, counts_in, adds, hidden=True, **more)


def chapter(number: int, code: str, key: str, name: str, short_name: str) -> Declaring:
    """Open a chapter; its last number is kept for the answer that there was nothing to record."""
    CHAPTERS[number] = Chapter(number, code, key, name, short_name)
    declare = Declaring(CHAPTERS[number])
    declare.part(NIL, "nil", f"{short_name}: không phát sinh", "nothing to record", "lần", "sum")
    return declare


def find(name: str) -> Indicator:
    """The indicator with this key or code. Refuses a name the catalogue doesn't hold."""
    found = BY_KEY.get(name) or BY_CODE.get(name.upper())
    if found is None:
        raise Refused(f"Danh mục không có mục số liệu “{name}”; xem mã trong docs/indicators.md.", "code")
    return found


def counted(indicator: Indicator) -> Indicator:
    """What parts, months and lines are of: the indicator, or the part of a ratio."""
    return BY_KEY[indicator.num] if indicator.num else indicator


def shown() -> list[Indicator]:
    """Every indicator people see, in the order of the catalogue."""
    return [BY_NUMBER[number] for number in sorted(BY_NUMBER) if not BY_NUMBER[number].hidden]


def numbers(indicators: Iterable[Indicator]) -> list[int]:
    return [indicator.number for indicator in indicators]
