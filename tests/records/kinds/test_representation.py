"""Counsel, pay steps and courses, rated inspection boards, disputes and accidents."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.ledger.verify import verify
from congdoan.records import actions
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.said import member, parts, record, split, value

APRIL = date(2024, 4, 18)


def counsel(cast: Cast, **said: Any) -> Record:
    return record("counsel", cast["laocai-bao"], APRIL, **{"what": "advice", "channel": "phone", **said})


def incident(cast: Cast, what: str, **said: Any) -> Record:
    return record("incident", cast["muongkhuong-thcs"], APRIL, what=what, **said)


def advance(cast: Cast, *people: Any, at: str = "laocai-cdvc", **said: Any) -> Record:
    given = {"what": "raise", "raise_sort": "early", **said}
    return record("advancement", cast[at], APRIL, **given, lines={"members": [{"person": p} for p in people]})


def rate(cast: Cast, *grades: tuple[str, str], year: int = 2023) -> Record:
    rows = [{"employer": cast.employers[code], "grade": grade} for code, grade in grades]
    return record("board_rating", cast["laocai-cdvc"], APRIL, achievement_year=year, lines={"boards": rows})


def test_everybody_advised_counts_each_time(cast: Cast) -> None:
    told = counsel(cast, people=12)
    counsel(cast, people=3, channel="mobile")
    union = cast["laocai-cdvc"]
    assert value("representation.legal_advice", union, "2024") == 15
    assert split("representation.legal_advice", union, "2024", "channel") == {"phone": 12, "mobile": 3}
    assert told.title == "Tư vấn pháp luật cho 12 lượt người"


def test_a_case_a_draft_and_an_opinion_count_once(cast: Cast) -> None:
    for what in ("court", "draft", "party"):
        counsel(cast, what=what, about="Dự thảo Luật Công đoàn", people=4)
    union = cast["laocai-ldld"]
    keys = ("representation.court_cases", "representation.drafts_commented", "party.contributions")
    assert [value(key, union, "2024") for key in keys] == [1, 1, 1]
    with pytest.raises(Refused, match="mỗi dự thảo tính một lần"):
        counsel(cast, what="draft", about="dự thảo luật công đoàn")


@pytest.mark.parametrize(
    ("said", "field"),
    [({"people": 0}, "people"), ({"people": 3, "channel": ""}, "channel"), ({"what": "draft"}, "about")],
)
def test_counsel_that_cannot_be_is_refused(cast: Cast, said: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        counsel(cast, **said)
    assert refused.value.field == field


def test_pay_steps_and_courses_count_at_the_members_union(cast: Cast) -> None:
    people = [member(cast["laocai-bao"], "Trần Văn An"), member(cast["laocai-y-te"], "Lù A Páo")]
    raised = advance(cast, *people)
    advance(cast, people[0], what="course", course="political")
    assert value("representation.pay_rises", cast["laocai-bao"], "2024") == 1
    assert split("representation.pay_rises", cast["laocai-cdvc"], "2024", "raise") == {"early": 2}
    assert split("representation.sent_to_training", cast["laocai-bao"], "2024", "course") == {"political": 1}
    assert raised.title == "Nâng lương, trước hạn: 02 người"
    actions.amend(record=raised, by=None, why="nhầm loại", fields={"raise_sort": "regular"})
    assert split("representation.pay_rises", cast["laocai-cdvc"], "2024", "raise") == {"regular": 2}
    assert verify() == []


def test_a_pay_step_that_cannot_be_is_refused(cast: Cast) -> None:
    ours, stranger = member(cast["laocai-bao"], "Trần Văn An"), member(cast["yenbai-tu-phap"], "Lù A Páo")
    for people, said, word in (
        ((ours,), {"raise_sort": ""}, "loại nâng lương"),
        ((ours, ours), {}, "hãy bỏ một dòng"),
        ((stranger,), {}, "không trực thuộc"),
    ):
        with pytest.raises(Refused, match=word):
            advance(cast, *people, **said)
    advance(cast, ours)
    with pytest.raises(Refused, match="ngày này"):
        advance(cast, ours, at="laocai-bao")


def test_boards_rated_fair_or_better_are_a_share_of_those_rated(cast: Cast) -> None:
    rate(cast, ("so-tu-phap", "high"), ("so-y-te", "fair"), ("bao-laocai", "weak"))
    assert parts("representation.inspectorates_good_share", cast["laocai-ldld"], "2023") == (2, 3)
    assert parts("representation.inspectorates_good_share", cast["laocai-y-te"], "2023") == (1, 1)
    assert verify() == []


@pytest.mark.parametrize(
    ("grades", "year", "word"),
    [
        ([("so-y-te", "high"), ("so-y-te", "fair")], 2023, "hãy bỏ một dòng"),
        ([("may-muong-khuong", "high")], 2023, "không thuộc"),
        ([("so-y-te", "high")], 2025, "Năm đạt thành tích"),
        ([("so-tu-phap", "fair")], 2022, "đã được xếp loại năm 2022"),
    ],
)
def test_a_rating_that_cannot_be_is_refused(
    cast: Cast, grades: list[tuple[str, str]], year: int, word: str
) -> None:
    rate(cast, ("so-tu-phap", "high"), year=2022)
    with pytest.raises(Refused, match=word):
        rate(cast, *grades, year=year)


def test_disputes_count_with_everyone_in_them(cast: Cast) -> None:
    incident(cast, "strike", people=300)
    incident(cast, "dispute", people=40)
    union = cast["laocai-ldld"]
    assert split("labour.disputes", union, "2024", "dispute") == {"strike": 1, "dispute": 1}
    assert value("labour.people_in_disputes", union, "2024") == 340


def test_a_strike_says_when_it_ended_and_how_never_before_it_began(cast: Cast) -> None:
    ended = {"ended_on": date(2024, 4, 30), "outcome": "Tăng tiền ăn ca 3.000 đồng"}
    assert incident(cast, "strike", people=30, **ended).version == 1
    with pytest.raises(Refused, match="Ngày kết thúc"):
        incident(cast, "strike", people=30, ended_on=date(2024, 3, 1))
    incident(cast, "disease", people=1, ended_on=date(2024, 3, 1))  # nothing of it to end


def test_an_accident_is_as_severe_as_its_worst(cast: Cast) -> None:
    hurt = incident(cast, "accident", serious=2, serious_women=1, light=3)
    incident(cast, "disease", people=4, women=4)
    union = cast["laocai-ldld"]
    assert split("labour.accidents", union, "2024", "severity") == {"serious": 1}
    assert split("labour.people_injured", union, "2024", "severity") == {"serious": 2, "light": 3}
    assert split("labour.people_injured", union, "2024", "sex") == {"f": 1, "m": 4}
    assert split("labour.occupational_diseases", union, "2024", "sex") == {"f": 4}
    assert hurt.title == "Tai nạn lao động: 05 người"


@pytest.mark.parametrize(
    ("what", "said", "field"),
    [
        ("strike", {}, "people"),
        ("accident", {"people": 3}, "light"),
        ("accident", {"light": 1, "light_women": 2}, "light_women"),
        ("dispute", {"people": 200_000}, "people"),
    ],
)
def test_an_incident_that_cannot_be_is_refused(
    cast: Cast, what: str, said: dict[str, int], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        incident(cast, what, **said)
    assert refused.value.field == field


def test_every_employer_with_a_union_is_a_workplace(cast: Cast) -> None:
    assert value("culture.workplaces", cast["laocai-ldld"], "2024") == 4
    assert value("representation.enterprises_with_union", cast["laocai-ldld"], "2024") == 1


def test_a_safety_class_counts_where_it_is_organised(cast: Cast) -> None:
    record("gathering", cast["laocai-cdvc"], APRIL, what="safety_training", attendance=60)
    assert value("representation.safety_trainings", cast["laocai-ldld"], "2024") == 1
