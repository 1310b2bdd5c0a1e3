"""Entries never move; unions do: what is counted where, when a union goes elsewhere or ends."""

from datetime import date, timedelta

import pytest

from congdoan.audit import lock
from congdoan.base.errors import Refused
from congdoan.ledger import rollups
from congdoan.ledger.verify import verify
from congdoan.org.models import Placement
from congdoan.records import actions
from congdoan.reform import actions as reform
from tests.cast import Cast, care, found
from tests.ledger.book import H1, H2, YEAR, draw, say, value

FEBRUARY, APRIL, MAY, AUGUST = date(2024, 2, 1), date(2024, 4, 1), date(2024, 5, 10), date(2024, 8, 1)


@pytest.fixture
def moved(cast: Cast) -> Cast:
    """A union gives three gifts in February and two in May; on 1 April it went from Viên chức to Mường Khương."""
    unit, fund = cast["laocai-bao"], cast.funds["laocai-xa-hoi"]
    care(unit, fund, FEBRUARY, gifts=3)
    care(unit, fund, MAY, gifts=2)
    reform.move(unit=unit, to=cast["muongkhuong-ldld"], on=APRIL, by=None)
    return cast


@pytest.mark.parametrize(
    ("code", "gifts"),
    [
        ("laocai-bao", 5),
        ("laocai-cdvc", 3),
        ("muongkhuong-ldld", 2),
        ("laocai-ldld", 5),
        ("tld", 5),
        ("yenbai-ldld", 0),
    ],
)
def test_a_flow_counts_where_the_union_stood_on_its_day(moved: Cast, code: str, gifts: int) -> None:
    assert value("care.tet_gifts", moved[code]) == gifts


def test_now_lays_the_same_history_over_another_days_tree(moved: Cast) -> None:
    before, after = APRIL - timedelta(days=1), APRIL
    assert value("care.tet_gifts", moved["laocai-cdvc"], tree=before) == 5
    assert value("care.tet_gifts", moved["laocai-cdvc"], tree=after) == 0
    assert value("care.tet_gifts", moved["muongkhuong-ldld"], tree=after) == 5


def test_the_total_above_both_is_the_same_under_any_tree(moved: Cast) -> None:
    trees = (None, FEBRUARY, APRIL, AUGUST)
    assert {value("care.tet_gifts", moved["laocai-ldld"], tree=tree) for tree in trees} == {5}


def test_a_move_written_late_changes_the_days_since_it_and_no_others(cast: Cast) -> None:
    unit, fund = cast["laocai-bao"], cast.funds["laocai-xa-hoi"]
    for on in (FEBRUARY, APRIL, MAY):
        care(unit, fund, on)
    rollups.fold_all()
    reform.move(unit=unit, to=cast["muongkhuong-ldld"], on=APRIL, by=None, why="quyết định đến muộn")
    assert value("care.tet_gifts", cast["laocai-cdvc"]) == 1
    assert value("care.tet_gifts", cast["muongkhuong-ldld"]) == 2


def test_who_asks_as_known_before_the_late_move_sees_no_move(moved: Cast) -> None:
    seen = lock.now()
    reform.move(unit=moved["laocai-y-te"], to=moved["muongkhuong-ldld"], on=FEBRUARY, by=None)
    care(moved["laocai-y-te"], moved.funds["laocai-xa-hoi"], MAY, gifts=7)
    assert value("care.tet_gifts", moved["muongkhuong-ldld"]) == 9
    assert value("care.tet_gifts", moved["muongkhuong-ldld"], known_at=seen) == 2
    assert value("ORG-01", moved["laocai-cdvc"]) == 1
    assert value("ORG-01", moved["laocai-cdvc"], known_at=seen) == 2


def test_a_late_move_lasts_until_the_next_one_already_known(moved: Cast) -> None:
    unit, yenbai = moved["laocai-bao"], moved["yenbai-ldld"]
    reform.move(unit=unit, to=yenbai, on=date(2024, 3, 1), by=None)
    places = Placement.objects.filter(unit=unit, unmade=None).order_by("from_on")
    assert [(place.parent.code, place.from_on) for place in places] == [
        ("laocai-cdvc", date(2010, 1, 1)),
        ("yenbai-ldld", date(2024, 3, 1)),
        ("muongkhuong-ldld", APRIL),
    ]


