"""What a built-in report is: its name, the period it tells of, its paragraphs; and how it becomes a Word file."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from congdoan.reports.building import build
from congdoan.reports.layout import foot, head, paragraph
from congdoan.reports.ooxml import Element, node, text_run

FOLDER = Path(__file__).parents[1] / "templates" / "word"
Paragraphs = tuple[tuple[str, str], ...]
HALF, YEAR, TERM, DAYS, CUT_OFF = "half", "year", "term", "days", "cut-off"


@dataclass(frozen=True)
class Wording:
    """A report as it leaves the house. `body` and `tables`: style and text of each paragraph, in the order unions tell
    it; the tables stand after the signature, from a new page on. `span` says of what period it tells, `grassroots` for
    whom it is (None: everybody)."""

    name: str
    label: str
    span: str
    body: Paragraphs
    tables: Paragraphs = ()
    grassroots: bool | None = None

    @property
    def path(self) -> Path:
        """Where its Word file stands."""
        return FOLDER / f"{self.name}.docx"

    def content(self) -> Iterator[Element]:
        """Everything in the template's body."""
        yield head()
        for style, text in self.body:
            yield paragraph(style, text)
        yield foot()
        if self.tables:
            yield _tables_title()
        for style, text in self.tables:
            yield paragraph(style, text)

    def write(self, path: Path | None = None) -> None:
        """Make the Word file anew. From then on it is the template, changed in Word; a test holds the two together as
        long as nobody has."""
        (path or self.path).write_bytes(build(self.content(), self.label))


def _tables_title() -> Element:
    """One paragraph, so that all of it goes when there is nothing under it."""
    title = paragraph("AnnexTitle", "Phụ lục I\nMỘT SỐ KẾT QUẢ {{kỳ | dạng = hoa}}\n", new_page=True)
    title.append(text_run("({{kèm theo}})", node("w:r", node("w:rPr", node("w:b", w_val=0), node("w:i")))))
    return title
