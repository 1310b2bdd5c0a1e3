"""Charts as SVG: bars from zero, columns over months, a spark; and the same as a PNG for a Word file.

The same drawing serves page and paper. On a page (`theme="screen"`) it is as wide as its place, text keeps its size and
colours are the style sheet's variables; for paper (`theme="paper"`) it has a width in pixels and literal colours.
Sums in đồng are shown in triệu. This year is dark, last year pale: they differ in grey too.
"""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import NamedTuple

import resvg_py

from congdoan.base.marks import LINE, SIZE, SMALL, Number, Pen, Rect, group, percent, short
from congdoan.base.words import MILLION, decimal_text, grouped

DONG = "đồng"
FONT_DIRS = (Path("/usr/share/fonts/truetype/liberation2"),)
NARROWEST = 340  # pixels a chart without a width may count on
LETTER = Decimal("8.2")  # how wide a letter is on the average, at most: for wrapping
NUMBER_ROOM = 80  # pixels kept free for the number beside a name
DIGITS_ABREAST = 40  # how many characters of numbers stand side by side on a phone


class Bar(NamedTuple):
    """One thing compared: its name, its value, the value a year before. None: there is no figure."""

    label: str
    value: int | None
    before: int | None = None

    def told(self, unit: str) -> str:
        """In words: "T1: 179 suất, cùng kỳ năm trước 120"."""
        value = f"{number_text(self.value, unit)} {unit_text(unit)}".rstrip()
        said = f"{self.label}: {'chưa có số liệu' if self.value is None else value}"
        past = f", cùng kỳ năm trước {number_text(self.before, unit)}"
        return said if self.before is None else said + past


def bars(
    title: str,
    rows: Iterable[Bar | tuple[str, int | None] | tuple[str, int | None, int | None]],
    unit: str = "",
    *,
    width: int | None = None,
    font: str | None = None,
    theme: str = "screen",
) -> str:
    """Horizontal bars from zero, each under its name and value; last year's as a pale line below it.

    `unit` is what is counted; sums in "đồng" are drawn in triệu. Without `width` the chart fills its place.
    """
    made, pen = [Bar(*row) for row in rows], Pen(theme, font)
    pieces, y = _legend(pen, made, unit)
    room = int(((width or NARROWEST) - NUMBER_ROOM) / LETTER)
    for row in made:
        lines = wrapped(row.label, room)
        pieces.append(
            group(row.told(unit), _bar(pen, row, lines, number_text(row.value, unit), _top(made), y))
        )
        y += LINE * len(lines) + (20 if row.before is None else 28)
    return pen.sheet(title, _told(made, unit), pieces, width, y)


def columns(
    title: str,
    months: Iterable[Bar | tuple[str, int | None] | tuple[str, int | None, int | None]],
    unit: str = "",
    *,
    width: int | None = None,
    height: int = 180,
    font: str | None = None,
    theme: str = "screen",
) -> str:
    """Columns from zero, one a month; the year before stands at its left as a pale outline."""
    made, pen = [Bar(*month) for month in months], Pen(theme, font)
    pieces, y = _legend(pen, made, unit, outlined=True)
    floor = y + SIZE + height
    numbered = _numbered(made, unit)
    for at, month in enumerate(made):
        place = _Place(Decimal(100 * at) / len(made), Decimal(100) / len(made), floor, height, _top(made))
        said = number_text(month.value, unit) if at in numbered else ""
        pieces.append(group(month.told(unit), _column(pen, month, said, place)))
    return pen.sheet(title, _told(made, unit), [*pieces, pen.floor(floor)], width, floor + LINE + 6)


def course(
    title: str,
    steps: Iterable[Bar | tuple[str, int | None, int | None]],
    unit: str = "",
    *,
    theme: str = "screen",
) -> str:
    """Columns of what was reached, each with a line where it ought to have been (`before`)."""
    made, pen, height = [Bar(*step) for step in steps], Pen(theme), 160
    pieces, y = [pen.small("0", SMALL, f"Đơn vị tính: {unit_text(unit)}; vạch ngang: cần có")], LINE + 6
    floor, numbered = y + SIZE + height, _numbered(made, unit)
    for at, step in enumerate(made):
        place = _Place(Decimal(100 * at) / len(made), Decimal(100) / len(made), floor, height, _top(made))
        said = number_text(step.value, unit) if at in numbered else ""
        needed = place.rect(step.before or 0, ".08", ".84")
        line = pen.mark("ink", Rect(needed.x, needed.y - 1, needed.width, 2), "needed")
        told = f"{step.label}: {number_text(step.value, unit)}, cần có {number_text(step.before, unit)}"
        pieces.append(group(told, [*_column(pen, Bar(step.label, step.value), said, place), line]))
    return pen.sheet(title, "", [*pieces, pen.floor(floor)], None, floor + LINE + 6)


def spark(values: Sequence[int | None], *, theme: str = "screen") -> str:
    """A word-sized line over months: its course, no numbers. Decoration: what it shows stands beside it."""
    known, colors = [value or 0 for value in values] or [0], Pen(theme).colors
    top, step = max([*known, 1]), Decimal(84) / max(len(known) - 1, 1)
    points = [(2 + step * at, 22 - Decimal(20 * max(value, 0)) / top) for at, value in enumerate(known)]
    line = " ".join(f"{short(x)},{short(y)}" for x, y in points)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" class="spark" viewBox="0 0 88 24" width="88" height="24" '
        f'aria-hidden="true"><path d="M2 22.5H86" stroke="{colors["ground"]}"/>'
        f'<polyline points="{line}" fill="none" stroke="{colors["now"]}" stroke-width="1.75"/>'
        f'<circle cx="{short(points[-1][0])}" cy="{short(points[-1][1])}" r="2.5" fill="{colors["now"]}"/></svg>'
    )


