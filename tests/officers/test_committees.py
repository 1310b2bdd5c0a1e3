"""Committees are elected as a whole, one follows the other; posts are taken and left."""

from datetime import date

import pytest

from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.ledger.verify import verify
from congdoan.members import joining
from congdoan.members.models import Person
from congdoan.officers import actions, committees, groups, queries
from congdoan.officers.models import Post
from tests.cast import Cast
from tests.officers.bench import CONGRESS, elect, man, split, value, woman

LATER = date(2024, 6, 1)


def names(cast: Cast, day: date, code: str = "laocai-tu-phap") -> list[str]:
    return [f"{post.person}: {post}" for post in queries.posts_on(cast[code], day)]


def test_a_new_committee_ends_the_old_one_and_every_post_in_it(cast: Cast) -> None:
    unit = cast["laocai-tu-phap"]
    mai, an = woman(unit, "Nguyễn Thị Mai"), man(unit, "Trần Văn An")
    elect(unit, (mai, "chair"), (an, "member"))
    elect(unit, (an, "chair"), on=LATER)
    assert names(cast, CONGRESS) == ["Nguyễn Thị Mai: Chủ tịch", "Trần Văn An: Ủy viên Ban Chấp hành"]
    assert names(cast, LATER) == ["Trần Văn An: Chủ tịch"]
    assert [value("officers.total", unit, day) for day in (CONGRESS, date(2024, 5, 31), LATER)] == [2, 2, 1]


def test_a_committee_belongs_to_the_term_of_its_day(cast: Cast) -> None:
    unit = cast["laocai-tu-phap"]
    term = actions.begin_term(unit=unit, number="X", on=CONGRESS, by=None)
    assert elect(unit, (woman(unit, "Nguyễn Thị Mai"), "chair")).term == term


def test_a_list_names_people_of_the_union_and_below_or_adds_them(cast: Cast) -> None:
    below = woman(cast["laocai-tu-phap"], "Nguyễn Thị Mai")
    rows = [
        {"name": "Nguyễn Thị  Mai", "role": "member"},
        {"name": "Lê Văn Mới", "role": "chair", "woman": False},
    ]
    committees.elect(
        unit=cast["laocai-cdvc"], sort="executive", how="elected", on=CONGRESS, people=rows, by=None
    )
    assert names(cast, CONGRESS, "laocai-cdvc") == [
        "Lê Văn Mới: Chủ tịch",
        "Nguyễn Thị Mai: Ủy viên Ban Chấp hành",
    ]
    assert Post.objects.filter(person=below).count() == 1
    assert Person.objects.get(name="Lê Văn Mới").unit == cast["laocai-cdvc"]


def test_a_member_whose_sex_the_list_tells_counts_so_among_members_too(cast: Cast) -> None:
    unit = cast["laocai-tu-phap"]
    joining.admit(unit=unit, name="Nguyễn Thị Mai", on=date(2022, 1, 10), by=None)
    rows = [{"name": "Nguyễn Thị Mai", "role": "chair", "woman": True}]
    committees.elect(unit=unit, sort="executive", how="elected", on=CONGRESS, people=rows, by=None)
    assert [value(key, unit, CONGRESS) for key in ("members.women", "women.in_committees")] == [1, 1]
    assert list(verify()) == []


def test_somebody_takes_a_post_between_congresses_and_leaves_it(cast: Cast) -> None:
    unit = cast["laocai-tu-phap"]
    elect(unit, (woman(unit, "Nguyễn Thị Mai"), "chair"))
    post = committees.appoint(unit=unit, person=man(unit, "Trần Văn An"), role="deputy", on=LATER, by=None)
    assert post.committee
    committees.release(post=post, on=date(2024, 9, 1), by=None, why="Nghỉ hưu")
    days = (date(2024, 5, 31), LATER, date(2024, 8, 31), date(2024, 9, 1))
    assert [value("officers.total", unit, day) for day in days] == [1, 2, 2, 1]


def test_a_post_written_by_mistake_never_was(cast: Cast) -> None:
    unit = cast["laocai-tu-phap"]
    post = committees.appoint(
        unit=unit, person=man(unit, "Trần Văn An"), role="cashier", on=LATER, by=None, full_time=True
    )
    assert value("officers.full_time", unit, LATER) == 1
    committees.strike(post=post, by=None, why="Nhầm người")
    assert value("officers.full_time", unit, LATER) == 0
    assert queries.posts_on(unit, LATER) == []


def test_a_committee_taken_back_lets_the_one_before_go_on(cast: Cast) -> None:
    unit = cast["laocai-tu-phap"]
    mai = woman(unit, "Nguyễn Thị Mai")
    first = elect(unit, (mai, "chair"))
    second = elect(unit, (man(unit, "Trần Văn An"), "chair"), on=LATER)
    committees.undo(committee=second, posting=second.made)
    first.refresh_from_db()
    assert first.to_on == FOREVER
    assert names(cast, LATER) == ["Nguyễn Thị Mai: Chủ tịch"]


