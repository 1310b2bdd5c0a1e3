"""From a proposal to a decision over HTTP: each act is the one of its page, and stands in the book at once."""

from typing import Any

import pytest

from congdoan.emulation.models import Decision, Proposal
from tests.api.program import Program, program, said
from tests.cast import Cast
from tests.emulation.acts import COUNCIL, PRESENT

pytestmark = pytest.mark.django_db
OURS, ABOVE = "/units/laocai-tu-phap", "/units/laocai-cdvc"
ASKED = {"award": "letter", "issuer": "upper", "achievement_year": 2023, "proposed_on": "2024-01-10"}
PUT = {
    "fields": ASKED,
    "people": [{"name": "Giàng Seo Lử", "reason": "Hoàn thành xuất sắc nhiệm vụ"}, {"name": "Lý Thị Mẩy"}],
    "collectives": [{"name": "Phòng Tổng hợp"}],
}
MET = {"met_on": "2024-01-20", "attendees": PRESENT, **COUNCIL}
SIGNED = {"number": "12/QĐ", "signed_on": "2024-01-25", "signer": "Trần Văn Bình", "signer_title": "CHỦ TỊCH"}


def put(cast: Cast, **fields: Any) -> str:
    """A proposal of the grassroots union, sent."""
    mine = program(cast, "chair")
    uid: str = said(mine.send(f"{OURS}/proposals", {**PUT, "fields": {**ASKED, **fields}}))["uid"]
    said(mine.send(f"/proposals/{uid}/send", {}))
    return uid


def voted(theirs: Program, uid: str, votes: tuple[int, int, int] = (4, 4, 4)) -> str:
    """The council of the union above hears it; so many of four vote for each."""
    met: str = said(theirs.send(f"{ABOVE}/councils", {**MET, "proposals": [uid]}))["uid"]
    (group,) = said(theirs.get(f"/councils/{met}"))["awards"]
    rows = [
        {"candidate": one["candidate"], "for": yes, "against": 4 - yes}
        for one, yes in zip(group["heard"], votes, strict=True)
    ]
    said(theirs.send(f"/councils/{met}/votes", {"votes": rows}))
    return met


def test_what_is_put_forward_is_what_the_page_would_put_forward(cast: Cast) -> None:
    mine = program(cast, "chair")
    uid = said(mine.send(f"{OURS}/proposals", PUT, key="de nghi 1"))["uid"]
    assert said(mine.send(f"{OURS}/proposals", PUT, key="de nghi 1"))["uid"] == uid
    whole = said(mine.get(f"/proposals/{uid}"))
    assert (whole["state"], whole["to"], whole["achievement_year"]) == ("draft", "laocai-cdvc", 2023)
    assert [one["name"] for one in whole["candidates"]] == ["Giàng Seo Lử", "Lý Thị Mẩy", "Phòng Tổng hợp"]
    assert {rule["state"] for rule in whole["candidates"][0]["standards"]} == {"met"}
    assert said(mine.get(f"{OURS}/proposals", year=2023, state="draft"))["items"][0]["uid"] == uid
    assert said(mine.get(f"{OURS}/proposals", state="sent"))["items"] == []
    assert said(mine.get(f"{OURS}/proposals/waiting"))["drafts"][0]["uid"] == uid


def test_a_draft_is_changed_where_something_is_said_and_stays_where_not(cast: Cast) -> None:
    mine = program(cast, "chair")
    uid = said(mine.send(f"{OURS}/proposals", PUT))["uid"]
    change = {"fields": {"number": "05/TTr"}, "collectives": []}
    said(mine.send(f"/proposals/{uid}", change, method="patch"))
    whole = said(mine.get(f"/proposals/{uid}"))
    assert (whole["number"], whole["achievement_year"]) == ("05/TTr", 2023)
    assert [one["name"] for one in whole["candidates"]] == ["Giàng Seo Lử", "Lý Thị Mẩy"]
    assert whole["candidates"][0]["reason"] == "Hoàn thành xuất sắc nhiệm vụ"


