"""The other acts: each by the form of its page, seen at once in what is asked afterwards."""

import pytest

from tests.api.program import program, said
from tests.cast import Cast

pytestmark = pytest.mark.django_db
HERE = "/units/laocai-tu-phap"


def test_somebody_admitted_is_a_member_and_leaves_again(cast: Cast) -> None:
    mine = program(cast, "chair")
    told = {"name": "Giàng Seo Lử", "woman": False, "on": "2024-03-01"}
    member = said(mine.send(f"{HERE}/members", told))["uid"]
    listed = said(mine.get(f"{HERE}/members"))["items"]
    assert [(one["uid"], one["name"], one["woman"]) for one in listed] == [(member, "Giàng Seo Lử", False)]
    said(mine.send(f"/members/{member}/leave", {"reason": "retired", "on": "2024-06-01"}))
    assert said(mine.get(f"{HERE}/members"))["items"] == []
    life = said(mine.get(f"/people/{listed[0]['person']}"))["memberships"]
    assert [(one["from_on"], one["to_on"]) for one in life] == [("2024-03-01", "2024-06-01")]


def test_who_may_not_see_the_register_is_told_so(cast: Cast) -> None:
    assert said(program(cast, "reader").get(f"{HERE}/members"), 403)["error"]["code"] == "not_allowed"


def test_money_received_stands_in_the_book_and_in_the_balance(cast: Cast) -> None:
    mine, fund = program(cast, "chair"), "/funds/tu-phap-doan-phi"
    said(mine.send(f"{fund}/open", {"day": "2024-01-01", "opening": 1_000_000}))
    item = said(mine.get("/items/in"))[0]["value"]
    paper = {"amount": 500_000, "item": item, "words": "Thu khác", "day": "2024-02-01"}
    said(mine.send(f"{fund}/receive", paper, key="phieu"))
    said(mine.send(f"{fund}/receive", paper, key="phieu"))
    assert {one["code"]: one["balance"] for one in said(mine.get(f"{HERE}/funds"))}[
        "tu-phap-doan-phi"
    ] == 1_500_000
    line = said(mine.get(f"{fund}/vouchers", period="2024"))["items"][-1]
    said(mine.send(f"/vouchers/{line['uid']}/reverse", {"why": "ghi nhầm"}))
    assert said(mine.get(f"{HERE}/funds"))[0]["balance"] == 1_000_000


def test_a_report_is_begun_frozen_and_handed_out(cast: Cast) -> None:
    theirs = program(cast, "officer")
    assert "half_year" in said(theirs.get("/units/laocai-cdvc/templates"))
    begun = said(theirs.send("/units/laocai-cdvc/reports", {"template": "half_year", "period": "2024-H1"}))[
        "uid"
    ]
    said(theirs.send(f"/reports/{begun}/freeze", {}))
    assert said(theirs.get(f"/reports/{begun}"))["state"] == "frozen"
    assert theirs.get(f"/reports/{begun}/file/docx").content.startswith(b"PK")
    assert said(theirs.send(f"/reports/{begun}/freeze", {}), 422)["error"]["message"].endswith(".")


def test_only_an_administrator_founds_a_union(cast: Cast) -> None:
    new = {"name": "CĐCS Sở Công Thương", "kind": "grassroots", "on": "2024-01-01"}
    said(program(cast, "officer").send("/units/laocai-cdvc/found", new), 403)
    code = said(program(cast, "administrator").send("/units/laocai-cdvc/found", new))["code"]
    assert said(program(cast, "officer").get(f"/units/{code}"))["above"][0] == "laocai-cdvc"
