"""Every number printed leads back to records: content control, what was kept, the figure's page, its lines."""

from datetime import date

from congdoan.reports import actions, rendering
from tests.cast import Cast, care
from tests.reports.book import UPPER, begun, frozen, gifts, issued
from tests.reports.papers import annex, controls
from tests.reports.tracing import traced, unexplained


def lived(cast: Cast) -> None:
    """A half-year in which something of each sort happened."""
    fund = cast.funds["laocai-xa-hoi"]
    gifts(cast)
    gifts(cast, "laocai-y-te", number=2)
    gifts(cast, on=date(2023, 2, 1))
    rows = [
        {"name": "Vàng Thị Páo", "cash": 1_000_000},
        {"name": "Cháu Súa", "relation": "child", "cash": 300_000},
    ]
    care(cast[UPPER], cast.funds["cdvc-kinh-phi"], date(2024, 2, 3), lines=rows)
    care(cast["laocai-bao"], fund, date(2024, 4, 9), programme="visit", occasion="illness", gifts=2)


def test_every_number_of_an_own_template_is_explained(cast: Cast) -> None:
    lived(cast)
    report = issued(cast)
    assert unexplained(report) == []
    tags = {one.control.tag for one in traced(report)}
    assert tags >= {"CAR-04", "CAR-04.2", "CAR-04.3", "CAR-04.4", "CAR-05", "CAR-05.2"}
    assert tags >= {"CAR-05@social", "CAR-05@union", "CAR-04@laocai-y-te", "CAR-05@laocai-cdvc"}


def test_every_number_of_the_half_year_is_explained(cast: Cast) -> None:
    lived(cast)
    report = actions.freeze(report=begun(cast), by=None)
    assert unexplained(report) == []
    assert len(list(traced(report))) > 15


def test_a_number_in_a_table_is_the_one_that_was_kept(cast: Cast) -> None:
    lived(cast)
    rows = [one for one in traced(issued(cast)) if one.row]
    assert len(rows) == 8
    assert {one.control.text for one in rows if one.control.tag == "CAR-04@laocai-tu-phap"} == {"3"}
    assert {
        one.control.tag for one in rows if "@laocai" in one.control.tag and one.exact != one.control.text
    } == set()


def test_the_annex_lists_every_figure_with_its_exact_value_and_lines(cast: Cast) -> None:
    lived(cast)
    report = issued(cast)
    listed = {row[1]: (row[3], row[4]) for row in annex(rendering.docx(report))}
    plain = {one.control.tag: one for one in traced(report) if not one.row}
    assert listed.keys() == plain.keys()
    assert listed["CAR-04"] == ("7 suất", "7")
    assert {ref for ref, (_, entries) in listed.items() if entries != str(plain[ref].figure.entries)} == set()


def test_links_lead_nowhere_but_to_the_book(cast: Cast) -> None:
    lived(cast)
    links = {
        control.link.split("?")[0].rpartition("/")[0] for control in controls(rendering.docx(frozen(cast)))
    }
    assert links == {"http://127.0.0.1:8000/so-lieu"}