def test_what_is_wrong_with_a_candidate_is_said_at_its_row(cast: Cast) -> None:
    mine = program(cast, "chair")
    wrong = {"fields": ASKED, "people": [{"name": "Lý Thị Mẩy"}, {"union": "khong-co", "reason": "x"}]}
    error = said(mine.send(f"{OURS}/proposals", wrong), 422)["error"]
    assert {one["field"] for one in error["fields"]} == {"people[1].name", "people[1].union"}
    twice = {"fields": ASKED, "people": [{"name": "Lý Thị Mẩy"}, {"name": "Lý Thị Mẩy"}]}
    assert said(mine.send(f"{OURS}/proposals", twice), 422)["error"]["fields"][0]["field"] == "people"
    odd = said(mine.send(f"{OURS}/proposals", {**PUT, "others": []}), 422)["error"]
    assert odd["fields"][0]["field"] == "others"
    assert not Proposal.objects.exists()


def test_it_comes_back_with_the_reason_and_goes_again(cast: Cast) -> None:
    mine, theirs, uid = program(cast, "chair"), program(cast, "officer"), put(cast)
    assert said(theirs.get(f"{ABOVE}/proposals/waiting"))["arrived"][0]["uid"] == uid
    assert (
        said(mine.send(f"/proposals/{uid}/return", {"why": "thiếu"}), 403)["error"]["code"] == "not_allowed"
    )
    said(theirs.send(f"/proposals/{uid}/return", {"why": "thiếu thành tích"}))
    back = said(mine.get(f"/proposals/{uid}"))
    assert (back["state"], back["returned_why"]) == ("returned", "thiếu thành tích")
    said(mine.send(f"/proposals/{uid}/send", {}))
    assert said(mine.get(f"/proposals/{uid}"))["state"] == "sent"


def test_what_the_council_carries_is_granted_and_counted(cast: Cast) -> None:
    mine, theirs, uid = program(cast, "chair"), program(cast, "officer"), put(cast)
    met = voted(theirs, uid, (4, 4, 1))
    (group,) = said(theirs.get(f"/councils/{met}"))["awards"]
    assert [one["carried"] for one in group["heard"]] == [True, True, False]
    assert group["decides"]
    made = said(theirs.send(f"/proposals/{uid}/decide", SIGNED, key="QD 12"))["uid"]
    assert said(theirs.send(f"/proposals/{uid}/decide", SIGNED, key="QD 12"))["uid"] == made
    whole = said(theirs.get(f"/decisions/{made}"))
    assert len(whole["granted"]) == 2
    assert Decision.objects.get(uid=made).record.entered_by == cast.users["officer"].pk
    listed = said(mine.get(f"{OURS}/awards", year=2023, award="letter"))["items"]
    assert sorted(one["name"] for one in listed) == sorted(one["name"] for one in whole["granted"])
    assert said(mine.get(f"{OURS}/awards", q="khong ai ten the"))["items"] == []
    assert {one["granted"] for one in said(theirs.get(f"/proposals/{uid}"))["candidates"]} == {True, False}


def test_too_few_votes_need_a_reason_said_at_the_row(cast: Cast) -> None:
    theirs, uid = program(cast, "officer"), put(cast)
    met = voted(theirs, uid, (4, 4, 1))
    last = said(theirs.get(f"/councils/{met}"))["awards"][0]["heard"][-1]["candidate"]
    row = {"candidate": last, "granted": True}
    error = said(theirs.send(f"/proposals/{uid}/decide", {**SIGNED, "granted": [row]}), 422)["error"]
    assert "lý do ngoại lệ" in error["message"]
    told = {**SIGNED, "granted": [{**row, "exception": "thành tích đột xuất"}]}
    made = said(theirs.send(f"/proposals/{uid}/decide", told))["uid"]
    granted = said(theirs.get(f"/decisions/{made}"))["granted"]
    assert [one["exception"] for one in granted].count("thành tích đột xuất") == 1


def test_a_row_of_somebody_not_before_the_council_is_refused_in_its_place(cast: Cast) -> None:
    theirs, uid = program(cast, "officer"), put(cast)
    met = voted(theirs, uid)
    rows = [{"candidate": uid, "for": 3}]
    error = said(theirs.send(f"/councils/{met}/votes", {"votes": rows}), 422)["error"]
    assert [one["field"] for one in error["fields"]] == ["votes[0].for"]


