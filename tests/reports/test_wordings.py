"""The reports that leave the house: each is the Word file written here, and tells what unions' pages tell."""

import csv
from pathlib import Path

import pytest

from congdoan.base.period import Period
from congdoan.reports import library
from congdoan.reports.checking import tags_of
from congdoan.reports.forms import period_for
from congdoan.reports.safety import read_parts
from congdoan.reports.vocabulary import of_catalogue
from congdoan.reports.wording import WORDINGS, Wording
from tests.cast import Cast

CASES = Path(__file__).parents[1] / "cases"
TOLD = (
    ("year", "tinh-2023"),
    ("year", "hanoi-2024"),
    ("grassroots_year", "coso-2020"),
    ("term", "muongkhuong-term"),
    ("half_year", "laocai-2024h1"),
)


@pytest.mark.parametrize("wording", WORDINGS.values(), ids=lambda wording: wording.name)
def test_the_word_file_is_the_one_written_here(wording: Wording, tmp_path: Path) -> None:
    wording.write(tmp_path / "again.docx")
    assert read_parts((tmp_path / "again.docx").read_bytes()) == read_parts(wording.path.read_bytes())


@pytest.mark.parametrize(("name", "case"), TOLD)
def test_it_tells_every_figure_that_such_a_page_prints(name: str, case: str) -> None:
    with (CASES / f"{case}.csv").open(encoding="utf-8", newline="") as rows:
        printed = {row["code"] for row in csv.DictReader(rows) if row["kind"] == "result"}
    asked = {code for tag in tags_of(WORDINGS[name].path.read_bytes(), of_catalogue()) for code in tag.codes}
    assert printed - asked <= {"ORG-14", "CAR-39"}  # said by the target of ORG-02; told by the rapid report


@pytest.mark.django_db
def test_a_grassroots_union_is_offered_its_own_year(cast: Cast) -> None:
    grassroots, upper = (set(library.choices(cast[code])) for code in ("laocai-tu-phap", "laocai-cdvc"))
    assert grassroots - upper == {"grassroots_year", "1-hdcd"}
    assert upper - grassroots == {"year", "2-hdcd"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "code"),
    [("half_year", "2024-H1"), ("year", "2024"), ("tet", "2024-Q1"), ("term", "2024-Q1")],
)
def test_a_report_is_offered_for_the_period_it_tells_of(cast: Cast, name: str, code: str) -> None:
    assert period_for(name, Period.parse("2024-Q1"), cast["laocai-cdvc"]).code == code
