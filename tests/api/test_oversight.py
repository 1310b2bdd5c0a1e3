"""Inspecting over HTTP: a plan made and approved, what is to be mended and what became of it, complaints in few hands."""

from typing import Any

import pytest

from congdoan.audit.models import Event
from tests.api.program import Program, program, said
from tests.cast import Cast

pytestmark = pytest.mark.django_db
OURS, ABOVE = "/units/laocai-tu-phap", "/units/laocai-cdvc"
FIRST_QUARTER = "2024-01-01/2024-03-31"
SENDER = "Lý Thị Gửi"
INSPECTION = {
    "unit": "laocai-cdvc",
    "fields": {"subject": "finance", "level": "lower", "happened_on": "2024-03-05"},
    "lists": {
        "unions": [{"union": "laocai-tu-phap"}],
        "demands": [
            {"what": "Thu hồi chi sai", "union": "laocai-tu-phap", "due_on": "2024-06-30", "amount": 900_000}
        ],
    },
}


def planned(theirs: Program) -> str:
    """A plan of the year with one inspection in it."""
    uid: str = said(theirs.send(f"{ABOVE}/inspection-plans", {"sort": "year", "year": 2024}))["uid"]
    line = {"subject": "finance", "window": FIRST_QUARTER, "unions": ["laocai-tu-phap"]}
    said(theirs.send(f"/inspection-plans/{uid}/add", line))
    return uid


def received(theirs: Program, sort: str = "complaint", **told: Any) -> str:
    letter = {
        "sort": sort,
        "received_on": "2024-03-01",
        "sender": SENDER,
        "content": "Chậm trả lương",
        **told,
    }
    uid: str = said(theirs.send(f"{ABOVE}/complaints", letter))["uid"]
    return uid


def test_a_plan_is_made_approved_and_carried_out(cast: Cast) -> None:
    theirs = program(cast, "inspector")
    uid = planned(theirs)
    said(theirs.send(f"/inspection-plans/{uid}/approve", {"number": "05/KH", "on": "2024-01-05"}))
    whole = said(theirs.get(f"/inspection-plans/{uid}"))
    assert (whole["number"], whole["planned"], whole["done"], whole["late"]) == ("05/KH", 1, 0, 1)
    made = said(theirs.send("/kinds/inspection/records", INSPECTION))["uid"]
    (line,) = said(theirs.get(f"/inspection-plans/{uid}"))["inspections"]
    assert (line["union"], line["state"], line["record"]) == ("laocai-tu-phap", "done", made)
    assert said(theirs.get(f"{ABOVE}/inspection-plans"))[0]["done"] == 1


def test_who_is_left_is_told_with_the_reasons(cast: Cast) -> None:
    theirs = program(cast, "inspector")
    left = said(theirs.get(f"{ABOVE}/coverage", left=True))
    assert len(left) == 3
    assert left[0]["reasons"] == ["chưa kiểm tra lần nào"]


def test_what_is_taken_out_of_a_plan_is_gone_and_the_reason_asked(cast: Cast) -> None:
    theirs = program(cast, "inspector")
    uid = planned(theirs)
    line = said(theirs.get(f"/inspection-plans/{uid}"))["inspections"][0]["uid"]
    error = said(theirs.send(f"/planned-inspections/{line}/drop", {"why": " "}), 422)["error"]
    assert error["fields"][0]["field"] == "why"
    said(theirs.send(f"/planned-inspections/{line}/drop", {"why": "đã giải thể"}))
    assert said(theirs.get(f"/inspection-plans/{uid}"))["inspections"] == []