def test_the_standing_committee_are_those_of_the_executive_who_sit_in_it(cast: Cast) -> None:
    unit = cast["laocai-cdvc"]
    people = [
        (man(unit, f"Người {n}"), role)
        for n, role in enumerate(("chair", "deputy", "standing", "member", "member"))
    ]
    elect(unit, *people)
    assert [(bench.heading, bench.people) for bench in queries.benches(unit, CONGRESS)] == [
        ("Ban Chấp hành", 5),
        ("Ban Thường vụ", 3),
    ]


def test_what_cannot_be_held(cast: Cast) -> None:
    unit = cast["laocai-tu-phap"]
    mai, an = woman(unit, "Nguyễn Thị Mai"), man(unit, "Trần Văn An")
    with pytest.raises(Refused, match="chưa có Ban Chấp hành"):
        committees.appoint(unit=unit, person=an, role="deputy", on=CONGRESS, by=None)
    with pytest.raises(Refused, match="đang là Chủ tịch"):
        elect(unit, (mai, "chair"), (mai, "member"))
    with pytest.raises(Refused, match="Đã có Chủ tịch là Nguyễn Thị Mai"):
        elect(unit, (mai, "chair"), (an, "chair"))
    with pytest.raises(Refused, match="Ủy viên Ủy ban Kiểm tra không thuộc Ban Chấp hành"):
        elect(unit, (mai, "inspector"))
    with pytest.raises(Refused, match="thành lập ngày"):
        elect(unit, (mai, "chair"), on=date(2000, 1, 1))
    assert not Post.objects.exists()


def test_a_committee_does_not_end_before_its_people_came(cast: Cast) -> None:
    unit = cast["laocai-tu-phap"]
    elect(unit, (woman(unit, "Nguyễn Thị Mai"), "chair"))
    committees.appoint(unit=unit, person=man(unit, "Trần Văn An"), role="deputy", on=LATER, by=None)
    with pytest.raises(Refused, match="Trần Văn An nhận chức trong Ban Chấp hành ngày 01/06/2024"):
        elect(unit, (woman(unit, "Lý Thị Hoa"), "chair"), on=date(2024, 1, 1))


def test_inspection_and_womens_committees_are_counted_where_they_are(cast: Cast) -> None:
    unit = cast["laocai-tu-phap"]
    mai = woman(unit, "Nguyễn Thị Mai")
    inspection = elect(unit, (mai, "head"), sort="inspection")
    elect(unit, (mai, "women_head"), sort="women")
    above = cast["laocai-ldld"]
    assert split("inspection.committees", above, CONGRESS, "level") == {"grassroots": 1}
    assert value("women.committees", above, CONGRESS) == 1
    committees.end(body=inspection, on=LATER, by=None)
    assert [value("inspection.committees", above, day) for day in (date(2024, 5, 31), LATER)] == [1, 0]


def test_groups_are_counted_by_sort_and_their_leaders_are_officers(cast: Cast) -> None:
    unit = cast["laocai-tu-phap"]
    whole = groups.form_group(unit=unit, sort="department", name="Khối văn phòng", on=CONGRESS, by=None)
    group = groups.form_group(
        unit=unit, sort="group", name="Tổ Hành chính", on=CONGRESS, by=None, within=whole
    )
    committees.appoint(
        unit=unit, person=man(unit, "Trần Văn An"), role="group_leader", on=CONGRESS, by=None, group=group
    )
    figures = ("org.departmental_unions", "org.union_groups", "org.member_unions", "officers.total")
    assert [value(key, cast["laocai-ldld"], CONGRESS) for key in figures] == [1, 1, 0, 1]
    committees.end(body=group, on=LATER, by=None)
    assert [value(key, cast["laocai-ldld"], LATER) for key in figures] == [1, 0, 0, 0]


def test_only_grassroots_unions_have_groups_each_name_once(cast: Cast) -> None:
    with pytest.raises(Refused, match="Chỉ công đoàn cơ sở có tổ"):
        groups.form_group(unit=cast["laocai-cdvc"], sort="group", name="Tổ 1", on=CONGRESS, by=None)
    groups.form_group(unit=cast["laocai-bao"], sort="group", name="Tổ 1", on=CONGRESS, by=None)
    with pytest.raises(Refused, match="đã có “tổ 1”"):
        groups.form_group(unit=cast["laocai-bao"], sort="group", name="tổ 1", on=LATER, by=None)


def test_the_book_agrees_with_what_officers_draw(cast: Cast) -> None:
    unit = cast["laocai-tu-phap"]
    mai = woman(unit, "Nguyễn Thị Mai")
    elect(unit, (mai, "chair"))
    elect(unit, (mai, "head"), sort="inspection")
    assert list(verify()) == []
