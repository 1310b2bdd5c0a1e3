"""Things kept in use."""

from datetime import date

import pytest

from congdoan.base.errors import Refused
from congdoan.ledger.verify import verify
from congdoan.records.record import Record
from congdoan.reform import actions as reform
from tests.cast import Cast
from tests.records.said import record, split, value

SHELVES = "propaganda.law_shelves"


def kept(cast: Cast, at: str = "laocai-cdvc", **fields: object) -> Record:
    said = {"what": "law_shelf", "medium": "electronic", **fields}
    return record("kept", cast[at], date(2024, 2, 15), **said)


def test_a_law_bookcase_counts_from_the_day_it_opens(cast: Cast) -> None:
    kept(cast)
    assert value(SHELVES, cast["laocai-cdvc"], "2024-H1") == 1
    assert value(SHELVES, cast["laocai-cdvc"], "2024-01") == 0
    assert value(SHELVES, cast["laocai-cdvc"], "2025") == 1
    assert split(SHELVES, cast["laocai-ldld"], "2024", "medium") == {"electronic": 1}


def test_it_counts_no_longer_after_its_last_day(cast: Cast) -> None:
    kept(cast, count=2, medium="paper", last_on=date(2024, 5, 31))
    assert value(SHELVES, cast["laocai-cdvc"], "2024-05") == 2
    assert value(SHELVES, cast["laocai-cdvc"], "2024-06") == 0


def test_a_lactation_room_is_no_bookcase(cast: Cast) -> None:
    room = kept(cast, "laocai-y-te", what="lactation_room")
    assert value("women.lactation_rooms", cast["laocai-cdvc"], "2024") == 1
    assert value(SHELVES, cast["laocai-cdvc"], "2024") == 0
    assert room.title == "01 phòng vắt, trữ sữa"


def test_a_board_says_how_many_sit_on_it(cast: Cast) -> None:
    assert kept(cast, "laocai-bao", what="inspectorate", members=5).title.endswith(", 05 thành viên")
    assert kept(cast, what="lactation_room", members=5).title == "01 phòng vắt, trữ sữa"


def test_boards_councils_and_safety_representatives_are_kept_too(cast: Cast) -> None:
    kept(cast, "laocai-bao", what="inspectorate", last_on=date(2026, 2, 14))
    council = kept(cast, "laocai-bao", what="council", council="pay", count=2)
    kept(cast, "muongkhuong-thcs", what="safety", count=240)
    above = cast["laocai-ldld"]
    assert value("representation.inspectorates", above, "2024") == 1
    assert split("representation.councils", above, "2024", "council") == {"pay": 2}
    assert value("representation.safety_representatives", above, "2024") == 240
    assert council.title == "02 hội đồng có công đoàn tham gia: lương"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"what": "council"}, "council"),
        ({"count": 0}, "count"),
        ({"count": 101}, "count"),
        ({"medium": ""}, "medium"),
        ({"last_on": date(2024, 2, 14)}, "last_on"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, fields: dict[str, object], field: str) -> None:
    with pytest.raises(Refused) as refused:
        kept(cast, **fields)
    assert refused.value.field == field
    assert Record.objects.count() == 0


def test_a_union_may_end_before_what_it_keeps_does(cast: Cast) -> None:
    kept(cast, "laocai-y-te", medium="paper", last_on=date(2025, 12, 31))
    reform.close(unit=cast["laocai-y-te"], last_day=date(2024, 9, 30), by=None, why="sắp xếp")
    assert value(SHELVES, cast["laocai-cdvc"], "2024-H1") == 1
    assert value(SHELVES, cast["laocai-cdvc"], "2024") == 0
    assert verify() == []
