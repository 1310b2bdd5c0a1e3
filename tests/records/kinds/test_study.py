"""Learning: each counted once by name, or told once a year where no names are kept."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.base.period import Period
from congdoan.ledger.figures import figure
from congdoan.ledger.indicator import find
from congdoan.records import actions
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.said import member, record, split, value

DAY = date(2024, 3, 12)


def study(cast: Cast, what: str, at: str = "laocai-cdvc", on: date = DAY, **said: Any) -> Record:
    lines = {name: said.pop(name, []) for name in ("learners", "groups")}
    said = {"topic": "party", "course": "trade", **said}
    return record("study", cast[at], on, what=what, lines=lines, **said)


def test_who_is_named_is_reached_once_at_their_own_union(cast: Cast) -> None:
    people = [{"person": member(cast["laocai-bao"], f"Người {n}")} for n in range(4)]
    study(cast, "resolution", learners=people)
    study(cast, "resolution", on=date(2024, 5, 2), learners=people[:2])
    assert value("PRO-51", cast["laocai-cdvc"], "2024-H1") == 4
    assert value("PRO-51", cast["laocai-bao"], "2024-05") == 2
    assert value("PRO-51", cast["laocai-cdvc"], "2024", scope="own") == 0


def test_who_is_not_named_is_told_the_first_time_in_a_year(cast: Cast) -> None:
    study(cast, "resolution", groups=[{"union": cast["laocai-bao"], "people": 30}])
    study(cast, "resolution", groups=[{"union": cast["laocai-bao"], "people": 30, "first": 4}])
    found = figure(find("PRO-51"), cast["laocai-cdvc"], Period.parse("2024"))
    assert (found.value, found.declared) == (34, 34)


def test_only_members_study_the_theme(cast: Cast) -> None:
    worker = {"name": "Lao Động Một", "relation": "worker", "union": cast["laocai-bao"]}
    made = study(cast, "theme", learners=[worker, {"name": "Đoàn Viên", "union": cast["laocai-bao"]}])
    assert value("PRO-52", cast["laocai-cdvc"], "2024") == 1
    assert made.title == "Chuyên đề học tập Bác: 02 người"


def test_skills_count_every_time_and_each_person_once(cast: Cast) -> None:
    person = {"person": member(cast["laocai-bao"], "Người Học")}
    study(cast, "skills", learners=[person], groups=[{"union": cast["laocai-y-te"], "people": 7, "first": 5}])
    study(cast, "skills", on=date(2024, 6, 3), learners=[person], course="education")
    assert value("PRO-10", cast["laocai-cdvc"], "2024") == 9
    assert split("PRO-10", cast["laocai-cdvc"], "2024", "course") == {"trade": 8, "education": 1}
    assert value("PRO-53", cast["laocai-cdvc"], "2024") == 6


def test_a_course_counts_where_it_is_held_and_officers_at_their_unions(cast: Cast) -> None:
    full = {"name": "Cán Bộ Một", "union": cast["laocai-cdvc"], "post": "full_time"}
    part = {"union": cast["laocai-y-te"], "people": 5, "first": 3}
    made = study(cast, "training", learners=[full], groups=[part], about="Nghiệp vụ tài chính", topic="union")
    assert value("CAD-04", cast["laocai-cdvc"], "2024") == 1
    assert split("CAD-05", cast["laocai-cdvc"], "2024", "post") == {"full_time": 1, "part_time": 5}
    assert value("CAD-05", cast["laocai-y-te"], "2024") == 0
    assert value("CAD-51", cast["laocai-cdvc"], "2024") == 1
    assert value("CAD-52", cast["laocai-y-te"], "2024") == 3
    assert made.title == "Tập huấn nghiệp vụ công đoàn “Nghiệp vụ tài chính”: 06 người"
    actions.amend(record=made, by=None, why="Đếm lại", lines={"groups": [{**part, "people": 4}]})
    assert value("CAD-05", cast["laocai-cdvc"], "2024") == 4


def test_what_cannot_be_is_refused(cast: Cast) -> None:
    union, other = cast["laocai-bao"], cast["yenbai-tu-phap"]
    person = {"person": member(union, "Một Người")}
    for said, field in (
        ({}, "learners"),
        ({"topic": "moon", "learners": [person]}, "topic"),
        ({"learners": [person, person]}, "learners"),
        ({"groups": [{"union": union, "people": 3}, {"union": union, "people": 4}]}, "groups"),
        ({"groups": [{"union": union, "people": 3, "first": 4}]}, "groups"),
        ({"groups": [{"union": union, "people": 0}]}, "groups"),
        ({"groups": [{"union": other, "people": 3}]}, "groups"),
    ):
        with pytest.raises(Refused) as refused:
            study(cast, "resolution", **said)
        assert refused.value.field == field
    assert Record.objects.count() == 0
