"""Meetings over HTTP: prepared, called, minuted, held; what they concluded stands in the plan."""

import pytest

from congdoan.base.period import today
from tests.api.program import program, said
from tests.cast import Cast
from tests.records.said import record

pytestmark = pytest.mark.django_db
UPPER = "/units/laocai-cdvc"
DAY = "2024-01-05"
SAID = {
    "sort": "year_end",
    "about": "Hội nghị tổng kết năm 2023",
    "on": DAY,
    "starts": "07:30",
    "place": "Hội trường",
}


def test_a_meeting_prepared_is_called_held_and_counted(cast: Cast) -> None:
    mine = program(cast, "officer")
    uid = said(mine.send(f"{UPPER}/meetings", SAID))["uid"]
    said(mine.send(f"/meetings/{uid}/delegates/bench", {"source": "chu-tich"}))
    guests = "Bùi Thị Khách; Phó Chủ tịch; LĐLĐ tỉnh Lào Cai"
    said(mine.send(f"/meetings/{uid}/delegates/typed", {"people": guests}))
    listed = said(mine.get(f"/meetings/{uid}/delegates"))
    assert (listed[0]["bench"], listed[0]["called"]) == (1, "Bùi Thị Khách")
    absent = f"/delegates/{listed[-1]['uid']}"
    said(mine.send(f"{absent}/mark", {"state": "absent", "reason": "đi công tác"}))
    said(mine.send(f"/meetings/{uid}/delegates/rest", {}))
    done = said(mine.send(f"/meetings/{uid}/hold", {}))
    meeting = said(mine.get(f"/meetings/{uid}"))
    assert (meeting["held"], meeting["record"], meeting["attendance"]) == (True, done["uid"], len(listed) - 1)
    figure = said(mine.get("/figures", unit="laocai-cdvc", period="2024", code="CNG-01"))[0]
    assert figure["value"] == 1
    said(mine.send(f"{absent}/mark", {"state": "came"}))
    said(mine.send(f"/meetings/{uid}/count", {}))
    assert said(mine.get(f"/meetings/{uid}"))["attendance"] == len(listed)


def test_agenda_minutes_and_tasks_stand_with_it(cast: Cast) -> None:
    mine = program(cast, "officer")
    uid = said(mine.send(f"{UPPER}/meetings", SAID))["uid"]
    said(mine.send(f"/meetings/{uid}/agenda", {"agenda": "7h30; Đón tiếp đại biểu; Văn phòng\nBế mạc"}))
    said(mine.send(f"/meetings/{uid}/minutes", {"conclusion": "Thống nhất chương trình năm 2024."}))
    said(mine.send(f"/meetings/{uid}/minutes", {"votes": "12/12 đồng ý"}))
    task = {"what": "Lập dự toán", "who": "Kế toán", "due_on": "2024-02-01"}
    line = said(mine.send(f"/meetings/{uid}/tasks", task))["uid"]
    told = said(mine.get(f"/meetings/{uid}"))
    assert (told["conclusion"], told["votes"]) == ("Thống nhất chương trình năm 2024.", "12/12 đồng ý")
    assert [(one["starts"], one["what"]) for one in told["agenda"]] == [
        ("07:30:00", "Đón tiếp đại biểu"),
        (None, "Bế mạc"),
    ]
    assert [(one["uid"], one["state"]) for one in told["tasks"]] == [(line, "late")]
    assert said(mine.get(f"/plan-lines/{line}"))["source"] == uid


def test_its_papers_are_handed_out_and_take_numbers(cast: Cast) -> None:
    mine = program(cast, "officer")
    uid = said(mine.send(f"{UPPER}/meetings", SAID))["uid"]
    wanting = {one["slug"] for one in said(mine.get(f"/meetings/{uid}"))["pack"] if one["missing"]}
    said(mine.send(f"/meetings/{uid}/delegates/bench", {"source": "chu-tich"}))
    said(mine.send(f"/meetings/{uid}/agenda", {"agenda": "8h; Khai mạc"}))
    pack = {one["slug"]: one for one in said(mine.get(f"/meetings/{uid}"))["pack"]}
    numbered = next(one for one in pack.values() if one["numbered"] and not one["missing"])
    paper = said(mine.send(f"/meetings/{uid}/number", {"part": numbered["slug"]}))["uid"]
    assert said(mine.get(f"/papers/{paper}"))["number"] == 1
    assert mine.get(f"/meetings/{uid}/pack/{numbered['slug']}").content.startswith(b"PK")
    assert mine.get(f"/meetings/{uid}/pack").content.startswith(b"PK")
    refused = next(iter(wanting & {slug for slug, one in pack.items() if one["missing"]}))
    said(mine.get(f"/meetings/{uid}/pack/{refused}"), 422)


def test_a_congress_is_held_as_one(cast: Cast) -> None:
    mine = program(cast, "officer")
    uid = said(mine.send(f"{UPPER}/meetings", {**SAID, "sort": "congress", "about": "Đại hội XII"}))["uid"]
    held = {"attendance": 120, "term_number": "XII"}
    said(mine.send(f"/meetings/{uid}/hold", {"attendance": 120}), 422)
    said(mine.send(f"/meetings/{uid}/hold-congress", held))
    assert [one["number"] for one in said(mine.get(f"{UPPER}/terms"))] == ["XII"]


def test_a_union_asked_to_a_meeting_sees_its_invitation(cast: Cast) -> None:
    mine, asked = program(cast, "officer"), program(cast, "chair")
    uid = said(mine.send(f"{UPPER}/meetings", {**SAID, "on": today().isoformat()}))["uid"]
    said(asked.get(f"/invitations/{uid}"), 404)
    said(mine.send(f"/meetings/{uid}/delegates/bench", {"source": "chu-tich"}))
    assert said(asked.get(f"/invitations/{uid}"))["about"] == SAID["about"]
    coming = said(asked.get("/units/laocai-tu-phap/meetings/coming"))
    assert [(one["uid"], one["invited"]) for one in coming] == [(uid, True)]
    said(asked.get(f"/meetings/{uid}"), 404)


def test_delegates_and_minutes_for_a_gathering_already_recorded(cast: Cast) -> None:
    mine = program(cast, "officer")
    made = record("gathering", cast["laocai-cdvc"], today(), what="meeting", meeting="year_end")
    uid = said(mine.send(f"/records/{made.uid}/meeting", {}))["uid"]
    assert said(mine.get(f"/meetings/{uid}"))["record"] == str(made.uid)


def test_a_meeting_given_up_is_no_longer_listed(cast: Cast) -> None:
    mine = program(cast, "officer")
    uid = said(mine.send(f"{UPPER}/meetings", SAID))["uid"]
    said(mine.send(f"/meetings/{uid}/change", {"place": "Phòng họp 2"}))
    assert [one["place"] for one in said(mine.get(f"{UPPER}/meetings"))["items"]] == ["Phòng họp 2"]
    said(mine.send(f"/meetings/{uid}/drop", {"why": "hoãn"}))
    assert said(mine.get(f"{UPPER}/meetings"))["items"] == []


def test_who_only_reads_prepares_and_calls_nothing(cast: Cast) -> None:
    reader, mine = program(cast, "reader"), program(cast, "officer")
    said(reader.send(f"{UPPER}/meetings", SAID), 403)
    uid = said(mine.send(f"{UPPER}/meetings", SAID))["uid"]
    said(reader.send(f"/meetings/{uid}/delegates/rest", {}), 403)
    assert said(reader.get(f"/meetings/{uid}"))["about"] == SAID["about"]
