"""Resolving over HTTP: targets are judged by the book's figures, handed down, amended by a paper, answered by hand."""

from typing import Any

import pytest

from congdoan.targets.models import Resolution
from tests.api.program import VISIT, Program, program, said
from tests.cast import Cast

pytestmark = pytest.mark.django_db
OURS, ABOVE = "/units/laocai-tu-phap", "/units/laocai-cdvc"
VISITS = {"text": "Thăm hỏi 10 lượt đoàn viên", "indicator": "CAR-01", "value": 10}
SHELTER = {"text": "Lập Quỹ Mái ấm", "measure": "yes_no", "joint": "joint"}
TOLD = {"title": "Nghị quyết năm 2024", "signed_on": "2024-01-05", "targets": [VISITS, SHELTER]}


def resolved(theirs: Program, *targets: dict[str, Any]) -> str:
    """The upper union resolves these for 2024."""
    told = {**TOLD, "targets": list(targets or (VISITS, SHELTER))}
    uid: str = said(theirs.send(f"{ABOVE}/resolutions", told))["uid"]
    return uid


def targets(who: Program, uid: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = said(who.get(f"/resolutions/{uid}"))["targets"]
    return found


def test_what_is_resolved_is_judged_by_the_figures_of_the_book(cast: Cast) -> None:
    theirs = program(cast, "officer")
    said(program(cast, "chair").send("/kinds/care/records", VISIT))
    uid = said(theirs.send(f"{ABOVE}/resolutions", TOLD, key="NQ 1"))["uid"]
    assert said(theirs.send(f"{ABOVE}/resolutions", TOLD, key="NQ 1"))["uid"] == uid
    whole = said(theirs.get(f"/resolutions/{uid}"))
    assert (whole["first_on"], whole["last_on"]) == ("2024-01-01", "2024-12-31")
    visits, shelter = whole["targets"]
    assert (visits["code"], visits["result"], visits["value"], visits["verdict"]) == (
        "CAR-01",
        1,
        10,
        "not_met",
    )
    assert (shelter["by_hand"], shelter["ownership"]) == (True, "joint")
    assert said(theirs.get(f"/targets/{visits['uid']}")) == visits
    listed = said(theirs.get(f"{ABOVE}/targets", period="2024"))
    assert [one["printed"] for one in listed] == [one["printed"] for one in whole["targets"]]


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"text": "x", "indicator": "khong co"}, "targets[1].indicator"),
        ({"text": "x", "indicator": "CAR-01", "value": "nhiều"}, "targets[1].value"),
        ({"text": "x", "indicator": "CAR-01", "value": 1e20}, "targets[1].value"),
        ({"text": "x", "indicator": "CAR-01", "value": "NaN"}, "targets[1].value"),
        ({"text": "x", "word": 1}, "targets[1].word"),
    ],
)
def test_what_is_wrong_with_a_target_is_said_at_its_row(cast: Cast, row: dict[str, Any], field: str) -> None:
    told = {**TOLD, "targets": [VISITS, row]}
    error = said(program(cast, "officer").send(f"{ABOVE}/resolutions", told), 422)["error"]
    assert [one["field"] for one in error["fields"]] == [field]
    assert not Resolution.objects.exists()


def test_a_resolution_says_something(cast: Cast) -> None:
    theirs = program(cast, "officer")
    assert (
        "chưa có chỉ tiêu"
        in said(theirs.send(f"{ABOVE}/resolutions", {**TOLD, "targets": []}), 422)["error"]["message"]
    )
    many = {**TOLD, "targets": [VISITS] * 101}
    assert said(theirs.send(f"{ABOVE}/resolutions", many), 422)["error"]["fields"][0]["field"] == "targets"


def test_a_target_is_amended_by_a_paper_and_keeps_what_is_not_said(cast: Cast) -> None:
    theirs = program(cast, "officer")
    uid = resolved(theirs)
    before = targets(theirs, uid)[0]["uid"]
    after = said(theirs.send(f"/targets/{before}/amend", {"value": 12, "why": "KL 12-KL/BCH"}))["uid"]
    found = targets(theirs, uid)[0]
    assert (found["uid"], found["value"], found["code"], found["printed"]) == (
        after,
        12,
        "CAR-01",
        VISITS["text"],
    )
    said(theirs.get(f"/targets/{before}"), 404)
    assert (
        said(theirs.send(f"/targets/{after}/amend", {"value": 1}), 422)["error"]["fields"][0]["field"]
        == "why"
    )