def png(svg: str, font_dirs: Sequence[Path | str] = FONT_DIRS, *, zoom: float = 3) -> bytes:
    """The picture of an SVG drawn for paper, on white. The same SVG and fonts give the same bytes."""
    fonts = sorted(str(file) for folder in font_dirs for file in Path(folder).glob("*.ttf"))
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg, background="white", skip_system_fonts=True, font_files=fonts, zoom=zoom
        )
    )


def number_text(value: int | None, unit: str = "") -> str:
    """A value as a chart writes it: 1.240; sums in triệu, "82,1"; a dash where there is no figure."""
    if value is None:
        return "—"
    if unit != DONG:
        return grouped(value)
    millions = Decimal(value) / MILLION
    places = Decimal("0.01") if abs(millions) < 1 else Decimal("0.1")
    return decimal_text(millions.quantize(places, ROUND_HALF_UP))


def unit_text(unit: str) -> str:
    """What the numbers of a chart count in."""
    return f"triệu {DONG}" if unit == DONG else unit


def wrapped(label: str, room: int) -> list[str]:
    """A name on at most two lines of `room` letters; what is longer still ends in "…"."""
    lines = [""]
    for word in label.split():
        longer = f"{lines[-1]} {word}".strip()
        lines = [*lines[:-1], longer] if len(longer) <= room or not lines[-1] else [*lines, word]
    if len(lines) > 2:
        lines = [lines[0], f"{lines[1]} {lines[2]}"]
    return [line if len(line) <= room else f"{line[: room - 1].rstrip()}…" for line in lines]


class _Place(NamedTuple):
    """Where a column stands: from the left and how wide, in percent; its floor and the highest, in pixels."""

    left: Decimal
    share: Decimal
    floor: int
    height: int
    top: int

    def rect(self, value: int, start: str, width: str) -> Rect:
        """The mark of a value; `start` and `width` are shares of the place."""
        high = self.height * Decimal(_part(value, self.top)) / 100
        across = percent(self.left + self.share * Decimal(start))
        return Rect(across, self.floor - high, percent(self.share * Decimal(width)), high)

    def across(self, share: str) -> str:
        return percent(self.left + self.share * Decimal(share))


def _legend(pen: Pen, rows: list[Bar], unit: str, *, outlined: bool = False) -> tuple[list[str], int]:
    """What the numbers count in and, where the year before is drawn, which mark is which; and where to go on."""
    pieces, y = [], 0
    if unit:
        pieces.append(pen.small("0", y + SMALL, f"Đơn vị tính: {unit_text(unit)}"))
        y += LINE
    if any(row.before for row in rows):
        past = Rect("76", y + 3, "11", 11)
        pieces += [pen.mark("now", Rect("0", y + 3, "11", 11), "key"), pen.small("17", y + SMALL, "kỳ này")]
        pieces.append(pen.outline(past, "key") if outlined else pen.mark("before", past, "key"))
        pieces.append(pen.small("93", y + SMALL, "cùng kỳ năm trước"))
        y += LINE
    return pieces, y + (6 if y else 0)


def _bar(pen: Pen, row: Bar, lines: list[str], said: str, top: int, y: int) -> list[str]:
    pieces = [pen.text("0", y + SIZE + LINE * at, line) for at, line in enumerate(lines)]
    pieces.append(pen.number("100%", y + SIZE, said))
    y += LINE * len(lines)
    pieces.append(pen.mark("ground", Rect("0", y, "100%", 10)))
    pieces.append(pen.mark("now", Rect("0", y, percent(_part(row.value, top)), 10)))
    if row.before is not None:
        pieces.append(pen.mark("before", Rect("0", y + 12, percent(_part(row.before, top)), 4)))
    return pieces


def _column(pen: Pen, month: Bar, said: str, place: _Place) -> list[str]:
    alone = month.before is None
    pieces = [] if month.before is None else [pen.outline(place.rect(month.before, ".1", ".32"))]
    now = place.rect(month.value or 0, ".22" if alone else ".46", ".56" if alone else ".42")
    middle = place.across(".5" if alone else ".67")
    pieces.append(pen.mark("now", now))
    pieces.append(pen.small(middle, now.y - 5, said, "middle"))
    return [*pieces, pen.small(place.across(".5"), place.floor + LINE - 3, month.label, "middle")]


def _numbered(months: list[Bar], unit: str) -> set[int]:
    """Which columns say their number: all where there is room, else the highest and the last one known."""
    known = [at for at, month in enumerate(months) if month.value is not None]
    longest = max((len(number_text(months[at].value, unit)) for at in known), default=0)
    if longest * len(months) <= DIGITS_ABREAST:
        return set(known)
    return {max(known, key=lambda at: months[at].value or 0), known[-1]}


def _top(rows: list[Bar]) -> int:
    """The value that fills the whole length."""
    return max([value or 0 for row in rows for value in (row.value, row.before)], default=0)


def _part(value: int | None, top: int) -> Number:
    """A value in percent of the longest; what is below zero has no length."""
    return Decimal(max(value or 0, 0)) * 100 / top if top else 0


def _told(rows: list[Bar], unit: str) -> str:
    return "; ".join(row.told(unit) for row in rows) + "."
