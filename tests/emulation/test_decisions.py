"""From a proposal to an award: who hears it, how they vote, what the decision writes; nothing is granted without it."""

import uuid
from datetime import date

import pytest

from congdoan.base.errors import Refused
from congdoan.emulation import actions, councils, decisions
from congdoan.emulation.models import Candidate, Decision, Proposal
from congdoan.ledger.verify import verify
from congdoan.records import actions as records
from congdoan.records.record import Record
from tests.cast import Cast
from tests.emulation.acts import SIGNED_ON, council, decided, department, person, sent, voted
from tests.records.said import value


def state(of: Proposal) -> str:
    of.refresh_from_db()
    return of.state


def test_what_a_council_grants_counts_where_its_people_are(cast: Cast) -> None:
    asked = sent(cast, "laocai-bao", person(), department())
    met = council(asked)
    made = decided(met, *[(one, "") for one in voted(met)])
    assert (state(asked), made.grants.count()) == ("decided", 2)
    assert value("AWD-10", cast["laocai-bao"], "2023") == 1
    assert value("AWD-09", cast["laocai-cdvc"], "2023") == 1
    assert (
        made.record.title
        == "Giấy khen của Công đoàn cấp trên trực tiếp cơ sở năm 2023: 01 tập thể và 01 cá nhân"
    )
    assert verify() == []


def test_the_same_form_twice_decides_once(cast: Cast) -> None:
    met = council(sent(cast))
    (one,) = voted(met)
    uid = uuid.uuid4()
    assert decided(met, (one, ""), uid=uid) == decided(met, (one, ""), uid=uid)
    assert Record.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"number": " "}, "Chưa có số quyết định"),
        ({"signer": ""}, "Chưa ghi người ký"),
        ({"signed_on": date(2024, 1, 19)}, "trước ngày hội đồng họp"),
        ({"signed_on": date(2199, 1, 1)}, "Ngày ký chưa tới"),
    ],
)
def test_an_award_without_a_decision_is_refused(cast: Cast, said: dict[str, object], sentence: str) -> None:
    met = council(sent(cast))
    (one,) = voted(met)
    with pytest.raises(Refused, match=sentence):
        decided(met, (one, ""), **said)
    assert not Record.objects.exists()
    assert not Decision.objects.exists()


def test_only_whom_the_council_voted_for_is_granted_unless_there_is_a_reason(cast: Cast) -> None:
    met = council(sent(cast))
    (one,) = Candidate.objects.all()
    with pytest.raises(Refused, match="chưa được hội đồng bỏ phiếu"):
        decided(met, (one, "Vì sao cũng được"))
    voted(met, 2)
    with pytest.raises(Refused, match="Giàng Seo Lử có 2/4 phiếu, chưa quá 50%"):
        decided(met, (one, ""))
    made = decided(met, (one, "Cứu người trong lũ"))
    assert made.grants.get().exception == "Cứu người trong lũ"


def test_more_votes_than_members_present_are_refused(cast: Cast) -> None:
    met = council(sent(cast))
    (one,) = Candidate.objects.all()
    with pytest.raises(Refused, match="5 phiếu mà chỉ 4 thành viên"):
        councils.vote(council=met, votes={one.pk: (4, 1)}, by=None)
    with pytest.raises(Refused, match="5 thành viên mà 6 người có mặt"):
        councils.change(council=met, by=None, attendees="a\nb\nc\nd\ne\nf")
    voted(met)
    with pytest.raises(Refused, match="4 phiếu cho một người mà chỉ 1 thành viên"):
        councils.change(council=met, by=None, attendees="Trần Văn Bình")


def test_a_thematic_award_beside_a_comprehensive_one_needs_a_reason(cast: Cast) -> None:
    first = council(sent(cast))
    decided(first, *[(one, "") for one in voted(first)])
    theme = council(sent(cast, scope="theme", topic="women", award="letter"))
    (one,) = voted(theme)
    with pytest.raises(Refused, match="toàn diện và chuyên đề không cùng khen"):
        decided(theme, (one, ""))


