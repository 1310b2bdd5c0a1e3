"""A union of another kind or level: a body of that kind goes on with all it had, and nothing is lost."""

import pytest

from congdoan.archive.state import state
from congdoan.base.errors import Refused
from congdoan.ledger.verify import verify
from congdoan.org.models import Naming, Succession, Unit
from congdoan.org.queries import children
from congdoan.reform import plan, reorganising, wording
from congdoan.reform.effects import endings
from tests.cast import Cast
from tests.ledger.book import value
from tests.reform.test_reorganising import AUGUST, H1, ON, Period, _same_but_for_the_plan, adding

pytestmark = pytest.mark.django_db
HEAD = """
name = "Đổi mô hình"
unit = "tld"
on = 2024-07-01
decision = "9/QĐ-TLĐ"
[[step]]
do = "change"
"""
BRANCH = HEAD + 'unit = "laocai-cdvc"\nkind = "commune"\ncode = "laocai-nganh"\n'


def carried_out(text: str) -> reorganising.Reorganisation:
    return reorganising.carry_out(plan=plan.read(text), by=None)


def test_a_union_above_others_goes_on_as_another_kind(book: Cast) -> None:
    old = book["laocai-cdvc"]
    before = {code: adding(book[code], H1) for code in ("tld", "laocai-ldld", "laocai-cdvc")}
    below = set(children(old, ON).values_list("code", flat=True))
    told = carried_out(BRANCH).told
    new = Unit.objects.select_related("kind").get(code="laocai-nganh")
    assert (new.kind.code, new.name, new.founded_on) == ("commune", old.name, ON)
    assert set(children(new, AUGUST).values_list("code", flat=True)) == below
    assert Succession.objects.get(unit=old).kind == Succession.Kind.CHANGED
    assert {code: adding(book[code], H1) for code in before} == before
    assert value("care.tet_gifts", new, H1, tree=AUGUST) == value("care.tet_gifts", old, H1)
    assert value("org.commune_unions", book["tld"], Period.between(AUGUST, AUGUST)) == 1
    assert (told["founded"], told["ended"], verify()) == (1, 1, [])


def test_a_grassroots_union_goes_on_with_its_members(book: Cast) -> None:
    day = Period.between(AUGUST, AUGUST)
    said = (
        HEAD
        + 'unit = "laocai-y-te"\nkind = "occupational"\ncode = "nghiep-doan-y-te"\nname = "Nghiệp đoàn Y tế"\n'
    )
    carried_out(said)
    new = Unit.objects.get(code="nghiep-doan-y-te")
    assert (new.name, value("members.total", new, day)) == ("Nghiệp đoàn Y tế", 4)
    assert value("members.total", book["tld"], day) == 10
    assert value("org.occupational_unions", book["tld"], day) == 1
    assert value("members.lost_with_union", book["tld"], Period.parse("2024")) == 0
    assert verify() == []


def test_its_papers_are_signed_as_before_but_for_the_symbol(book: Cast) -> None:
    before = Naming.objects.get(unit=book["laocai-cdvc"], unmade=None)
    carried_out(BRANCH)
    now = Naming.objects.get(unit__code="laocai-nganh", unmade=None)
    assert (now.place_name, now.seal_name, now.signer_title) == (
        before.place_name,
        before.seal_name,
        before.signer_title,
    )
    assert now.symbol == Unit.objects.get(code="laocai-nganh").kind.abbreviation


def test_it_is_taken_back_whole(book: Cast) -> None:
    before = state()
    one = carried_out(BRANCH)
    reorganising.take_back(one=one, by=None)
    assert not Unit.objects.filter(code="laocai-nganh")
    _same_but_for_the_plan(before)


def test_what_cannot_be_is_said_with_the_rest(book: Cast) -> None:
    same = HEAD + 'unit = "laocai-cdvc"\nkind = "public_sector"\ncode = "laocai-cdvc-2"\n'
    peopled = HEAD + 'unit = "laocai-y-te"\nkind = "district"\ncode = "y-te-2"\n'
    with pytest.raises(Refused, match=r"Bước 1 .*đã là"):
        carried_out(same)
    with pytest.raises(Refused, match="còn đoàn viên"):
        carried_out(peopled)


def test_it_is_read_out_and_looked_at_beforehand(book: Cast) -> None:
    meant = plan.read(BRANCH)
    (sentence,) = wording.sentences(meant)
    assert sentence.startswith(f"{book['laocai-cdvc'].name} thành ")
    assert [(one.unit.code, one.to) for one in endings(meant)] == [("laocai-cdvc", book["laocai-cdvc"].name)]
    seen = reorganising.preview(meant)
    assert (seen.faults, seen.unlike) == ([], [])