def test_targets_are_added_withdrawn_and_answered_by_hand(cast: Cast) -> None:
    theirs = program(cast, "officer")
    uid = resolved(theirs)
    more = said(
        theirs.send(f"/resolutions/{uid}/targets", {"text": "Tết 5 lượt", "indicator": "CAR-02", "value": 5})
    )["uid"]
    assert len(targets(theirs, uid)) == 3
    said(theirs.send(f"/targets/{more}/withdraw", {"why": "ghi nhầm"}))
    visits, shelter = targets(theirs, uid)
    said(theirs.send(f"/targets/{visits['uid']}/answer", {"met": True, "reason": "x"}), 404)
    said(
        theirs.send(f"/targets/{shelter['uid']}/answer", {"met": True, "on": "2024-06-01", "reason": "QĐ 05"})
    )
    assert targets(theirs, uid)[1]["verdict"] == "met"
    said(theirs.send(f"/resolutions/{uid}/confirm", {}))
    assert said(theirs.get(f"/resolutions/{uid}"))["confirmed_on"]
    said(theirs.send(f"/resolutions/{uid}/withdraw", {"why": "ghi trùng"}))
    assert said(theirs.get(f"{ABOVE}/resolutions")) == []


def test_what_is_handed_down_is_seen_below_and_taken_back(cast: Cast) -> None:
    theirs, mine = program(cast, "officer"), program(cast, "chair")
    uid = resolved(theirs)
    visits = targets(theirs, uid)[0]["uid"]
    paper = {
        "number": "15/CĐVC",
        "signed_on": "2024-01-10",
        "shares": [
            {"target": visits, "unit": "laocai-tu-phap", "value": 4},
            {"target": visits, "unit": "laocai-bao", "value": 6},
        ],
    }
    made = said(theirs.send(f"/resolutions/{uid}/assign", paper))["uid"]
    assert [one["value"] for one in said(mine.get(f"{OURS}/assigned", period="2024"))] == [4]
    below = {one["unit"]: one["targets"] for one in said(theirs.get(f"/resolutions/{uid}/below"))["items"]}
    assert (below["laocai-bao"][0]["value"], below["laocai-y-te"]) == (6, [])
    (shown,) = said(theirs.get(f"/resolutions/{uid}"))["assignments"]
    assert (shown["uid"], sum(one["value"] for one in shown["shares"])) == (made, 10)
    said(theirs.send(f"/assignments/{made}/take-back", {"why": "giao lại"}))
    assert said(mine.get(f"{OURS}/assigned", period="2024")) == []


def test_a_share_of_what_is_not_there_is_refused_in_its_place(cast: Cast) -> None:
    theirs = program(cast, "officer")
    uid = resolved(theirs)
    visits, shelter = (one["uid"] for one in targets(theirs, uid))
    for row in ({"target": visits, "unit": "yenbai-tu-phap"}, {"target": shelter, "unit": "laocai-bao"}):
        paper = {"number": "15", "signed_on": "2024-01-10", "shares": [{**row, "value": 4}]}
        error = said(theirs.send(f"/resolutions/{uid}/assign", paper), 422)["error"]
        assert [one["field"] for one in error["fields"]] == ["shares[0].value"]


def test_who_only_reads_resolves_nothing(cast: Cast) -> None:
    reader = program(cast, "reader")
    uid = resolved(program(cast, "officer"))
    visits = targets(reader, uid)[0]["uid"]
    for path, told in (
        (f"{ABOVE}/resolutions", TOLD),
        (f"/resolutions/{uid}/targets", VISITS),
        (f"/resolutions/{uid}/assign", {"number": "1", "shares": []}),
        (f"/targets/{visits}/withdraw", {"why": "x"}),
    ):
        assert said(reader.send(path, told), 403)["error"]["code"] == "not_allowed"
    said(program(cast, "chair").get(f"/resolutions/{uid}"), 404)
