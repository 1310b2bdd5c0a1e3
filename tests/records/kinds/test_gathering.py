"""Conferences, sessions, meetings: counted once, at the union that organised them."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.records import actions, preview
from congdoan.records.kinds.gathering import GATHERING
from congdoan.records.record import Record
from congdoan.reform import relations
from tests.cast import Cast
from tests.records.said import parts, record, split, value

ON = date(2024, 3, 20)


def gathering(cast: Cast, what: str, at: str = "laocai-tu-phap", on: date = ON, **said: Any) -> Record:
    hosts = [{"employer": cast.employers[code]} for code in said.pop("hosts", ())]
    return record("gathering", cast[at], on, what=what, lines={"employers": hosts}, **said)


def test_a_staff_conference_is_of_every_agency_of_the_union_unless_some_are_named(cast: Cast) -> None:
    relations.organise(
        unit=cast["laocai-tu-phap"],
        employer=cast.employers["so-tu-phap-yenbai"],
        on=date(2024, 1, 1),
        by=None,
    )
    made = gathering(cast, "staff_conference")
    assert value("REP-01", cast["laocai-cdvc"], "2024") == 2
    assert made.title == "Hội nghị cán bộ, công chức, viên chức, 02 cơ quan, đơn vị"


def test_the_share_of_agencies_that_held_it(cast: Cast) -> None:
    gathering(cast, "staff_conference")
    gathering(cast, "staff_conference", "laocai-y-te")
    assert parts("REP-02", cast["laocai-cdvc"], "2024-H1") == (2, 3)
    gathering(cast, "staff_conference", "laocai-y-te", date(2024, 5, 2))
    assert parts("REP-02", cast["laocai-cdvc"], "2024-H1") == (2, 3)


def test_the_union_above_may_name_agencies_of_unions_below(cast: Cast) -> None:
    gathering(cast, "staff_conference", "laocai-cdvc", hosts=["so-tu-phap", "bao-laocai"])
    assert parts("REP-02", cast["laocai-cdvc"], "2024-H1") == (2, 3)


def test_an_enterprise_holds_a_workers_conference(cast: Cast) -> None:
    gathering(cast, "workers_conference", "muongkhuong-thcs")
    assert value("REP-03", cast["laocai-ldld"], "2024") == 1
    assert value("REP-01", cast["laocai-ldld"], "2024") == 0


@pytest.mark.parametrize(
    ("what", "at", "hosts", "says"),
    [
        ("staff_conference", "laocai-tu-phap", ["so-y-te"], "không thuộc CĐCS Sở Tư pháp"),
        ("staff_conference", "laocai-cdvc", ["so-tu-phap-yenbai"], "không thuộc"),
        ("staff_conference", "laocai-cdvc", [], "hãy ghi rõ"),
        ("staff_conference", "laocai-cdvc", ["so-y-te", "so-y-te"], "cả dòng 1 và dòng 2"),
        ("staff_conference", "muongkhuong-thcs", ["may-muong-khuong"], "hãy ghi ở Hội nghị người lao động"),
        ("workers_conference", "laocai-y-te", ["so-y-te"], "hãy ghi ở Hội nghị cán bộ"),
        ("women", "laocai-y-te", ["so-y-te"], "hãy bỏ các dòng này"),
    ],
)
def test_a_conference_of_an_employer_that_is_not_ours_is_refused(
    cast: Cast, what: str, at: str, hosts: list[str], says: str
) -> None:
    with pytest.raises(Refused, match=says) as refused:
        gathering(cast, what, at, hosts=hosts)
    assert refused.value.field == "employers"
    assert Record.objects.count() == 0


def test_an_employer_counts_as_ours_only_while_we_organise_it(cast: Cast) -> None:
    organising = cast["laocai-bao"].organisings.get()
    relations.stop_organising(organising=organising, on=date(2024, 3, 1), by=None)
    gathering(cast, "staff_conference", "laocai-cdvc", date(2024, 2, 29), hosts=["bao-laocai"])
    with pytest.raises(Refused, match="20/03/2024 Báo Lào Cai không thuộc"):
        gathering(cast, "staff_conference", "laocai-cdvc", hosts=["bao-laocai"])
    assert value("REP-01", cast["laocai-cdvc"], "2024") == 1


def test_a_session_counts_by_topic_and_by_who_came(cast: Cast) -> None:
    made = gathering(cast, "propaganda", topic="new_countryside", attendance=80)
    gathering(cast, "propaganda", topic="law", channel="online", attendance=7)
    assert split("PRO-01", cast["laocai-cdvc"], "2024-H1", "topic") == {"new_countryside": 1, "law": 1}
    assert split("PRO-02", cast["laocai-cdvc"], "2024-H1", "channel") == {"direct": 80, "online": 7}
    assert made.title == "Buổi tuyên truyền: Nông thôn mới, 80 lượt người"


def test_a_joint_session_is_counted_once_at_its_organiser(cast: Cast) -> None:
    actions.add(
        kind=GATHERING,
        unit=cast["laocai-tu-phap"],
        happened_on=ON,
        by=None,
        fields={"what": "propaganda", "topic": "law", "attendance": 40},
        partners=[{"name": "CĐCS Văn phòng Sở Y tế", "share": 50}],
    )
    assert value("PRO-01", cast["laocai-cdvc"], "2024-H1") == 1
    assert value("PRO-02", cast["laocai-tu-phap"], "2024-H1") == 40
    assert value("PRO-02", cast["laocai-y-te"], "2024-H1") == 0


def test_a_round_of_law_propaganda_is_a_plan_and_no_session(cast: Cast) -> None:
    made = gathering(cast, "law_round", "laocai-cdvc", round="1")
    gathering(cast, "law_round", "laocai-cdvc", round="2")
    assert value("PRO-12", cast["laocai-cdvc"], "2024-H1") == 2
    assert split("PRO-12", cast["laocai-cdvc"], "2024-H1", "round") == {"1": 1, "2": 1}
    assert value("PRO-01", cast["laocai-cdvc"], "2024-H1") == 0
    assert made.title == "Đợt tuyên truyền pháp luật, đợt 1"


def test_a_meeting_counts_by_its_sort_and_again_if_it_was_online(cast: Cast) -> None:
    made = gathering(cast, "meeting", "laocai-cdvc", meeting="half_year", channel="online", attendance=56)
    gathering(cast, "meeting", "laocai-cdvc", meeting="committee")
    assert split("CNG-01", cast["laocai-cdvc"], "2024-H1", "kind") == {"half_year": 1, "committee": 1}
    assert value("CNG-02", cast["laocai-cdvc"], "2024-H1") == 56
    assert split("DIG-04", cast["laocai-cdvc"], "2024-H1", "kind") == {"half_year": 1}
    assert made.title == "Hội nghị sơ kết, 56 lượt người"


@pytest.mark.parametrize(
    ("what", "said", "counted"),
    [
        ("women", {"occasion": "women_day"}, {"WOM-08": 1}),
        ("tet_reunion", {"attendance": 300}, {"CAR-30": 1, "CAR-31": 300}),
        ("union_meal", {"attendance": 250}, {"CAR-32": 250}),
        ("dialogue", {}, {"REP-05": 1, "REP-06": 0}),
        ("dialogue_asked", {}, {"REP-05": 0, "REP-06": 1}),
        ("leaders_dialogue", {"attendance": 40}, {"REP-07": 1}),
    ],
)
def test_other_gatherings_have_their_own_figures(
    cast: Cast, what: str, said: dict[str, Any], counted: dict[str, int]
) -> None:
    gathering(cast, what, "muongkhuong-thcs", **said)
    assert {code: value(code, cast["laocai-ldld"], "2024") for code in counted} == counted


def test_a_dialogue_is_counted_of_an_enterprise_and_only_of_one(cast: Cast) -> None:
    gathering(cast, "dialogue", "muongkhuong-thcs")
    gathering(cast, "dialogue_asked", "muongkhuong-thcs")
    gathering(cast, "dialogue", "laocai-y-te")
    assert parts("REP-26", cast["laocai-ldld"], "2024") == (1, 1)
    assert value("REP-05", cast["laocai-ldld"], "2024") == 2


@pytest.mark.parametrize(
    ("what", "said", "field"),
    [
        ("propaganda", {"attendance": 10}, "topic"),
        ("propaganda", {"topic": "law"}, "attendance"),
        ("propaganda", {"topic": "law", "attendance": -1}, "attendance"),
        ("propaganda", {"topic": "law", "attendance": 100_001}, "attendance"),
        ("propaganda", {"topic": "weather", "attendance": 10}, "topic"),
        ("law_round", {}, "round"),
        ("meeting", {}, "meeting"),
        ("women", {"channel": "telepathy"}, "channel"),
    ],
)
def test_what_is_not_said_or_cannot_be_is_refused(
    cast: Cast, what: str, said: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        gathering(cast, what, **said)
    assert refused.value.field == field
    assert Record.objects.count() == 0


def test_what_a_gathering_of_this_sort_does_not_say_is_forgotten(cast: Cast) -> None:
    made = gathering(cast, "women", topic="law", round="1", meeting="committee")
    assert made.title == "Họp mặt, sinh hoạt nữ công"
    assert split("WOM-08", cast["laocai-cdvc"], "2024-H1", "occasion") == {"": 1}


def test_before_it_is_written_the_form_knows_what_it_adds(cast: Cast) -> None:
    draft = GATHERING.model(
        kind="gathering", unit=cast["laocai-tu-phap"], happened_on=ON, what="staff_conference"
    )
    rows = preview.imagined(GATHERING, draft, {})
    assert [(a.indicator.code, a.quantity) for a in preview.of(GATHERING, draft, rows)] == [("REP-01", 1)]
    assert Record.objects.count() == 0


def test_a_form_asks_only_for_what_the_choice_needs(cast: Cast) -> None:
    sent = {
        "what": "propaganda",
        "topic": "law",
        "channel": "direct",
        "attendance": "1.250",
        "happened_on": "20/03/2024",
    }
    form = GATHERING.form(sent, unit=cast["laocai-tu-phap"])  # type: ignore[call-arg]
    assert form.is_valid(), form.errors
    assert form.values()["attendance"] == 1250  # type: ignore[attr-defined]


def test_who_came_for_the_first_time_this_year_is_reached_once(cast: Cast) -> None:
    gathering(cast, "propaganda", topic="law", attendance=30, first_time=30)
    gathering(cast, "propaganda", topic="law", attendance=40, first_time=10)
    assert value("PRO-51", cast["laocai-cdvc"], "2024-H1") == 40
    assert value("PRO-02", cast["laocai-cdvc"], "2024-H1") == 70
    with pytest.raises(Refused, match="từ 0 đến số người dự"):
        gathering(cast, "propaganda", topic="law", attendance=30, first_time=31)