def test_a_decision_is_amended_and_revoked_with_the_reason(cast: Cast) -> None:
    theirs, uid = program(cast, "officer"), put(cast)
    voted(theirs, uid)
    made = said(theirs.send(f"/proposals/{uid}/decide", SIGNED))["uid"]
    first = said(theirs.get(f"/decisions/{made}"))["granted"][0]["candidate"]
    change = {"why": "nhầm người", "number": "13/QĐ", "granted": [{"candidate": first, "granted": False}]}
    said(theirs.send(f"/decisions/{made}/amend", change))
    whole = said(theirs.get(f"/decisions/{made}"))
    assert (whole["number"], len(whole["granted"]), whole["signer"]) == ("13/QĐ", 2, "Trần Văn Bình")
    for paper in ("file", "certificates"):
        assert theirs.get(f"/decisions/{made}/{paper}").content.startswith(b"PK")
    said(theirs.send(f"/decisions/{made}/revoke", {"why": "ký sai"}))
    assert said(theirs.get(f"/decisions/{made}"))["revoked"]
    assert said(program(cast, "chair").get(f"{OURS}/awards"))["items"] == []


def test_what_another_level_grants_is_passed_on(cast: Cast) -> None:
    theirs = program(cast, "officer")
    uid = put(cast, award="certificate", issuer="province")
    voted(theirs, uid, (4, 0, 4))
    passed = said(theirs.send(f"/proposals/{uid}/pass-on", {}))["uid"]
    whole = said(theirs.get(f"/proposals/{passed}"))
    assert (whole["unit"], whole["to"], len(whole["candidates"])) == ("laocai-cdvc", "laocai-ldld", 2)


def test_minutes_are_mended_and_handed_out(cast: Cast) -> None:
    theirs, uid = program(cast, "officer"), put(cast)
    met = voted(theirs, uid)
    said(theirs.send(f"/councils/{met}/amend", {"minutes": "Nhất trí."}))
    whole = said(theirs.get(f"/councils/{met}"))
    assert (whole["minutes"], whole["members"], whole["met_on"]) == ("Nhất trí.", 5, "2024-01-20")
    for path in (f"/councils/{met}/file", f"/proposals/{uid}/file"):
        assert theirs.get(path).content.startswith(b"PK")


def test_a_quota_over_which_one_goes_asks_for_the_reason(cast: Cast) -> None:
    mine, theirs = program(cast, "chair"), program(cast, "officer")
    rule = {
        "award": "letter",
        "issuer": "upper",
        "number": 1,
        "base": "each",
        "basis": "HD 05",
        "from_on": "2024-01-01",
    }
    said(mine.send(f"{ABOVE}/quotas", rule), 404)
    said(theirs.send(f"{OURS}/quotas", rule), 403)
    said(theirs.send(f"{ABOVE}/quotas", rule))
    uid = said(mine.send(f"{OURS}/proposals", PUT))["uid"]
    error = said(mine.send(f"/proposals/{uid}/send", {}), 422)["error"]
    assert error["fields"][0]["field"] == "over_why"
    said(mine.send(f"/proposals/{uid}/send", {"over_why": "đông người"}))
    (own,) = said(mine.get(f"{OURS}/quotas", year=2023))["own"]
    assert (own["allowed"], own["used"], own["left"]) == (1, 2, 0)
    below = said(theirs.get(f"{ABOVE}/quotas", year=2023))["below"]
    assert {one["unit"]: one["used"] for one in below}["laocai-tu-phap"] == 2


def test_who_only_reads_sees_and_does_nothing(cast: Cast) -> None:
    reader, uid = program(cast, "reader"), put(cast)
    assert said(reader.get(f"/proposals/{uid}"))["uid"] == uid
    for path, told in (
        (f"{OURS}/proposals", PUT),
        (f"/proposals/{uid}/send", {}),
        (f"/proposals/{uid}/return", {"why": "x"}),
        (f"{ABOVE}/councils", {**MET, "proposals": [uid]}),
    ):
        assert said(reader.send(path, told), 403)["error"]["code"] == "not_allowed"
    said(reader.get(f"{ABOVE}/proposals/waiting"), 403)


def test_the_titles_say_who_grants_them(cast: Cast) -> None:
    told = {one["award"]: one for one in said(program(cast, "chair").get("/titles"))}
    assert told["letter"]["issuers"] == ["grassroots", "national", "other", "province", "upper"]
    assert not told["flag"]["people"]
