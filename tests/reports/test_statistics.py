"""The statistical forms: their own layout, their own calendar, figures that lead to their pages."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from congdoan.base.period import Period
from congdoan.cli import main
from congdoan.ledger.indicator import BY_CODE
from congdoan.reports.statistics import FORMS, cut_off, filled, form_of
from congdoan.reports.statistics_excel import workbook
from tests.cast import Cast, care
from tests.records.sheets import sheets
from tests.reports.visiting import enter

pytestmark = pytest.mark.django_db
HALF = Period.parse("hdcd:2024-H1")


def rows(content: bytes) -> list[list[Any]]:
    (sheet,) = sheets(content)
    return sheet.rows


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.name)
def test_it_asks_for_each_figure_once_and_for_none_that_is_not(form: Any) -> None:
    assert len(set(form.codes)) == len(form.codes)
    assert set(form.codes) <= set(BY_CODE)


def test_a_grassroots_union_and_an_upper_one_have_their_own_forms(cast: Cast) -> None:
    assert form_of(cast["laocai-tu-phap"]).name == "1-hdcd"
    assert form_of(cast["laocai-cdvc"]).name == "2-hdcd"


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
    found = rows(workbook(filled(FORMS["2-hdcd"], cast["laocai-cdvc"], HALF)))
    text = [str(cell) for row in found[:8] for cell in row if cell]
    assert "Công đoàn cấp trên: LĐLĐ tỉnh Lào Cai" in text
    assert any("☒ 31/5" in line and "☐ 30/11" in line for line in text)


def test_its_numbers_are_the_books(cast: Cast) -> None:
    fund = cast.funds["tu-phap-doan-phi"]
    care(cast["laocai-tu-phap"], fund, date(2024, 3, 5), programme="visit", occasion="illness")
    found = rows(workbook(filled(FORMS["1-hdcd"], cast["laocai-tu-phap"], Period.parse("2024"))))
    by_code = {row[5]: row[3] for row in found if len(row) > 5 and row[5] in BY_CODE}
    assert (by_code["CAR-01"], by_code["CAR-02"]) == (1, 500_000)


def test_the_command_writes_it_and_the_page_hands_it_out(cast: Cast, tmp_path: Path) -> None:
    out = tmp_path / "bieu.xlsx"
    asked = ["--unit", "laocai-cdvc", "--period", "hdcd:2024-H1", "--template", "2-hdcd"]
    assert main(["report", *asked, "--out", str(out)]) == 0
    page = enter(cast, "officer").get("/bao-cao/bieu-thong-ke?cd=laocai-cdvc&ky=2024-H1")
    assert rows(page.content) == rows(out.read_bytes())
    assert main(["report", *asked, "--out", str(tmp_path / "bieu.docx")]) == 1
