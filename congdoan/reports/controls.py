"""A number in the document: a content control tagged with its short code, with a link to its page inside."""

from collections.abc import Iterable
from copy import deepcopy

from congdoan.reports.ooxml import Element, name, node, text_run
from congdoan.reports.package import Package

LONGEST_TAG, LONGEST_ALIAS, LONGEST_TIP = 64, 64, 200
_FIRST_NUMBER = 700_000_000  # far from the numbers Word hands out
# A linked number looks like any other. LibreOffice loses a link in the PDF where its run has no style of its own, so it
# gets one that changes nothing.
LINKED = "SoLieu"
STYLES = "word/styles.xml"


class Controls:
    """Makes the controls of one document, numbered in the order they are made."""

    def __init__(self, package: Package, base_url: str) -> None:
        self.package = package
        self.base_url = base_url.rstrip("/")
        self.made = 0
        self.styled = STYLES in package.parts
        if self.styled:
            _declare(package.tree(STYLES))

    def number(
        self, part: str, text: str, ref: str, label: str, href: str, like: Element | None = None
    ) -> Element:
        """A control that shows `text` with the letters of the run `like`. Without `href` it has no link."""
        run = text_run(text, like)
        inside = self._linked(part, run, label, href) if href else run
        self.made += 1
        return node("w:sdt", self._properties(ref, label, run), node("w:sdtContent", inside))

    def _linked(self, part: str, run: Element, label: str, href: str) -> Element:
        key = self.package.link(part, self.address(href))
        if self.styled:
            _style(run)
        return node("w:hyperlink", run, r_id=key, w_tooltip=label[:LONGEST_TIP], w_history="1")

    def address(self, href: str) -> str:
        """A page of ours; whatever `href` says, the link goes nowhere else."""
        return f"{self.base_url}/{href.lstrip('/')}"

    def _properties(self, ref: str, label: str, run: Element) -> Element:
        letters: Iterable[Element] = run.findall(name("w:rPr"))
        return node(
            "w:sdtPr",
            *[deepcopy(found) for found in letters],
            node("w:alias", w_val=label[:LONGEST_ALIAS]),
            node("w:tag", w_val=ref[:LONGEST_TAG]),
            node("w:id", w_val=_FIRST_NUMBER + self.made),
        )


def _declare(styles: Element) -> None:
    if not any(style.get(name("w:styleId")) == LINKED for style in styles):
        shown = node("w:name", w_val="Số liệu")
        styles.append(node("w:style", shown, w_type="character", w_customStyle="1", w_styleId=LINKED))


def _style(run: Element) -> None:
    letters = run.find(name("w:rPr"))
    if letters is None:
        letters = node("w:rPr")
        run.insert(0, letters)
    if letters.find(name("w:rStyle")) is None:
        letters.insert(0, node("w:rStyle", w_val=LINKED))