def test_the_same_award_twice_is_refused(cast: Cast) -> None:
    first = council(sent(cast))
    decided(first, *[(one, "") for one in voted(first)])
    again = council(sent(cast))
    (one,) = voted(again)
    with pytest.raises(Refused, match=r"đã có Giấy khen .* năm 2023, quyết định ngày 25/01/2024"):
        decided(again, (one, "Vẫn muốn"))


def test_decision_and_record_change_together_or_not_at_all(cast: Cast) -> None:
    asked = sent(cast, "laocai-bao", person(), department())
    met = council(asked)
    who, group = voted(met)
    made = decided(met, (who, ""), (group, ""))
    with pytest.raises(Refused, match="ở trang quyết định"):
        records.withdraw(record=made.record, by=None, why="Nhầm")
    decisions.amend(
        decision=made, granted=[(group, "")], why="Người này xin rút", by=None, number="13/QĐ-CĐVC"
    )
    assert value("AWD-10", cast["laocai-cdvc"], "2023") == 0
    assert value("AWD-09", cast["laocai-cdvc"], "2023") == 1
    decisions.revoke(decision=made, why="Ban hành sai thẩm quyền", by=None)
    assert (state(asked), value("AWD-09", cast["laocai-cdvc"], "2023")) == ("council", 0)
    again = decided(met, (who, ""))
    assert (again.number, state(asked)) == ("12/QĐ-CĐVC", "decided")
    assert verify() == []


def test_bonus_money_follows_the_day_of_the_decision(cast: Cast) -> None:
    met = council(sent(cast, "laocai-bao", person(), person("Lù Thị Páo")))
    money = {"bonus": "rule", "fund": cast.funds["cdvc-kinh-phi"]}
    made = decided(met, *[(one, "") for one in voted(met)], money=money)
    assert value("AWD-16", cast["laocai-cdvc"], "2024") == 2 * 540_000
    granted = [(grant.candidate, "") for grant in made.grants.select_related("candidate__proposal")]
    decisions.amend(decision=made, granted=granted, why="Ký lại", by=None, signed_on=date(2024, 7, 5))
    assert value("AWD-16", cast["laocai-cdvc"], "2024") == 2 * 710_000


def test_a_superior_passes_on_whom_its_council_carried_and_the_province_decides(cast: Cast) -> None:
    asked = sent(cast, "laocai-bao", person(), person("Lù Thị Páo"), award="certificate", issuer="province")
    met = council(asked)
    first, second = voted(met)
    councils.vote(council=met, votes={second.pk: (1, 3)}, by=None)
    with pytest.raises(Refused, match="không quyết định hình thức này"):
        decided(met, (first, ""))
    (group,) = councils.groups(met)
    up = actions.pass_on(council=met, asked=asked, candidates=group.carried, by=None)
    assert (up.unit, up.to, up.state, state(asked)) == (
        cast["laocai-cdvc"],
        cast["laocai-ldld"],
        "draft",
        "passed",
    )
    assert [one.source for one in up.candidates.all()] == [first]
    actions.change(
        proposal=up,
        candidates=[person(person=first.person, union=first.union)],
        by=None,
        proposed_on=SIGNED_ON,
    )
    top = council(actions.send(proposal=up, by=None), met_on=date(2024, 2, 5))
    made = decided(top, *[(one, "") for one in voted(top)], signed_on=date(2024, 2, 8), number="31/QĐ-LĐLĐ")
    assert made.record.unit == cast["laocai-ldld"]
    assert value("AWD-08", cast["laocai-bao"], "2023") == 1
    assert made.grants.get().candidate.source == first


def test_a_decision_from_outside_the_book_is_written_by_who_receives_it(cast: Cast) -> None:
    asked = sent(
        cast, "laocai-ldld", person(union=cast["laocai-bao"]), award="certificate", issuer="committee"
    )
    assert asked.to is None
    (one,) = asked.candidates.all()
    signature = {
        "number": "187/QĐ-UBND",
        "signed_on": SIGNED_ON,
        "signer": "Nguyễn Văn Trường",
        "signer_title": "CHỦ TỊCH",
    }
    decisions.decide(unit=asked.unit, asked=asked, granted=[(one, "")], by=None, **signature)
    assert (state(asked), value("AWD-13", cast["laocai-bao"], "2023")) == ("decided", 1)
