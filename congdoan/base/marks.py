"""The marks charts are made of, as pieces of SVG: text, bars, outlines; in the colours of page or paper."""

from decimal import Decimal
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

Number = Decimal | int

SIZE, SMALL, LINE = 15, 13, 20  # text, small text, and the distance of its lines, in pixels
FONT = "Liberation Sans, Arial, sans-serif"
THEMES = {
    "screen": {
        "now": "var(--chart-1)", "before": "var(--chart-ghost)", "ink": "var(--ink)",
        "muted": "var(--muted)", "ground": "var(--line)", "font": "inherit",
    },
    "paper": {
        "now": "#0f4f96", "before": "#a39b88", "ink": "#000000",
        "muted": "#404040", "ground": "#e4dfd2", "font": FONT,
    },
}  # fmt: skip


def short(value: Number) -> str:
    """A coordinate: at most two decimals, always a point."""
    return f"{Decimal(value):.2f}".rstrip("0").rstrip(".")


def percent(value: Number) -> str:
    """A coordinate as a share of the width."""
    return f"{short(value)}%"


class Rect(NamedTuple):
    """A rectangle: across in percent or pixels (as SVG writes them), down in pixels."""

    x: str
    y: Number
    width: str
    height: Number

    def attributes(self) -> str:
        """As SVG writes it."""
        return f'x="{self.x}" y="{short(self.y)}" width="{self.width}" height="{short(self.height)}" rx="1.5"'


class Pen:
    """Draws in one theme ("screen" or "paper") and one font."""

    def __init__(self, theme: str, font: str | None = None) -> None:
        self.colors = THEMES[theme]
        self.font = font or self.colors["font"]

    def text(self, x: str, y: Number, said: str, anchor: str = "start") -> str:
        """A line of text; `y` is its foot."""
        return self._text(
            x, y, said, f'text-anchor="{anchor}" font-size="{SIZE}" fill="{self.colors["ink"]}"'
        )

    def number(self, x: str, y: Number, said: str) -> str:
        """A number, ending at `x`."""
        ink = self.colors["ink"]
        return self._text(x, y, said, f'text-anchor="end" font-size="{SIZE}" font-weight="600" fill="{ink}"')

    def small(self, x: str, y: Number, said: str, anchor: str = "start") -> str:
        """A small line of text, muted."""
        muted = self.colors["muted"]
        return self._text(x, y, said, f'text-anchor="{anchor}" font-size="{SMALL}" fill="{muted}"')

    def _text(self, x: str, y: Number, said: str, rest: str) -> str:
        return f'<text x="{x}" y="{short(y)}" {rest}>{escape(said)}</text>'

    def mark(self, color: str, rect: Rect, name: str | None = None) -> str:
        """A filled mark in a colour of the theme; `name` says what it stands for, if not for its colour."""
        return f'<rect class="{name or color}" {rect.attributes()} fill="{self.colors[color]}"/>'

    def outline(self, rect: Rect, name: str = "before") -> str:
        """A pale outline."""
        return (
            f'<rect class="{name}" {rect.attributes()} fill="none" '
            f'stroke="{self.colors["before"]}" stroke-width="1.5"/>'
        )

    def floor(self, y: Number) -> str:
        """The line columns stand on."""
        at = short(y)
        return f'<line x1="0" x2="100%" y1="{at}" y2="{at}" stroke="{self.colors["before"]}"/>'

    def sheet(self, title: str, told: str, pieces: list[str], width: int | None, height: Number) -> str:
        """The whole drawing, readable aloud. Without `width` it is as wide as its place."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label={quoteattr(title)} '
            f'width="{width or "100%"}" height="{short(height)}" font-family={quoteattr(self.font)}>'
            f"<title>{escape(title)}</title><desc>{escape(told)}</desc>{''.join(pieces)}</svg>"
        )


def group(told: str, pieces: list[str]) -> str:
    """Marks that belong together; `told` appears where one points at them."""
    return f"<g><title>{escape(told)}</title>{''.join(pieces)}</g>"
