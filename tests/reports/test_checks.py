"""Truth checks: what a report prints in parts adds up, or says by how much it does not."""

from dataclasses import replace

from congdoan.ledger.indicator import BY_CODE
from congdoan.reports.answers import Answer, Row
from congdoan.reports.checks import Check, Said, checks
from congdoan.reports.tags import FIGURE, LIST, TABLE, Tag


def said(code: str, value: int, kind: str = FIGURE, rows: tuple[int, ...] = (), **how: object) -> Said:
    indicator = BY_CODE[code]
    parts = tuple(Row(str(n), f"Dòng {n}", row) for n, row in enumerate(rows))
    answer = Answer(code, indicator.name, indicator.counts_in, value, rows=parts)
    return code, replace(Tag(kind, codes=(code,)), **how), answer  # type: ignore[arg-type]


def sums(*all_said: Said) -> list[tuple[str, str, str]]:
    return [(check.sum, check.whole, check.off) for check in checks(all_said)]


def test_gifts_are_those_to_families_and_to_children() -> None:
    assert sums(said("CAR-04", 179), said("CAR-06", 142), said("CAR-07", 37)) == [("142 + 37", "179", "")]


def test_what_does_not_add_up_says_by_how_much() -> None:
    assert sums(said("CAR-04", 179), said("CAR-06", 142), said("CAR-07", 35)) == [("142 + 35", "179", "2")]
    found = sums(said("FUN-15", 200_000_000), said("FUN-03", 120_000_000), said("FUN-04", 82_000_000))
    assert found == [("120 triệu đồng + 82 triệu đồng", "200 triệu đồng", "2.000.000")]


def test_figures_of_another_scope_or_period_are_not_mixed() -> None:
    assert sums(said("CAR-04", 179, scope="own"), said("CAR-06", 142), said("CAR-07", 37)) == []
    assert sums(said("CAR-04", 179), said("CAR-06", 142), said("CAR-07", 37, period="year-before")) == []


def test_prizes_by_rank_are_all_the_prizes() -> None:
    ranks = {"first": 1, "second": 2, "third": 3, "consolation": 6, "special": 0}
    parts = [said("CUL-05", n, where=(("prize", rank),)) for rank, n in ranks.items()]
    assert sums(said("CUL-05", 12), *parts) == [("01 + 02 + 03 + 06", "12", "")]
    assert sums(*parts) == []


def test_rows_of_a_list_and_of_a_long_table_add_up() -> None:
    listed = said("CAR-05", 3_000_000, LIST, (1_000_000, 2_000_000), by="source")
    table = said("CAR-01", 28, TABLE, (1, 2, 3, 4, 5, 6, 7))
    assert sums(listed, table) == [
        ("1 triệu đồng + 2 triệu đồng", "3 triệu đồng", ""),
        ("7 dòng cộng lại", "28", ""),
    ]


def test_who_is_counted_once_is_not_added_up() -> None:
    assert sums(said("CAR-06", 5, TABLE, (3, 3))) == []


def test_nothing_is_said_of_nothing() -> None:
    assert sums(said("CAR-04", 0), said("CAR-06", 0), said("CAR-07", 0)) == []
    assert Check("Số suất", ("1", "2"), "3").off == ""
