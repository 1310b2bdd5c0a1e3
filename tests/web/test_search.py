"""One search for all: without accents, each group as far as one may see, and no name in any address."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from congdoan.audit.models import Event
from congdoan.members.models import Person
from congdoan.records.record import Record
from tests.cast import Cast, care
from tests.records.filled import as_
from tests.records.said import member

pytestmark = pytest.mark.django_db


def found(client: Client, words: str) -> dict[str, list[str]]:
    """The titles of what is found, by group."""
    answer = client.post("/tim", {"q": words}, follow=True)
    assert answer.status_code == 200
    return {group.name: [row.title for row in group.rows] for group in answer.context["groups"]}


def visit(cast: Cast, name: str = "Đặng Thị Ánh", unit: str = "laocai-tu-phap") -> Record:
    rows: list[dict[str, Any]] = [{"name": name, "cash": 500_000}]
    return care(cast[unit], cast.funds["laocai-xa-hoi"], date(2024, 2, 1), lines=rows, programme="visit")


@pytest.mark.parametrize("words", ["dang thi anh", "Ánh Đặng", "ĐẶNG"])
def test_people_are_found_without_accents_by_those_who_keep_or_inspect(cast: Cast, words: str) -> None:
    visit(cast)
    for part, sees in (
        ("chair", True),
        ("officer", True),
        ("inspector", True),
        ("reader", False),
        ("neighbour", False),
    ):
        assert (found(as_(cast, part), words).get("Người") == ["Đặng Thị Ánh"]) is sees, part


def test_a_record_is_found_by_whom_it_names_only_for_those_who_may_read_its_list(cast: Cast) -> None:
    record = visit(cast)
    assert found(as_(cast, "officer"), "dang thi anh")["Việc"] == [record.title]
    assert "Việc" not in found(as_(cast, "reader"), "dang thi anh")
    assert found(as_(cast, "reader"), "tham hoi")["Việc"] == [record.title]


def test_unions_and_figures(cast: Cast) -> None:
    groups = found(as_(cast, "officer"), "tu phap")
    assert groups["Công đoàn"] == ["CĐCS Sở Tư pháp"]
    assert "Số suất quà Tết đã trao" in found(as_(cast, "officer"), "qua tet")["Số liệu"]


def test_the_address_of_a_search_holds_no_word_of_it(cast: Cast) -> None:
    client = as_(cast, "officer")
    answer = client.post("/tim", {"q": "Đặng Thị Ánh"})
    assert re.fullmatch(r"/tim\?tim=[\w-]+", answer.url)
    assert client.get(answer.url).context["words"] == "Đặng Thị Ánh"


def test_the_address_tells_nobody_else_what_was_searched(cast: Cast) -> None:
    url = as_(cast, "officer").post("/tim", {"q": "Đặng Thị Ánh"}).url
    assert as_(cast, "inspector").get(url).context["words"] == ""


def test_while_typing_it_answers_at_once(cast: Cast) -> None:
    answer = as_(cast, "officer").post("/tim", {"q": "tu phap"}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "CĐCS Sở Tư pháp" in answer.content.decode()


def test_one_letter_finds_nothing_and_too_many_are_cut(cast: Cast) -> None:
    assert found(as_(cast, "officer"), "t") == {}
    assert found(as_(cast, "officer"), "tu phap " * 100)["Công đoàn"] == ["CĐCS Sở Tư pháp"]


def test_more_answers_than_shown_are_said_to_be_there(cast: Cast) -> None:
    for n in range(12):
        member(cast["laocai-tu-phap"], f"Vàng A {n}")
    answer = as_(cast, "officer").post("/tim", {"q": "vang a"}, follow=True)
    (group,) = [group for group in answer.context["groups"] if group.name == "Người"]
    assert (len(group.rows), group.more) == (8, True)


def test_the_page_of_somebody_lists_the_work_that_names_them_and_the_sight_is_noted(cast: Cast) -> None:
    record, person = visit(cast), Person.objects.get(name="Đặng Thị Ánh")
    answer = as_(cast, "officer").get(f"/nguoi/{person.uid}")
    assert [one.pk for one, _ in answer.context["records"]] == [record.pk]
    assert Event.objects.filter(action="see_person", what=str(person.uid), unit="laocai-tu-phap").count() == 1


@pytest.mark.parametrize("part", ["reader", "other_chair", "neighbour", "administrator", "stranger"])
def test_the_page_of_somebody_is_not_there_for_others(cast: Cast, part: str) -> None:
    visit(cast)
    uid = Person.objects.get(name="Đặng Thị Ánh").uid
    assert as_(cast, part).get(f"/nguoi/{uid}").status_code == 404


def test_somebody_without_a_seat_finds_no_more_than_the_catalogue(cast: Cast) -> None:
    visit(cast)
    assert set(found(as_(cast, "stranger"), "tet")) == {"Số liệu"}
    assert found(as_(cast, "stranger"), "anh").keys() <= {"Số liệu"}