def test_who_is_to_mend_reports_and_who_inspected_confirms(cast: Cast) -> None:
    theirs, mine = program(cast, "inspector"), program(cast, "chair")
    made = said(theirs.send("/kinds/inspection/records", INSPECTION))["uid"]
    (asked,) = said(mine.get(f"/inspections/{made}/demands"))
    path = f"/inspections/{made}/demands/{asked['demand']}/follow-up"
    said(mine.send(path, {"state": "reported", "on": "2024-04-01", "proof": "Phiếu thu 12"}))
    refused = said(mine.send(path, {"state": "mended", "on": "2024-04-01"}), 422)["error"]
    assert refused["fields"][0]["field"] == "state"
    told = {"state": "mended", "on": "2024-05-01", "recovered": 900_000}
    said(theirs.send(path, told, key="phuc tra"))
    said(theirs.send(path, told, key="phuc tra"))
    (mended,) = said(theirs.get(f"{ABOVE}/demands", state="mended"))["items"]
    assert (mended["recovered"], [one["state"] for one in mended["said"]]) == (
        900_000,
        ["mended", "reported"],
    )
    assert said(theirs.get(f"{ABOVE}/demands"))["items"] == []
    said(theirs.send(f"/follow-ups/{mended['said'][0]['uid']}/take-back", {"why": "ghi nhầm"}))
    assert said(theirs.get(f"{ABOVE}/demands", state="late"))["items"][0]["recovered"] == 0
    assert theirs.get(f"/inspections/{made}/file/inspection_minutes").content.startswith(b"PK")


def test_a_complaint_goes_step_by_step_to_its_end(cast: Cast) -> None:
    theirs = program(cast, "inspector")
    uid = received(theirs)
    steps = f"/complaints/{uid}/steps"
    late = said(theirs.send(steps, {"what": "resolved", "on": "2024-03-05"}), 422)["error"]
    assert late["fields"][0]["field"] == "what"
    said(theirs.send(steps, {"what": "taken", "on": "2024-03-05", "due_on": "2024-04-05"}))
    assert said(theirs.get(f"{ABOVE}/complaints", late=True))["items"][0]["due_on"] == "2024-04-05"
    said(theirs.send(steps, {"what": "resolved", "on": "2024-03-20", "outcome": "right", "restored": 2}))
    whole = said(theirs.get(f"/complaints/{uid}"))
    assert (whole["state"], [one["what"] for one in whole["steps"]]) == ("resolved", ["taken", "resolved"])
    figure = said(theirs.get("/figures", unit="laocai-cdvc", period="2024", scope="own"))
    assert {one["key"]: one["value"] for one in figure}["complaints.rights_restored"] == 2
    said(theirs.send(f"/complaints/{uid}/take-back", {"why": "nhầm đơn"}))
    assert said(theirs.get(f"{ABOVE}/complaints", state="taken"))["items"][0]["uid"] == uid


def test_sent_on_it_is_in_other_hands_and_the_same_key_still_answers(cast: Cast) -> None:
    theirs, mine = program(cast, "inspector"), program(cast, "chair")
    uid = received(theirs)
    step = {"what": "forwarded", "on": "2024-03-02", "to": "laocai-tu-phap"}
    said(theirs.send(f"/complaints/{uid}/steps", step, key="chuyen"))
    said(theirs.send(f"/complaints/{uid}/steps", step, key="chuyen"))
    assert said(mine.get(f"/complaints/{uid}"))["holder"] == "laocai-tu-phap"
    said(mine.send(f"/complaints/{uid}/steps", {"what": "guided", "on": "2024-03-03"}))


def test_who_sent_it_is_told_to_few_and_the_sight_noted(cast: Cast) -> None:
    theirs = program(cast, "inspector")
    told = said(theirs.get(f"/complaints/{received(theirs)}"))["told"]
    assert told["sender"] == SENDER
    assert Event.objects.filter(action="see_complaint", by=cast.users["inspector"].pk).count() == 1
    secret = received(theirs, "denunciation")
    said(theirs.send(f"/complaints/{secret}/steps", {"what": "worked", "on": "2024-03-02", "note": SENDER}))
    assert SENDER not in theirs.get(f"/complaints/{secret}").content.decode()
    assert Event.objects.filter(action="see_complaint").count() == 1


def test_who_only_reads_plans_nothing_and_sees_no_complaint(cast: Cast) -> None:
    theirs, reader = program(cast, "inspector"), program(cast, "reader")
    uid, letter = planned(theirs), received(theirs)
    assert said(reader.get(f"/inspection-plans/{uid}"))["planned"] == 1
    said(reader.send(f"/inspection-plans/{uid}/approve", {"number": "05/KH", "on": "2024-01-05"}), 403)
    said(reader.send(f"{ABOVE}/inspection-plans", {"sort": "year", "year": 2025}), 403)
    said(reader.get(f"{ABOVE}/complaints"), 403)
    said(reader.get(f"/complaints/{letter}"), 404)
