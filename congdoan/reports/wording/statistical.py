"""The statistical forms as papers: head, cut-off day, a line for each figure; issued like any report, and as Excel."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from congdoan.ledger.indicator import find
from congdoan.reports import grid
from congdoan.reports.layout import columns, foot, paragraph
from congdoan.reports.ooxml import Element
from congdoan.reports.statistics import FORM_1, FORM_2, OURS, Form, Part

from .wording import CUT_OFF, Wording

COLUMNS = (
    grid.Column("TT", 11, "center"),
    grid.Column("Nội dung", 91),
    grid.Column("Đơn vị tính", 30, "center"),
    grid.Column("Số lượng", 33, "right"),
)
_LETTERS = 22  # half points


@dataclass(frozen=True)
class FormWording(Wording):
    """A form of figures alone: nothing in it is told in sentences."""

    form: Form = FORM_1

    def content(self) -> Iterator[Element]:
        """Everything in the template's body."""
        left = ["Công đoàn cấp trên: {{cấp trên}}", "Đơn vị báo cáo: {{công đoàn}}", "{{số ký hiệu}}"]
        right = [self.form.symbol, "{{địa danh ngày}}", "{{dự thảo}}"]
        yield columns(
            [paragraph("Normal", text) for text in left],
            [paragraph(*said) for said in zip(("State", "PlaceDay", "Draft"), right, strict=True)],
        )
        yield paragraph("DocumentKind", self.form.title)
        yield paragraph("Picture", "{{kỳ}}")
        for section, parts in self.form.sections:
            yield paragraph("Heading1", section.partition(". ")[2])  # it numbers itself
            yield grid.table(COLUMNS, _lines(parts), _LETTERS)
        yield paragraph("Caption", OURS)
        yield foot()


def _lines(parts: Iterable[Part]) -> Iterator[list[list[Element]]]:
    number = 0
    for part in parts:
        yield _heading(part.heading)
        for code in part.codes:
            number += 1
            yield _line(number, code)


def _heading(text: str) -> list[list[Element]]:
    return [[grid.run(said, _LETTERS, bold=True)] for said in ("", text, "", "")]


def _line(number: int, code: str) -> list[list[Element]]:
    asked = find(code)
    said = (str(number), asked.name, asked.counts_in, f"{{{{số: {code} | dạng = ô}}}}")
    return [[grid.run(text, _LETTERS)] for text in said]


FORM_WORDINGS = tuple(
    FormWording(form.name, f"Biểu thống kê {form.symbol}", CUT_OFF, (), grassroots=form.grassroots, form=form)
    for form in (FORM_1, FORM_2)
)
