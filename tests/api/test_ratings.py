"""Scoring over HTTP: a sheet filled row by row, sent, verified, given back."""

from typing import Any

import pytest

from congdoan.officers.groups import form_group
from congdoan.ratings.models import Sheet
from tests.api.program import Program, program, said
from tests.cast import Cast
from tests.ratings import acts

pytestmark = pytest.mark.django_db
OURS, ABOVE = "/units/laocai-tu-phap", "/units/laocai-cdvc"


def marks(*points: Any) -> list[dict[str, Any]]:
    return [{"criterion": n, "points": one} for n, one in enumerate(points, start=1) if one is not None]


def scored(cast: Cast, mine: Program, *points: Any, **more: Any) -> str:
    """What the grassroots union gives itself for 2024."""
    scheme = Sheet.objects.first().scheme if Sheet.objects.exists() else acts.scheme(cast)  # type: ignore[union-attr]
    told = {"scheme": str(scheme.uid), "year": 2024, "marks": marks(*points), **more}
    uid: str = said(mine.send(f"{OURS}/rating-sheets", told))["uid"]
    return uid


def test_half_of_it_today_the_rest_tomorrow(cast: Cast) -> None:
    mine = program(cast, "chair")
    uid = scored(cast, mine, 38, None, 35.5)
    assert said(mine.get(f"/rating-sheets/{uid}"))["state"] == "draft"
    rest = [{"criterion": 2, "points": 20, "note": "đủ 4 lần"}]
    assert scored(cast, mine, marks=rest, send=True) == uid
    whole = said(mine.get(f"/rating-sheets/{uid}"))
    assert (whole["state"], whole["self_points"], whole["self_grade"]) == ("sent", "93,5", "excellent")
    assert [(one["self_points"], one["self_note"]) for one in whole["marks"]] == [
        ("38", ""),
        ("20", "đủ 4 lần"),
        ("35,5", ""),
    ]


def test_a_gap_is_named_and_nothing_of_it_kept(cast: Cast) -> None:
    mine = program(cast, "chair")
    told = {"scheme": str(acts.scheme(cast).uid), "year": 2024, "marks": marks(38), "send": True}
    error = said(mine.send(f"{OURS}/rating-sheets", told), 422)["error"]
    assert error["message"].startswith("Tiêu chí 2 chưa có điểm")
    assert not Sheet.objects.exists()


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"criterion": 1, "points": 41}, "marks[0].points"),
        ({"criterion": 1, "points": "nhiều"}, "marks[0].points"),
        ({"criterion": 9, "points": 1}, "marks[0].points"),
        ({"criterion": 1, "point": 1}, "marks[0].point"),
    ],
)
def test_what_is_wrong_with_a_mark_is_said_at_its_row(cast: Cast, row: dict[str, Any], field: str) -> None:
    told = {"scheme": str(acts.scheme(cast).uid), "year": 2024, "marks": [row]}
    error = said(program(cast, "chair").send(f"{OURS}/rating-sheets", told), 422)["error"]
    assert [one["field"] for one in error["fields"]] == [field]


def test_who_is_above_verifies_and_it_counts(cast: Cast) -> None:
    mine, theirs = program(cast, "chair"), program(cast, "officer")
    uid = scored(cast, mine, 40, 20, 35, send=True)
    assert said(theirs.get(f"{ABOVE}/rating-sheets", year=2024))["sheets"][0]["uid"] == uid
    said(mine.send(f"/rating-sheets/{uid}/verify", {"on": "2025-01-20"}), 403)
    found = {"on": "2025-01-20", "marks": [{"criterion": 1, "points": 30, "note": "thiếu hồ sơ"}]}
    said(theirs.send(f"/rating-sheets/{uid}/verify", found))
    whole = said(mine.get(f"/rating-sheets/{uid}"))
    assert (whole["state"], whole["points"], whole["grade"]) == ("verified", "85", "good")
    listed = said(theirs.get("/records", unit="laocai-cdvc", kind="rating", own=True))["items"]
    assert [one["happened_on"] for one in listed] == ["2025-01-20"]
    assert theirs.get(f"/rating-sheets/{uid}/file/xlsx").content.startswith(b"PK")


