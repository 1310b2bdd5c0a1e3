"""A list of members out of a spreadsheet: every row has a fate before anything is written, and all of it can be taken back."""

from datetime import date

import pytest

from congdoan.base.errors import Refused
from congdoan.imports import actions
from congdoan.imports.models import Import
from congdoan.ledger.verify import verify
from congdoan.members import keeping, leaving
from congdoan.members.models import Earlier, Membership, Person
from congdoan.members.queries import members_on
from congdoan.org.models import Unit
from tests.cast import Cast
from tests.imports.sheeted import DAY, fates, sent, taken_in, whys
from tests.members.register import figures, one

pytestmark = pytest.mark.django_db
HERE, THERE, TOP, ELSE = "laocai-tu-phap", "laocai-y-te", "laocai-cdvc", "yenbai-tu-phap"
XOAN = ("Sùng Thị Xoan", "Nữ", "08/03/1985", "012345678901", "LC 001", "0912345678", "")
PAO = ("Lý A Páo", "Nam", "02/01/1990", "", "", "", "")
BORN = date(1985, 3, 8)


def listed(unit: Unit) -> list[str]:
    rows = members_on(unit, date(2024, 6, 1)).order_by("person__given_key")
    return list(rows.values_list("person__name", flat=True))


def test_nothing_is_written_until_it_is_taken_in(cast: Cast) -> None:
    looked = sent(cast[HERE], XOAN, PAO)
    assert (fates(looked), listed(cast[HERE])) == ({2: "new", 3: "new"}, [])
    actions.take_in(one=looked, by=None)
    assert listed(cast[HERE]) == ["Lý A Páo", "Sùng Thị Xoan"]
    person = Person.objects.get(name="Sùng Thị Xoan")
    assert (person.woman, person.born_on, person.card_number, person.sensitive.id_number) == (
        True,
        BORN,
        "LC001",
        "012345678901",
    )
    assert figures(cast[TOP], "total", "women", "admitted") == [2, 1, 2]
    assert not verify()


def test_the_same_file_twice_changes_nothing(cast: Cast) -> None:
    taken_in(cast[HERE], XOAN, PAO)
    again = sent(cast[HERE], XOAN, PAO)
    assert fates(again) == {2: "same", 3: "same"}
    with pytest.raises(Refused, match="không có dòng nào mới"):
        actions.take_in(one=again, by=None)
    assert figures(cast[TOP], "total") == [2]


def test_who_is_known_is_mended_and_keeps_what_the_file_does_not_say(cast: Cast) -> None:
    held = one(cast[HERE], "Sùng Thị Xoan", woman=True, born_on=BORN, job="Thợ may")
    looked = sent(cast[HERE], XOAN)
    assert (fates(looked), whys(looked)) == ({2: "changed"}, {2: "Sửa điện thoại, số căn cước, số thẻ."})
    actions.take_in(one=looked, by=None)
    person = Person.objects.get()
    assert (person.pk, person.job, person.phone, person.card_number) == (
        held.person_id,
        "Thợ may",
        "0912345678",
        "LC001",
    )
    assert Earlier.objects.get(person=person).content["name"] == "Sùng Thị Xoan"


def test_somebody_alike_is_asked_about_and_never_guessed(cast: Cast) -> None:
    one(cast[HERE], "Sùng Thị Soan", born_on=BORN)
    known = Person.objects.get()
    looked = sent(cast[HERE], XOAN)
    assert fates(looked) == {2: "doubtful"}
    (row,) = actions.fates_of(looked)
    assert [value for value, _ in row.options] == [str(known.uid), "new", "skip"]
    for answer, fate in ((str(known.uid), "changed"), ("new", "new"), ("skip", "left_out")):
        actions.choose(one=looked, answers={2: answer})
        assert fates(looked) == {2: fate}, answer


def test_a_card_of_somebody_else_is_asked_about(cast: Cast) -> None:
    keeping.issue_card(
        membership=one(cast[HERE], "Lý A Páo"), number="LC001", kind="plain", issue="new", on=DAY, by=None
    )
    looked = sent(cast[HERE], XOAN)
    assert (fates(looked), whys(looked)[2]) == (
        {2: "doubtful"},
        "Số thẻ này là của Lý A Páo, CĐCS Sở Tư pháp.",
    )


def test_a_member_elsewhere_is_refused_and_strangers_are_not_named(cast: Cast) -> None:
    one(cast[THERE], "Sùng Thị Xoan", born_on=BORN, id_number="012345678901")
    looked = sent(cast[HERE], XOAN)
    assert fates(looked) == {2: "refused"}
    assert "Sở Y tế" not in whys(looked)[2]
    assert "làm chuyển sinh hoạt" in whys(looked)[2]
    assert "Sở Y tế" in whys(sent(cast[TOP], [*XOAN[:6], "Sở Tư pháp"]))[2]


def test_rows_twice_in_one_file_are_seen(cast: Cast) -> None:
    other = ("Sùng Thị Mẩy", "Nữ", "", "012345678901", "", "", "")
    namesake = ("LÝ A PÁO", "Nam", "02/01/1990", "", "", "0987654321", "")
    looked = sent(cast[HERE], XOAN, PAO, other, namesake)
    assert fates(looked) == {2: "new", 3: "new", 4: "refused", 5: "doubtful"}
    assert whys(looked)[4] == "Số căn cước này đã có ở dòng 2 của tệp; hãy bỏ dòng trùng."
    actions.choose(one=looked, answers={5: "new"})
    assert fates(looked)[5] == "new"