def test_a_stock_is_of_the_unions_that_stand_there_on_the_last_day(moved: Cast) -> None:
    say(1, draw("members.total", moved["laocai-bao"], date(2023, 1, 1), 40))
    march, june = (f"2024-0{month}" for month in (3, 6))
    assert [value("members.total", moved["laocai-cdvc"], p) for p in (march, june)] == [40, 0]
    assert [value("members.total", moved["muongkhuong-ldld"], p) for p in (march, june)] == [0, 40]


def test_the_closing_stock_is_the_next_opening(moved: Cast) -> None:
    say(1, draw("members.total", moved["laocai-bao"], date(2023, 1, 1), 40))
    say(2, draw("members.total", moved["laocai-tu-phap"], AUGUST, 5))
    node = moved["laocai-ldld"]
    closing, opening = value("members.total", node, H1), value("members.total", node, "2024-06-30/2024-06-30")
    assert (closing, opening, value("members.total", node, H2)) == (40, 40, 45)


def test_unions_come_and_go_as_the_stock_of_them_says(moved: Cast) -> None:
    found("laocai-moi", "grassroots", "CĐCS mới", moved["muongkhuong-ldld"], MAY)
    reform.close(unit=moved["laocai-y-te"], last_day=date(2024, 6, 15), by=None)
    for code in ("laocai-cdvc", "muongkhuong-ldld", "laocai-ldld"):
        node = moved[code]
        opening = value("ORG-01", node, "2023")
        came = value("ORG-02", node) + value("ORG-04", node)
        went = value("ORG-03", node) + value("ORG-05", node)
        assert opening + came - went == value("ORG-01", node), code


def test_what_an_ended_union_did_stays_where_it_stood(cast: Cast) -> None:
    unit = cast["laocai-bao"]
    care(unit, cast.funds["laocai-xa-hoi"], FEBRUARY, gifts=4)
    say(1, draw("members.total", unit, FEBRUARY, 40))
    reform.close(unit=unit, last_day=date(2024, 3, 31), by=None)
    node = cast["laocai-cdvc"]
    assert value("care.tet_gifts", node) == value("care.tet_gifts", node, tree=AUGUST) == 4
    assert value("members.total", node, "2024-03") == 40
    assert (
        value("members.total", node, "2024-04") == value("members.total", node, "2024-04", tree=AUGUST) == 0
    )
    assert value("ORG-01", node) == value("ORG-01", node, tree=AUGUST) == 2


def test_a_union_with_later_work_cannot_end_before_it(cast: Cast) -> None:
    record = care(cast["laocai-bao"], cast.funds["laocai-xa-hoi"], MAY)
    with pytest.raises(Refused, match="có việc ghi sau ngày này"):
        reform.close(unit=cast["laocai-bao"], last_day=APRIL, by=None)
    actions.withdraw(record=record, by=None, why="ghi nhầm")
    reform.close(unit=cast["laocai-bao"], last_day=APRIL, by=None)
    assert value("ORG-01", cast["laocai-cdvc"]) == 2
    assert verify() == []


def test_what_was_to_last_beyond_the_unions_end_does_not_hold_it_back(cast: Cast) -> None:
    unit = cast["laocai-bao"]
    say(
        1, draw("propaganda.law_shelves", unit, FEBRUARY, 2), draw("propaganda.law_shelves", unit, AUGUST, -2)
    )
    reform.close(unit=unit, last_day=APRIL, by=None)
    assert [value("propaganda.law_shelves", cast["tld"], p) for p in ("2024-02", H1, YEAR)] == [2, 0, 0]


def test_a_whole_branch_moves_with_all_it_did_since(cast: Cast) -> None:
    care(cast["laocai-tu-phap"], cast.funds["laocai-xa-hoi"], FEBRUARY)
    care(cast["laocai-tu-phap"], cast.funds["laocai-xa-hoi"], MAY, gifts=2)
    reform.move(unit=cast["laocai-cdvc"], to=cast["yenbai-ldld"], on=APRIL, by=None)
    assert [value("care.tet_gifts", cast[code]) for code in ("laocai-ldld", "yenbai-ldld")] == [1, 2]
    assert [value("ORG-01", cast[code]) for code in ("laocai-ldld", "yenbai-ldld")] == [1, 4]
