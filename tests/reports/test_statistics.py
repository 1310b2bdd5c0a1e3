"""The statistical forms: their own layout, their own calendar, issued like reports, figures that lead to their pages."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from congdoan.base.period import Period
from congdoan.cli import main
from congdoan.ledger.indicator import BY_CODE
from congdoan.records.record import Record
from congdoan.reports import actions, excel, library, rendering
from congdoan.reports.forms import period_for
from congdoan.reports.models import Report
from congdoan.reports.statistics import FORMS, cut_off
from tests.cast import Cast, care
from tests.records.sheets import sheets
from tests.reports.book import begun
from tests.reports.papers import controls
from tests.reports.tracing import unexplained
from tests.reports.visiting import enter

pytestmark = pytest.mark.django_db
AT, YEAR = "laocai-tu-phap", "hdcd:2024"


def rows(content: bytes) -> list[list[Any]]:
    (sheet,) = sheets(content)
    return sheet.rows


def numbers(content: bytes) -> dict[str, Any]:
    return {row[5]: row[3] for row in rows(content) if len(row) > 5 and row[5] in BY_CODE}


def visit(cast: Cast, on: date = date(2024, 3, 5)) -> Record:
    return care(cast[AT], cast.funds["tu-phap-doan-phi"], on, programme="visit", occasion="illness")


def form(cast: Cast) -> Report:
    return begun(cast, AT, YEAR, "1-hdcd")


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.name)
def test_it_asks_for_each_figure_once_and_for_none_that_is_not(form: Any) -> None:
    assert len(set(form.codes)) == len(form.codes)
    assert set(form.codes) <= set(BY_CODE)


def test_a_grassroots_union_and_an_upper_one_have_their_own_forms(cast: Cast) -> None:
    offered = {code: set(library.choices(cast[code])) & set(FORMS) for code in (AT, "laocai-cdvc")}
    assert offered == {AT: {"1-hdcd"}, "laocai-cdvc": {"2-hdcd"}}
    assert period_for("1-hdcd", Period.parse("2024-Q3"), cast[AT]).code == YEAR


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("2024-H1", "hdcd:2024-H1"),
        ("2024-H2", "hdcd:2024"),
        ("2024-Q3", "hdcd:2024"),
        ("2024-05", "hdcd:2024-H1"),
    ],
)
def test_the_six_months_end_in_may_and_the_year_in_november(asked: str, told: str) -> None:
    assert cut_off(Period.parse(asked)).code == told


def test_the_head_names_the_unions_and_ticks_the_cut_off_day(cast: Cast) -> None:
    found = rows(excel.file(begun(cast, "laocai-cdvc", "hdcd:2024-H1", "2-hdcd")))
    text = [str(cell) for row in found[:8] for cell in row if cell]
    assert "Công đoàn cấp trên: LĐLĐ tỉnh Lào Cai" in text
    assert any("☒ 31/5" in line and "☐ 30/11" in line for line in text)


def test_its_numbers_are_the_books_on_paper_and_in_excel(cast: Cast) -> None:
    visit(cast)
    report = form(cast)
    found = numbers(excel.file(report))
    assert (found["CAR-01"], found["CAR-02"]) == (1, 500_000)
    printed = {control.tag: control.text for control in reversed(controls(rendering.docx(report)))}
    assert (printed["CAR-01"], printed["CAR-02"], printed["LAB-07"]) == ("1", "500.000", "–")


def test_once_issued_it_is_the_same_bytes_ever_after(cast: Cast) -> None:
    visit(cast)
    report = actions.freeze(report=form(cast), by=None)
    visit(cast, date(2024, 4, 5))
    report = actions.issue(report=report, by=None, signer="Trần Văn Bình", number=7)
    paper, sheet = rendering.docx(report), excel.file(report)
    visit(cast, date(2024, 5, 5))
    again = Report.objects.get(pk=report.pk)
    assert (rendering.docx(again), excel.file(again)) == (paper, sheet)
    assert numbers(sheet)["CAR-01"] == 1
    assert any("Trần Văn Bình" in row for row in rows(sheet))
    assert any("07/" in str(cell) for row in rows(sheet)[:3] for cell in row)


def test_every_number_of_it_is_explained(cast: Cast) -> None:
    visit(cast)
    assert unexplained(actions.freeze(report=form(cast), by=None)) == []


def test_the_command_writes_what_the_page_hands_out(cast: Cast, tmp_path: Path) -> None:
    visit(cast)
    out, report = tmp_path / "bieu.xlsx", form(cast)
    asked = ["--unit", AT, "--period", YEAR, "--template", "1-hdcd"]
    assert main(["report", *asked, "--out", str(out)]) == 0
    page = enter(cast, "officer").get(f"/bao-cao/{report.uid}/tep.xlsx")
    assert rows(page.content) == rows(out.read_bytes())