def test_a_bad_cell_is_named_mended_and_taken(cast: Cast) -> None:
    looked = sent(cast[HERE], ("Sùng Thị Xoan", "Nữ", "31/02/1985", "", "", "", ""), PAO)
    (bad, _) = actions.fates_of(looked)
    assert (bad.fate, bad.column) == ("refused", "born_on")
    assert "31/02/1985" in bad.why
    with pytest.raises(Refused, match="Còn 1 dòng chưa nhập được; hãy sửa, hoặc chọn chỉ nhập 1 dòng tốt"):
        actions.take_in(one=looked, by=None)
    actions.choose(one=looked, mended={2: {"born_on": "28/02/1985"}})
    actions.take_in(one=looked, by=None)
    assert Person.objects.get(name="Sùng Thị Xoan").born_on == date(1985, 2, 28)


def test_only_the_good_rows_may_be_taken(cast: Cast) -> None:
    done = taken_in(cast[HERE], ("", "Nữ", "", "", "", "0912345678", ""), PAO, only_good=True)
    assert (listed(cast[HERE]), done.counts) == (["Lý A Páo"], {"refused": 1, "new": 1})


def test_a_union_is_found_by_code_by_name_and_by_likeness(cast: Cast) -> None:
    rows = [(f"Lý A {given}", "Nam", "", "", "", "", place) for given, place in
            (("An", "laocai-tu-phap"), ("Bình", "CĐCS Sở Tư Pháp"), ("Chu", "Sở Tư phap tỉnh"), ("Dình", "Sở Vũ trụ"), ("Én", ""))]  # fmt: skip
    looked = sent(cast[TOP], *rows)
    assert list(fates(looked).values()) == ["new", "new", "doubtful", "refused", "refused"]
    actions.choose(one=looked, mended={4: {"unit": "laocai-tu-phap"}})
    actions.take_in(one=looked, by=None, only_good=True)
    assert listed(cast[HERE]) == ["Lý A An", "Lý A Bình", "Lý A Chu"]


def test_a_union_outside_is_not_reached(cast: Cast) -> None:
    looked = sent(cast[TOP], ("Lý A An", "Nam", "", "", "", "", ELSE))
    assert fates(looked) == {2: "refused"}


def test_what_was_written_meanwhile_is_looked_at_again(cast: Cast) -> None:
    looked = sent(cast[HERE], XOAN, PAO)
    one(cast[THERE], "Hoàng Thị Lả")
    assert actions.changed_since(looked)
    one(cast[HERE], "Sùng Thị Xoan", born_on=BORN)
    with pytest.raises(Refused, match="Sổ đã có thay đổi từ lúc kiểm tra tệp"):
        actions.take_in(one=looked, by=None)
    assert Import.objects.get().state == "open"
    actions.choose(one=looked)
    actions.take_in(one=looked, by=None)
    assert figures(cast[HERE], "total") == [2]


@pytest.mark.parametrize("how", ["admitted", "opening"])
def test_an_import_is_undone_and_the_undoing_too(cast: Cast, how: str) -> None:
    held = one(cast[HERE], "Lý A Páo", born_on=date(1990, 1, 2)) if how == "admitted" else None
    before = (listed(cast[TOP]), figures(cast[TOP], "total", "women", "with_full_record"))
    done = taken_in(cast[HERE], XOAN, (*PAO[:5], "0987654321", ""), how=how)
    after = (listed(cast[TOP]), figures(cast[TOP], "total", "women", "with_full_record"))
    assert before != after
    for _ in range(2):
        done = actions.undo(one=done, by=None)
        assert (listed(cast[TOP]), figures(cast[TOP], "total", "women", "with_full_record")) == before
        done = actions.redo(one=done, by=None)
        assert (listed(cast[TOP]), figures(cast[TOP], "total", "women", "with_full_record")) == after
    assert not held or Person.objects.get(pk=held.person_id).phone == "0987654321"
    assert not verify()


def test_what_was_built_upon_keeps_the_import(cast: Cast) -> None:
    done = taken_in(cast[HERE], XOAN)
    leaving.leave(membership=Membership.objects.get(), on=date(2024, 5, 1), reason="retired", by=None)
    with pytest.raises(Refused, match="Sùng Thị Xoan đã chuyển, thôi"):
        actions.undo(one=done, by=None)
    assert Import.objects.get().state == "in"


def test_what_was_undone_and_then_written_otherwise_is_not_put_back(cast: Cast) -> None:
    done = actions.undo(one=taken_in(cast[HERE], XOAN), by=None)
    taken_in(cast[HERE], XOAN)
    with pytest.raises(Refused, match="đã ghi những dòng này bằng cách khác"):
        actions.redo(one=done, by=None)
    assert figures(cast[HERE], "total") == [1]


def test_a_union_remembers_what_its_headings_mean(cast: Cast) -> None:
    head = ("Tên đồng chí", "Giới tính")
    looked = sent(cast[HERE], ("Lý A Páo", "Nam"), head=head, columns={"0": "name", "1": "woman"})
    assert fates(looked) == {2: "new"}
    again = actions.send(unit=cast[HERE], sort="members", name="khac.xlsx", by=None,
                         content=bytes(looked.content.file))  # fmt: skip
    assert fates(again) == {2: "new"}
