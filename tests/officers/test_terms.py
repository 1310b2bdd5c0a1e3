"""Terms run from one congress to the next, and may be cut short."""

from datetime import date

import pytest

from congdoan.base.errors import Refused
from congdoan.officers import actions, queries
from congdoan.officers.models import Term
from tests.cast import Cast

CONGRESS = date(2023, 3, 15)


def begun(cast: Cast, number: str = "XV", on: date = CONGRESS) -> Term:
    return actions.begin_term(unit=cast["laocai-cdvc"], number=number, on=on, by=None)


def test_a_term_lasts_five_years_unless_it_says_otherwise(cast: Cast) -> None:
    assert str(begun(cast)) == "Nhiệm kỳ XV (2023–2028)"


def test_a_term_goes_on_until_the_next_congress_however_late(cast: Cast) -> None:
    begun(cast)
    late = date(2028, 10, 2)
    assert str(queries.term_on(cast["laocai-cdvc"], date(2028, 6, 1))) == "Nhiệm kỳ XV (2023–2028)"
    begun(cast, "XVI", late)
    numbers = [
        term.number
        for day in (date(2028, 10, 1), late)
        if (term := queries.term_on(cast["laocai-cdvc"], day))
    ]
    assert numbers == ["XV", "XVI"]


def test_a_term_written_late_ends_with_the_congress_already_known(cast: Cast) -> None:
    begun(cast)
    before = begun(cast, "XIV", date(2018, 1, 10))
    assert before.to_on == CONGRESS


def test_a_term_cut_short_is_over(cast: Cast) -> None:
    actions.cut_short(
        term=begun(cast), on=date(2025, 6, 15), by=None, why="Kết thúc hoạt động theo NQ 60-NQ/TW"
    )
    days = (CONGRESS, date(2025, 6, 14), date(2025, 6, 15), date(2027, 1, 1))
    assert [bool(queries.term_on(cast["laocai-cdvc"], day)) for day in days] == [True, True, False, False]


def test_a_term_that_was_cut_short_stays_so_when_the_next_begins(cast: Cast) -> None:
    first = actions.cut_short(term=begun(cast), on=date(2025, 6, 15), by=None, why="Sắp xếp tổ chức")
    begun(cast, "I", date(2025, 10, 1))
    first.refresh_from_db()
    assert (first.to_on, first.why) == (date(2025, 6, 15), "Sắp xếp tổ chức")


def test_terms_that_cannot_be(cast: Cast) -> None:
    term = begun(cast)
    with pytest.raises(Refused, match="đã có nhiệm kỳ bắt đầu ngày 15/03/2023"):
        begun(cast, "XVI")
    with pytest.raises(Refused, match="đã có nhiệm kỳ XV"):
        begun(cast, "xv", date(2028, 1, 1))
    with pytest.raises(Refused, match="Hãy ghi lý do"):
        actions.cut_short(term=term, on=date(2025, 6, 15), by=None, why=" ")
    with pytest.raises(Refused, match="phải nằm trong Nhiệm kỳ XV"):
        actions.cut_short(term=term, on=CONGRESS, by=None, why="Sắp xếp")
