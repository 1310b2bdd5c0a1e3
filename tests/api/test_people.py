"""A whole list of members over HTTP, what is known of somebody mended, two records made one."""

import pytest

from tests.api.program import Program, program, said
from tests.cast import Cast

pytestmark = pytest.mark.django_db
HERE = "/units/laocai-tu-phap"
LIST = {"pasted": "Giàng Seo Lử\tNam\t05/11/1990\nLý Thị Mẩy\tNữ", "on": "2024-03-01"}


def named(mine: Program) -> dict[str, dict[str, object]]:
    return {one["name"]: one for one in said(mine.get(f"{HERE}/members"))["items"]}


def test_a_list_is_admitted_whole_and_once(cast: Cast) -> None:
    mine = program(cast, "chair")
    said(mine.send(f"{HERE}/members/list", LIST, key="tháng ba"))
    said(mine.send(f"{HERE}/members/list", LIST, key="tháng ba"))
    found = named(mine)
    assert {name: (one["woman"], one["born_on"]) for name, one in found.items()} == {
        "Giàng Seo Lử": (False, "1990-11-05"),
        "Lý Thị Mẩy": (True, None),
    }
    bridge = said(mine.get(f"{HERE}/bridge", period="2024"))
    assert (bridge["opening"], bridge["admitted"], bridge["closing"]) == (0, 2, 2)


def test_a_list_with_a_slip_admits_nobody(cast: Cast) -> None:
    mine = program(cast, "chair")
    wrong = {**LIST, "pasted": "Giàng Seo Lử\tNam\t45/11/1990\nLý Thị Mẩy\tNữ"}
    error = said(mine.send(f"{HERE}/members/list", wrong), 422)["error"]
    assert [one["field"] for one in error["fields"]] == ["pasted"]
    assert named(mine) == {}


def test_a_register_opens_with_those_who_are_there(cast: Cast) -> None:
    mine = program(cast, "chair")
    said(mine.send(f"{HERE}/register", LIST))
    bridge = said(mine.get(f"{HERE}/bridge", period="2024"))
    assert (bridge["opened"], bridge["admitted"], bridge["closing"]) == (2, 0, 2)


def test_what_is_known_is_mended_and_the_rest_stays(cast: Cast) -> None:
    mine = program(cast, "chair")
    said(mine.send(f"{HERE}/members/list", LIST))
    uid = named(mine)["Giàng Seo Lử"]["person"]
    said(mine.send(f"/people/{uid}/correct", {"phone": "0912345678", "why": "bổ sung"}))
    told = said(mine.get(f"/people/{uid}"))
    assert (told["name"], told["woman"], told["born_on"], told["phone"]) == (
        "Giàng Seo Lử",
        False,
        "1990-11-05",
        "0912345678",
    )


def test_of_a_birth_the_year_alone_may_be_known(cast: Cast) -> None:
    mine = program(cast, "chair")
    said(mine.send(f"{HERE}/members/list", {**LIST, "pasted": "Giàng Seo Lử\tNam\t1990"}))
    told = named(mine)["Giàng Seo Lử"]
    assert (told["born_on"], told["born_year"]) == (None, 1990)
    said(mine.send(f"/people/{told['person']}/correct", {"born_on": "1990-11-05", "why": "bổ sung"}))
    told = said(mine.get(f"/people/{told['person']}"))
    assert (told["born_on"], told["born_year"]) == ("1990-11-05", None)


def test_likely_twins_are_told_apart_or_made_one(cast: Cast) -> None:
    mine = program(cast, "chair")
    said(mine.send(f"{HERE}/members/list", LIST))
    for _ in range(2):
        left = {"name": "Vàng A Páo", "woman": False, "born_on": "1988-02-03", "on": "2024-03-01"}
        member = said(mine.send(f"{HERE}/members", left))["uid"]
        said(mine.send(f"/members/{member}/leave", {"reason": "retired", "on": "2024-03-02"}))
    (pair,) = said(mine.get(f"{HERE}/twins"))["items"]
    told = {"other": pair["other"], "why": "cùng một người"}
    said(mine.send(f"/people/{pair['one']}/merge", {**told, "other": pair["one"]}), 422)
    said(mine.send(f"/people/{pair['one']}/apart", {"other": pair["other"]}))
    assert said(mine.get(f"{HERE}/twins"))["items"] == []


def test_a_record_merged_is_no_longer_there(cast: Cast) -> None:
    mine = program(cast, "chair")
    said(mine.send(f"{HERE}/members/list", LIST))
    keep, drop = (one["person"] for one in named(mine).values())
    said(mine.send(f"/people/{keep}/merge", {"other": drop, "why": "cùng một người"}))
    assert said(mine.get(f"/people/{keep}"))["unit"] == "laocai-tu-phap"
    said(mine.get(f"/people/{drop}"), 404)


def test_who_only_inspects_admits_and_mends_nobody(cast: Cast) -> None:
    mine, inspector = program(cast, "chair"), program(cast, "inspector")
    said(inspector.send(f"{HERE}/members/list", LIST), 403)
    said(mine.send(f"{HERE}/members/list", LIST))
    uid = named(mine)["Giàng Seo Lử"]["person"]
    said(inspector.send(f"/people/{uid}/correct", {"phone": "0912345678"}), 404)
    assert said(inspector.get(f"/people/{uid}"))["phone"] == ""
