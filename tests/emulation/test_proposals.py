"""Putting forward: who may be, to whom it goes, how many, and what the book says of each."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congdoan.base.errors import Refused
from congdoan.emulation import actions, quotas
from congdoan.emulation.eligibility import evidence
from congdoan.emulation.forms import CollectiveForm
from congdoan.emulation.models import Proposal
from congdoan.officers.groups import form_group
from congdoan.org.models import Unit
from congdoan.records.record import Record
from tests.cast import Cast
from tests.emulation.acts import ASKED_ON, council, decided, department, person, proposal, sent, voted
from tests.members.register import one
from tests.records.said import member, record


def test_a_proposal_goes_one_step_up_to_who_decides(cast: Cast) -> None:
    own = proposal(cast, "laocai-bao", issuer="grassroots")
    above = proposal(cast, "laocai-bao", award="certificate", issuer="province")
    outside = proposal(
        cast, "laocai-ldld", person(union=cast["laocai-bao"]), award="certificate", issuer="committee"
    )
    assert [made.to for made in (own, above, outside)] == [cast["laocai-bao"], cast["laocai-cdvc"], None]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"award": "medal", "issuer": "province"}, "LĐLĐ tỉnh, thành phố không tặng Kỷ niệm chương"),
        ({"award": "flag", "issuer": "province"}, "Cờ thi đua chỉ tặng tập thể"),
        ({"award": "fighter", "issuer": "employer"}, "không tặng Chiến sĩ thi đua cơ sở"),
        ({"achievement_year": 2020}, "Năm đạt thành tích phải từ 2022 đến 2024"),
        ({"proposed_on": date(2199, 1, 1)}, "Ngày trình chưa tới"),
    ],
)
def test_what_cannot_be_put_forward_is_refused(cast: Cast, said: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        proposal(cast, "laocai-bao", **said)
    assert not Proposal.objects.exists()


def test_nobody_somebody_twice_and_a_stranger_are_refused(cast: Cast) -> None:
    known = member(cast["laocai-bao"], "Giàng Seo Lử")
    with pytest.raises(Refused, match="hai lần"):
        proposal(cast, "laocai-bao", person(person=known), person(person=known))
    with pytest.raises(Refused, match="không trực thuộc"):
        proposal(cast, "laocai-bao", department(union=cast["laocai-y-te"]))
    with pytest.raises(Refused, match="không tự khen mình"):
        proposal(cast, "laocai-bao", {"sort": "union"}, issuer="grassroots")
    with pytest.raises(Refused, match="ít nhất một"):
        actions.change(proposal=proposal(cast), candidates=[], by=None)


def test_a_returned_proposal_is_mended_and_sent_again(cast: Cast) -> None:
    asked = sent(cast)
    with pytest.raises(Refused, match="đã gửi"):
        actions.change(proposal=asked, candidates=[person()], by=None)
    back = actions.send_back(proposal=asked, why="Thiếu thành tích cụ thể", by=None)
    assert (back.state, back.returned_why) == ("returned", "Thiếu thành tích cụ thể")
    before = asked.candidates.get().uid
    actions.change(proposal=asked, candidates=[person(reason="Ba sáng kiến"), department()], by=None)
    assert asked.candidates.get(person__isnull=False).uid == before
    assert actions.send(proposal=asked, by=None).state == "sent"


def test_the_same_person_in_two_proposals_for_one_award_is_refused(cast: Cast) -> None:
    sent(cast)
    with pytest.raises(Refused, match="đã có trong đề nghị ngày 10/01/2024"):
        sent(cast)


def test_more_than_the_quota_needs_a_reason(cast: Cast) -> None:
    said = {
        "award": "letter",
        "issuer": "upper",
        "individual": True,
        "number": 1,
        "base": "each",
        "basis": "HD số 05",
    }
    quotas.set_quota(unit=cast["laocai-cdvc"], from_on=date(2024, 1, 1), by=None, **said)
    asked = proposal(cast, "laocai-bao", person(), person("Lù Thị Páo"))
    with pytest.raises(Refused, match="Đã đề nghị 02 cá nhân, hạn mức 01"):
        actions.send(proposal=asked, by=None)
    assert actions.send(proposal=asked, by=None, over_why="Năm sáp nhập").over_why == "Năm sáp nhập"
    ((_, rooms),) = quotas.below(cast["laocai-cdvc"], 2023, ASKED_ON)
    assert {room.unit.code: (room.allowed, room.used) for room in rooms} == {
        "laocai-bao": (1, 2), "laocai-tu-phap": (1, 0), "laocai-y-te": (1, 0)
    }  # fmt: skip


def test_a_quota_counts_the_unions_standing_under_it_that_day(cast: Cast) -> None:
    said = {
        "award": "certificate",
        "issuer": "province",
        "individual": False,
        "number": 1,
        "per": 2,
        "base": "unions",
    }
    quotas.set_quota(unit=cast["laocai-ldld"], from_on=date(2020, 1, 1), by=None, basis="HD", **said)
    ((quota, rooms),) = quotas.below(cast["laocai-ldld"], 2023, ASKED_ON)
    assert {room.unit.code: (room.strength, room.allowed) for room in rooms} == {
        "laocai-cdvc": (3, 1), "muongkhuong-ldld": (1, 0)
    }  # fmt: skip
    assert [room.allowed for room in quotas.own(cast["laocai-cdvc"], 2023, ASKED_ON)] == [1]
    quotas.set_quota(
        unit=cast["laocai-ldld"], from_on=date(2024, 1, 1), by=None, basis="HD mới", **said | {"per": 1}
    )
    assert [room.allowed for room in quotas.own(cast["laocai-cdvc"], 2023, ASKED_ON)] == [3]
    assert quotas.in_force(cast["laocai-ldld"], date(2023, 12, 31)) == [quota]


@given(
    number=st.integers(0, 50), per=st.integers(1, 5000), parts=st.lists(st.integers(0, 10_000), max_size=20)
)
def test_the_shares_of_the_parts_never_come_to_more_than_that_of_the_whole(
    number: int, per: int, parts: list[int]
) -> None:
    shares = [quotas.share(number, per, part) for part in parts]
    assert sum(shares) <= quotas.share(number, per, sum(parts))
    assert all(per * share <= number * part for share, part in zip(shares, parts, strict=True))


def test_each_standard_is_shown_met_not_met_or_not_known_with_the_records_behind(cast: Cast) -> None:
    known = member(cast["laocai-bao"], "Giàng Seo Lử")
    row = {"person": known, "union": cast["laocai-bao"]}
    said = {"award": "certificate", "issuer": "province", "achievement_year": 2022}
    before = record("commendation", cast["laocai-cdvc"], date(2023, 2, 1), **said, lines={"awardees": [row]})
    work = {"sort": "recognised", "level": "grassroots", "achievement_year": 2023}
    record(
        "initiative", cast["laocai-bao"], date(2024, 1, 5), **work, lines={"authors": [row | {"work": "Một"}]}
    )
    asked = proposal(cast, "laocai-bao", person(person=known), award="certificate", issuer="national")
    (found,) = evidence(asked, list(asked.candidates.all()))
    states = {told.text: (told.state, told.mark, [r.pk for r in told.found.records]) for told in found.shown}
    assert states["Đã có Bằng khen cấp tỉnh, ngành của năm trước"] == ("met", "B", [before.pk])
    assert states["Có từ hai sáng kiến được công nhận ở cơ sở"][0] == "not_met"
    assert states["Hai năm liên tục hoàn thành xuất sắc nhiệm vụ"][0] == "unknown"  # nobody rated anybody
    assert states["Chưa nhận chính hình thức này trong năm"][0] == "met"
    assert (found.years, found.warns) == (1, True)


def test_years_in_a_row_are_counted_back_from_the_year_before(cast: Cast) -> None:
    for year in (2022, 2023):
        met = council(sent(cast, achievement_year=year))
        decided(met, *[(who, "") for who in voted(met)])
    asked = proposal(cast, "laocai-bao", achievement_year=2024)
    assert [who.years for who in evidence(asked, list(asked.candidates.all()))] == [2]


def test_how_long_a_member_has_been_one_is_told_and_left_to_people(cast: Cast) -> None:
    membership = one(cast["laocai-bao"], on=date(2012, 3, 1))
    asked = proposal(cast, "laocai-bao", person(person=membership.person), award="medal", issuer="national")
    (found,) = evidence(asked, list(asked.candidates.all()))
    assert found.known.since == "đoàn viên từ 01/03/2012"
    (told,) = [shown for shown in found.shown if shown.text == "Đủ thời gian tham gia tổ chức công đoàn"]
    assert (told.state, told.found.said) == (
        "unknown",
        "đoàn viên từ 01/03/2012; chưa rõ quy định bao nhiêu năm",
    )


def rated(unit: Unit, year: int, what: str, **row: Any) -> Record:
    listed = {"union": "unions", "group": "groups", "member": "people"}[what]
    said = {"rated": what, "achievement_year": year}
    return record("rating", unit, date(year + 1, 1, 5), lines={listed: [row]}, **said)


def standard(asked: Proposal, text: str) -> tuple[str, str, list[int]]:
    (found,) = evidence(asked, list(asked.candidates.all()))
    (told,) = [one for one in found.shown if one.text == text]
    return told.state, told.found.said, [one.pk for one in told.found.records]


EXCELLENT = "Công đoàn được xếp loại hoàn thành xuất sắc nhiệm vụ"


def test_a_flag_asks_how_the_superior_rated_the_union_and_shows_the_rating(cast: Cast) -> None:
    asked = proposal(cast, "laocai-bao", {"sort": "union"}, award="flag", issuer="province")
    assert standard(asked, EXCELLENT)[:2] == ("unknown", "năm 2023: sổ chưa ghi xếp loại")
    own = rated(cast["laocai-bao"], 2023, "union", union=cast["laocai-bao"], self_grade="excellent")
    state, said, records = standard(asked, EXCELLENT)
    assert (state, records) == ("unknown", [own.pk])
    assert "mới tự chấm" in said
    found = rated(cast["laocai-cdvc"], 2023, "union", union=cast["laocai-bao"], grade="excellent")
    said = "năm 2023: xếp loại Hoàn thành xuất sắc nhiệm vụ"
    assert standard(asked, EXCELLENT) == ("met", said, [found.pk])


def test_a_union_rated_lower_does_not_meet_it(cast: Cast) -> None:
    asked = proposal(cast, "laocai-bao", {"sort": "union"}, award="flag", issuer="province")
    rated(cast["laocai-cdvc"], 2023, "union", union=cast["laocai-bao"], grade="good")
    assert standard(asked, EXCELLENT)[0] == "not_met"


def test_two_years_excellent_are_read_from_the_ratings_of_members(cast: Cast) -> None:
    who, text = member(cast["laocai-bao"], "Giàng Seo Lử"), "Hai năm liên tục hoàn thành xuất sắc nhiệm vụ"
    asked = proposal(cast, "laocai-bao", person(person=who), award="certificate", issuer="national")
    one = rated(cast["laocai-bao"], 2023, "member", person=who, grade="excellent")
    assert standard(asked, text)[0] == "unknown"
    before = rated(cast["laocai-bao"], 2022, "member", person=who, grade="excellent")
    assert (standard(asked, text)[0], standard(asked, text)[2]) == ("met", [before.pk, one.pk])


def test_a_group_is_chosen_from_the_list_and_its_rating_is_read(cast: Cast) -> None:
    unit = cast["laocai-bao"]
    group = form_group(unit=unit, sort="group", name="Tổ Phóng viên", on=date(2020, 1, 1), by=None)
    rated(unit, 2023, "group", group=group, grade="excellent")
    typed = CollectiveForm({"c-name": "to phong vien", "c-sort": "department"}, unit=unit, prefix="c")
    assert typed.is_valid(), typed.errors
    assert (typed.values()["name"], typed.values()["sort"]) == ("Tổ Phóng viên", "group")
    asked = proposal(cast, "laocai-bao", typed.values(), award="flag", issuer="province")
    assert standard(asked, EXCELLENT)[0] == "met"