def test_it_is_given_back_with_the_reason(cast: Cast) -> None:
    mine, theirs = program(cast, "chair"), program(cast, "officer")
    uid = scored(cast, mine, 40, 20, 35, send=True)
    said(theirs.send(f"/rating-sheets/{uid}/return", {"why": "chấm lại mục 1"}))
    whole = said(mine.get(f"/rating-sheets/{uid}"))
    assert (whole["state"], whole["returned_why"]) == ("returned", "chấm lại mục 1")


def test_a_level_is_chosen_only_where_the_scheme_sets_no_points(cast: Cast) -> None:
    mine = program(cast, "chair")
    free = str(acts.scheme(cast, limits=()).uid)
    told = {"scheme": free, "year": 2024, "marks": marks(40, 20, 35), "send": True}
    assert said(mine.send(f"{OURS}/rating-sheets", told), 422)["error"]["fields"][0]["field"] == "grade"
    uid = said(mine.send(f"{OURS}/rating-sheets", {**told, "grade": "good"}))["uid"]
    assert said(mine.get(f"/rating-sheets/{uid}"))["self_grade"] == "good"
    set_ = str(acts.scheme(cast, name="Bảng có ngưỡng").uid)
    odd = said(mine.send(f"{OURS}/rating-sheets", {**told, "scheme": set_, "grade": "good"}), 422)["error"]
    assert odd["fields"][0]["field"] == "grade"


def test_a_group_is_scored_by_a_scheme_for_groups(cast: Cast) -> None:
    mine = program(cast, "chair")
    on = acts.SENT_ON.replace(year=2023)
    group = form_group(unit=cast["laocai-tu-phap"], sort="group", name="Tổ 1", on=on, by=None)
    scheme = str(acts.scheme(cast, rated="group", name="Bảng chấm tổ").uid)
    opened = said(mine.get(f"{OURS}/rating-sheets", year=2024))["open"]
    assert {"scheme": scheme, "name": "Bảng chấm tổ", "group": str(group.uid), "group_name": "Tổ 1"} in opened
    told = {"scheme": scheme, "year": 2024, "group": str(group.uid), "marks": marks(40, 20, 35), "send": True}
    uid = said(mine.send(f"{OURS}/rating-sheets", told))["uid"]
    said(mine.send(f"/rating-sheets/{uid}/verify", {"on": "2025-01-20"}))
    assert said(mine.get(f"/rating-sheets/{uid}"))["grade"] == "excellent"


def test_a_scheme_is_entered_as_its_page_takes_it(cast: Cast) -> None:
    theirs = program(cast, "officer")
    told = {
        "name": "Bảng chấm CĐCS",
        "basis": "HD 05",
        "first_year": 2024,
        "criteria": acts.TEXT,
        "limits": "90; 70; 50",
    }
    uid = said(theirs.send(f"{ABOVE}/rating-schemes", told))["uid"]
    whole = said(program(cast, "chair").get(f"/rating-schemes/{uid}"))
    assert [(one["part"], one["most"]) for one in whole["criteria"]] == [
        ("Chăm lo", "40"),
        ("Chăm lo", "20"),
        ("Tổ chức", "40"),
    ]
    assert whole["limits"]["excellent"] == "90"
    assert uid in {one["uid"] for one in said(theirs.get(f"{ABOVE}/rating-schemes"))}
    error = said(theirs.send(f"{ABOVE}/rating-schemes", {**told, "criteria": "Một; 50"}), 422)["error"]
    assert error["fields"][0]["field"] == "criteria"


def test_who_only_reads_scores_nothing(cast: Cast) -> None:
    reader = program(cast, "reader")
    uid = scored(cast, program(cast, "chair"), 40, 20, 35, send=True)
    assert said(reader.get(f"/rating-sheets/{uid}"))["uid"] == uid
    for path in (f"/rating-sheets/{uid}/verify", f"/rating-sheets/{uid}/return"):
        said(reader.send(path, {"why": "x"}), 403)
    told = {"scheme": str(acts.scheme(cast, name="Bảng khác").uid), "marks": []}
    said(reader.send(f"{OURS}/rating-sheets", told), 403)
