"""Contests: teams, contestants and prizes at the organiser; the unions that sent somebody, each at itself."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.records import actions, preview
from congdoan.records.kinds.contest import CONTEST
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.said import record, split, value

ON = date(2024, 5, 10)


def sent(cast: Cast, code: str, team: str = "", contestants: int = 2) -> dict[str, Any]:
    return {"union": cast[code], "team": team, "contestants": contestants}


def contest(
    cast: Cast, entrants: list[dict[str, Any]], prizes: list[dict[str, Any]] | None = None, **said: Any
) -> Record:
    lines = {"entrants": entrants, "prizes": prizes or []}
    fields = {"name": "Hội thi nấu ăn", "sort": "cooking", **said}
    return record("contest", cast["laocai-cdvc"], ON, lines=lines, **fields)


def test_two_unions_in_one_team_are_one_team_and_two_unions(cast: Cast) -> None:
    made = contest(
        cast,
        [
            sent(cast, "laocai-tu-phap", "Đội Hoa Ban"),
            sent(cast, "laocai-y-te", "đội hoa ban"),
            sent(cast, "laocai-bao", "Đội 2", 3),
        ],
    )
    counted = {
        code: value(code, cast["laocai-cdvc"], "2024-H1") for code in ("CUL-01", "CUL-02", "CUL-03", "CUL-04")
    }
    assert counted == {"CUL-01": 1, "CUL-02": 2, "CUL-03": 7, "CUL-04": 3}
    assert split("CUL-02", cast["laocai-ldld"], "2024-H1", "contest") == {"cooking": 2}
    assert made.title == "Hội thi nấu ăn: 02 đội, 07 người dự thi"


def test_a_union_that_sent_a_team_held_no_contest_itself(cast: Cast) -> None:
    contest(cast, [sent(cast, "laocai-tu-phap", "Đội 1")])
    assert value("CUL-04", cast["laocai-tu-phap"], "2024-H1") == 1
    assert value("CUL-01", cast["laocai-tu-phap"], "2024-H1") == 0
    assert value("CUL-03", cast["laocai-tu-phap"], "2024-H1") == 0


def test_a_union_with_two_teams_takes_part_once(cast: Cast) -> None:
    contest(cast, [sent(cast, "laocai-tu-phap", "Đội 1"), sent(cast, "laocai-tu-phap", "Đội 2")])
    assert value("CUL-02", cast["laocai-cdvc"], "2024-H1") == 2
    assert value("CUL-04", cast["laocai-cdvc"], "2024-H1") == 1


def test_the_office_of_the_organiser_is_no_grassroots_union(cast: Cast) -> None:
    contest(cast, [sent(cast, "laocai-cdvc", "Cơ quan"), sent(cast, "laocai-tu-phap", "Sở Tư pháp")])
    assert value("CUL-04", cast["laocai-cdvc"], "2024-H1") == 1


def test_people_who_compete_each_for_themselves_are_no_team(cast: Cast) -> None:
    made = contest(
        cast, [sent(cast, "laocai-tu-phap", contestants=5)], [{"name": "Lý Thị Thử", "rank": "first"}]
    )
    assert value("CUL-02", cast["laocai-cdvc"], "2024-H1") == 0
    assert value("CUL-03", cast["laocai-cdvc"], "2024-H1") == 5
    assert made.title == "Hội thi nấu ăn: 05 người dự thi"


def test_prizes_count_by_rank_and_add_up(cast: Cast) -> None:
    ranks = ["first", "second", "second", "consolation"]
    contest(
        cast, [sent(cast, "laocai-tu-phap", "Đội 1")], [{"team": "đội 1", "rank": rank} for rank in ranks]
    )
    assert split("CUL-05", cast["laocai-cdvc"], "2024-H1", "prize") == {
        "first": 1,
        "second": 2,
        "consolation": 1,
    }
    assert value("CUL-05", cast["laocai-cdvc"], "2024-H1") == 4


@pytest.mark.parametrize(
    ("entrants", "prizes", "field", "says"),
    [
        ([("yenbai-tu-phap", "Đội 1", 2)], [], "entrants", "không thuộc"),
        ([("laocai-ldld", "Đội 1", 2)], [], "entrants", "không thuộc"),
        ([("laocai-bao", "Đội 1", 2), ("laocai-bao", "ĐỘI 1", 1)], [], "entrants", "cùng một đội"),
        ([("laocai-bao", "", 2), ("laocai-bao", "", 1)], [], "entrants", "cùng một đội"),
        ([("laocai-bao", "Đội 1", 0)], [], "entrants", "từ 1"),
        ([("laocai-bao", "Đội 1", 10_001)], [], "entrants", "đến 10.000"),
        ([], [], "entrants", "ít nhất một dòng"),
        ([("laocai-bao", "Đội 1", 2)], [{"team": "Đội 3", "rank": "first"}], "prizes", "Đội 3"),
        ([("laocai-bao", "Đội 1", 2)], [{"rank": "first"}], "prizes", "đội hoặc người"),
        ([("laocai-bao", "Đội 1", 2)], [{"team": "Đội 1", "rank": "best"}], "prizes", "best"),
    ],
)
def test_who_could_not_compete_or_did_not_is_refused(
    cast: Cast, entrants: list[tuple[str, str, int]], prizes: list[dict[str, str]], field: str, says: str
) -> None:
    with pytest.raises(Refused, match=says) as refused:
        contest(cast, [sent(cast, *entrant) for entrant in entrants], prizes)
    assert refused.value.field == field
    assert Record.objects.count() == 0


def test_a_contest_withdrawn_counts_nowhere(cast: Cast) -> None:
    made = contest(cast, [sent(cast, "laocai-tu-phap", "Đội 1")], [{"team": "Đội 1", "rank": "first"}])
    actions.withdraw(record=made, by=None, why="Hoãn hội thi")
    assert [value(f"CUL-0{n}", cast["laocai-cdvc"], "2024-H1") for n in range(1, 6)] == [0] * 5


def test_before_it_is_written_the_form_knows_what_it_adds(cast: Cast) -> None:
    draft = CONTEST.model(
        kind="contest", unit=cast["laocai-cdvc"], happened_on=ON, name="Hội thao", sort="sport"
    )
    given = {
        "entrants": [sent(cast, "laocai-bao", "Đội 1", 4)],
        "prizes": [{"team": "Đội 1", "rank": "first"}],
    }
    found = preview.of(CONTEST, draft, preview.imagined(CONTEST, draft, given))
    assert [(a.indicator.code, a.quantity) for a in found] == [
        ("CUL-01", 1), ("CUL-02", 1), ("CUL-03", 4), ("CUL-04", 1), ("CUL-05", 1),
    ]  # fmt: skip
