"""Each union at least once a term: who is left, and who should come first."""

from datetime import date

from congdoan.ledger.verify import verify
from congdoan.oversight import coverage
from tests.cast import Cast
from tests.oversight.acts import UPPER, asked_for, inspected
from tests.records.said import value

FIRST, LAST, DAY = date(2023, 1, 1), date(2027, 12, 31), date(2024, 7, 15)


def order(cast: Cast) -> list[tuple[str, int]]:
    """Each union under the superior and how often it was inspected in the term, who should come first on top."""
    return [(one.union.code, one.times) for one in coverage.coverage(cast[UPPER], FIRST, LAST, DAY)]


def test_never_inspected_comes_first_and_what_is_open_counts(cast: Cast) -> None:
    inspected(cast, "laocai-bao", demands=[asked_for(cast, "laocai-bao")])
    inspected(cast, "laocai-y-te")
    assert order(cast) == [("laocai-tu-phap", 0), ("laocai-bao", 1), ("laocai-y-te", 1)]
    found = {one.union.code: one for one in coverage.coverage(cast[UPPER], FIRST, LAST, DAY)}
    assert found["laocai-tu-phap"].reasons == [("chưa kiểm tra lần nào", 50)]
    assert found["laocai-bao"].reasons == [("01 kiến nghị chưa khắc phục", 10)]


def test_the_term_before_does_not_count_but_is_remembered(cast: Cast) -> None:
    inspected(cast, "laocai-bao", on=date(2021, 5, 4))
    found = {one.union.code: one for one in coverage.coverage(cast[UPPER], FIRST, LAST, DAY)}
    reason = "nhiệm kỳ này chưa kiểm tra, lần cuối 04/05/2021"
    assert (found["laocai-bao"].times, found["laocai-bao"].reasons) == (0, [(reason, 45)])


def test_the_least_is_none_until_the_last_union_was_inspected(cast: Cast) -> None:
    inspected(cast, "laocai-bao", "laocai-y-te")
    inspected(cast, "laocai-bao", subject="charter")
    assert value("INS-12", cast[UPPER], "2024") == 0
    inspected(cast, "laocai-tu-phap")
    assert value("INS-12", cast[UPPER], "2024") == 1
    assert value("INS-12", cast[UPPER], "2024-Q1") == 0
    assert value("INS-12", cast["laocai-bao"], "2024") == 0
    assert verify() == []


def test_the_least_of_the_superior_is_not_that_of_those_below(cast: Cast) -> None:
    inspected(cast, "laocai-bao", "laocai-y-te", "laocai-tu-phap")
    assert value("INS-12", cast["laocai-ldld"], "2024") == 0
    inspected(cast, UPPER, "muongkhuong-ldld", at="laocai-ldld")
    assert value("INS-12", cast["laocai-ldld"], "2024") == 1
