"""Of those there on the last day, how many did it, wherever they stood then. Never 57 of 56."""

from datetime import date
from decimal import Decimal

import pytest

from congdoan.ledger.breakdowns import by_month, by_unit, lines
from congdoan.ledger.indicator import find
from congdoan.ledger.shares import missing
from congdoan.reform import actions as reform
from congdoan.reform import relations
from tests.cast import BEGAN, Cast, found
from tests.ledger.book import H1, YEAR, asked, draw, say, value

CONGRESS, CONFERENCE, RULE = "ORG-13", "REP-02", "REP-14"
MARCH, MAY = date(2024, 3, 1), date(2024, 5, 1)


def congress(cast: Cast, code: str, on: date = MARCH) -> None:
    unit = cast[code]
    say(unit.pk, draw("org.congresses_held", unit, on, subject=unit.pk))


def share(cast: Cast, code: str, what: str = CONGRESS, period: object = H1) -> tuple[int | None, int | None]:
    figure = asked(what, cast[code], period)
    return figure.num, figure.den


@pytest.fixture
def held(cast: Cast) -> Cast:
    """Two of the three unions of Viên chức held their congress."""
    congress(cast, "laocai-tu-phap")
    congress(cast, "laocai-bao")
    return cast


def test_a_share_is_those_who_did_it_of_those_there(held: Cast) -> None:
    assert [share(held, code) for code in ("laocai-cdvc", "laocai-ldld", "tld")] == [(2, 3), (2, 4), (2, 5)]
    assert value(CONGRESS, held["laocai-cdvc"]) == Decimal("66.67")


def test_all_is_a_hundred_percent(held: Cast) -> None:
    congress(held, "laocai-y-te")
    assert value(CONGRESS, held["laocai-cdvc"]) == Decimal(100)


def test_who_did_it_and_left_is_counted_where_it_is_now(held: Cast) -> None:
    reform.move(unit=held["laocai-bao"], to=held["muongkhuong-ldld"], on=MAY, by=None)
    assert share(held, "laocai-cdvc") == (1, 2)
    assert share(held, "muongkhuong-ldld") == (1, 2)
    assert share(held, "laocai-ldld") == (2, 4)


def test_who_did_it_and_ended_is_in_neither_part(held: Cast) -> None:
    reform.close(unit=held["laocai-bao"], last_day=date(2024, 5, 31), by=None)
    assert share(held, "laocai-cdvc") == (1, 2)


def test_doing_it_twice_is_doing_it(held: Cast) -> None:
    unit = held["laocai-bao"]
    say(999, draw("org.congresses_held", unit, MAY, subject=unit.pk))
    assert share(held, "laocai-cdvc") == (2, 3)


def test_a_new_union_is_in_the_whole_from_its_first_day(held: Cast) -> None:
    found("laocai-moi", "grassroots", "CĐCS mới", held["laocai-cdvc"], date(2024, 6, 30))
    assert share(held, "laocai-cdvc") == (2, 4)
    assert share(held, "laocai-cdvc", period="2024-05") == (0, 3)


def test_nobody_liable_is_no_share(cast: Cast) -> None:
    assert share(cast, "laocai-cdvc", "REP-04") == (None, None)


def test_employers_are_liable_not_unions(cast: Cast) -> None:
    office, second = cast.employers["so-tu-phap"], cast.employers["so-y-te"]
    relations.organise(unit=cast["laocai-tu-phap"], employer=second, on=BEGAN, by=None)
    for source, employer in enumerate((office, second)):
        say(
            source,
            draw("representation.staff_conferences", cast["laocai-tu-phap"], MARCH, subject=employer.pk),
        )
    assert share(cast, "laocai-tu-phap", CONFERENCE) == (2, 2)
    assert share(cast, "laocai-cdvc", CONFERENCE) == (2, 3)


def test_an_employer_that_left_the_list_is_in_neither_part(cast: Cast) -> None:
    office = cast.employers["so-tu-phap"]
    say(1, draw("representation.staff_conferences", cast["laocai-tu-phap"], MARCH, subject=office.pk))
    assert share(cast, "laocai-cdvc", CONFERENCE) == (1, 3)
    relations.stop_organising(organising=office.organisings.get(), on=MAY, by=None)
    assert share(cast, "laocai-cdvc", CONFERENCE) == (0, 2)
    assert share(cast, "laocai-cdvc", CONFERENCE, "2024-Q1") == (1, 3)


def test_a_rule_in_force_counts_on_the_last_day(cast: Cast) -> None:
    office, unit = cast.employers["so-tu-phap"], cast["laocai-tu-phap"]
    key = "representation.employers_with_spending_rule"
    say(1, draw(key, unit, MARCH, subject=office.pk), draw(key, unit, MAY, -1, subject=office.pk))
    found_there = [share(cast, "laocai-cdvc", RULE, f"2024-0{month}")[0] for month in (2, 3, 4, 5)]
    assert found_there == [0, 1, 1, 0]


def test_a_yearly_share_asked_for_longer_is_the_last_full_years(held: Cast) -> None:
    office = held.employers["so-tu-phap"]
    say(
        1,
        draw("representation.staff_conferences", held["laocai-tu-phap"], date(2022, 2, 1), subject=office.pk),
    )
    figure = asked(CONFERENCE, held["tld"], "2022-01-01/2023-06-30")
    assert (figure.num, figure.period.code) == (1, "2022")


def test_children_come_to_the_share(held: Cast) -> None:
    reform.move(unit=held["laocai-bao"], to=held["muongkhuong-ldld"], on=MAY, by=None)
    children = by_unit(find(CONGRESS), asked(CONGRESS, held["laocai-ldld"]).asked)
    assert children == {held["laocai-cdvc"].pk: 1, held["muongkhuong-ldld"].pk: 1}


def test_each_month_is_the_share_asked_for_that_month(held: Cast) -> None:
    congress(held, "laocai-y-te", MAY)
    months = [count for _, count in by_month(find(CONGRESS), asked(CONGRESS, held["laocai-cdvc"]).asked)]
    assert months == [0, 0, 2, 0, 1, 0]


def test_the_lines_are_of_those_of_the_whole(held: Cast) -> None:
    figure = asked(CONGRESS, held["laocai-cdvc"], YEAR)
    subjects = {line.subject for line in lines(figure.indicator, figure.asked)}
    assert subjects == {held["laocai-tu-phap"].pk, held["laocai-bao"].pk}


def test_missing_are_the_rest_by_name(held: Cast) -> None:
    figure = asked(CONGRESS, held["laocai-cdvc"])
    assert missing(figure.asked, figure.indicator) == [held["laocai-y-te"].pk]
