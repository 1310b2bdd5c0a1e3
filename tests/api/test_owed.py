"""Reports asked of unions below over HTTP, filed by those."""

import pytest

from tests.api.program import program, said
from tests.cast import Cast

pytestmark = pytest.mark.django_db
UPPER, HERE = "/units/laocai-cdvc", "/units/laocai-tu-phap"
ASKED = {
    "what": "Báo cáo 6 tháng đầu năm 2024",
    "period": "half_year",
    "due_on": "2024-06-20",
    "unions": ["laocai-tu-phap", "laocai-y-te"],
}


def test_what_is_asked_is_owed_below_until_it_is_filed(cast: Cast) -> None:
    above, mine = program(cast, "officer"), program(cast, "chair")
    uid = said(above.send(f"{UPPER}/reports-asked", ASKED))["uid"]
    (owed,) = said(mine.get(f"{HERE}/reports-owed"))
    assert (owed["asked_by"], owed["due_on"]) == ("laocai-cdvc", "2024-06-20")
    letter = {"sort": "report", "subject": "Báo cáo 6 tháng", "dated_on": "2024-06-10"}
    paper = said(mine.send(f"{HERE}/papers/out", letter))["uid"]
    said(mine.send(f"/reports-owed/{owed['uid']}/file", {"on": "2024-06-12", "paper": paper}))
    assert said(mine.get(f"{HERE}/reports-owed")) == []
    whole = said(above.get(f"/reports-asked/{uid}"))
    assert (whole["many"], whole["filed"], whole["on_time"]) == (2, 1, 1)
    assert {one["unit"]: one["paper"] for one in whole["owed"]} == {
        "laocai-tu-phap": paper,
        "laocai-y-te": None,
    }
    (arrived,) = said(above.get(f"{UPPER}/papers", way="in"))["items"]
    assert arrived["subject"] == "Báo cáo 6 tháng"
    said(mine.send(f"/reports-owed/{owed['uid']}/unfile", {"why": "gửi nhầm"}))
    assert said(mine.get(f"/reports-owed/{owed['uid']}"))["filed_on"] is None


def test_what_is_no_longer_asked_is_no_longer_owed(cast: Cast) -> None:
    above, mine = program(cast, "officer"), program(cast, "chair")
    uid = said(above.send(f"{UPPER}/reports-asked", ASKED))["uid"]
    said(above.send(f"/reports-asked/{uid}/withdraw", {"why": "gộp vào báo cáo năm"}))
    assert said(mine.get(f"{HERE}/reports-owed")) == []
    assert said(above.get(f"{UPPER}/reports-asked"))["items"][0]["withdrawn"]


def test_a_grassroots_union_has_nobody_to_ask(cast: Cast) -> None:
    assert program(cast, "chair").send(f"{HERE}/reports-asked", ASKED).status_code == 403
    far = {**ASKED, "unions": ["muongkhuong-thcs"]}
    error = said(program(cast, "officer").send(f"{UPPER}/reports-asked", far), 422)["error"]
    assert error["fields"][0]["field"] == "unions"
