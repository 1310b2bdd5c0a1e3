"""Initiatives and technical prizes, by achievement year."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.ledger.actions import close
from congdoan.records import actions
from congdoan.records.record import Record
from tests.cast import Cast, found
from tests.records.said import member, record, split, value

DECIDED = date(2024, 2, 20)
PRIZES, GAIN = "emulation.technical_prizes", "emulation.initiative_gain"


def initiative(cast: Cast, at: str = "laocai-cdvc", on: date = DECIDED, **said: Any) -> Record:
    lines = {"authors": said.pop("authors", []), "groups": said.pop("groups", [])}
    fields = {
        "sort": "recognised",
        "level": "province",
        "achievement_year": 2023,
        "number": "12/QĐ-UBND",
        **said,
    }
    return record("initiative", cast[at], on, **fields, lines=lines)


def author(cast: Cast, code: str, name: str, **more: Any) -> dict[str, Any]:
    return {"person": member(cast[code], name), "union": cast[code], **more}


def test_an_author_counts_in_the_achievement_year_at_their_own_union(cast: Cast) -> None:
    initiative(cast, authors=[author(cast, "laocai-y-te", "Sùng Thị Dua")])
    assert value("EMU-03", cast["laocai-cdvc"], "2023") == 1
    assert value("EMU-03", cast["laocai-y-te"], "2023") == 1
    assert value("EMU-03", cast["laocai-cdvc"], "2023", scope="own") == 0
    assert value("EMU-03", cast["laocai-cdvc"], "2024-H1") == 0
    assert value("EMU-02", cast["laocai-cdvc"], "2023") == 0


def test_the_achievement_year_ends_on_30_november_in_every_calendar(cast: Cast) -> None:
    initiative(cast, authors=[author(cast, "laocai-bao", "Cư Seo Vần")], level="grassroots")
    assert value("EMU-02", cast["laocai-ldld"], "hdcd:2023") == 1
    assert value("EMU-02", cast["laocai-ldld"], "2023-11-30/2023-11-30") == 1
    assert split("EMU-02", cast["laocai-ldld"], "2023", "level") == {"grassroots": 1}


def test_every_member_of_a_group_is_an_author_but_a_prize_goes_to_the_group(cast: Cast) -> None:
    group = {"name": "Nhóm Phòng Kỹ thuật", "people": 3, "union": cast["laocai-bao"]}
    initiative(cast, groups=[group])
    initiative(cast, sort="prize", groups=[group | {"prize": "second"}])
    assert value("EMU-03", cast["laocai-cdvc"], "2023") == 3
    assert value(PRIZES, cast["laocai-cdvc"], "2023") == 1


def test_prizes_split_by_rank(cast: Cast) -> None:
    ranks = ["second", "third", "third", "consolation"]
    groups = [
        {"name": f"Nhóm {n}", "union": cast["laocai-bao"], "prize": rank} for n, rank in enumerate(ranks)
    ]
    authors = [author(cast, "laocai-y-te", f"Tác giả {n}", prize="consolation") for n in range(3)]
    made = initiative(cast, sort="prize", groups=groups, authors=authors)
    assert value(PRIZES, cast["laocai-cdvc"], "2023") == 7
    assert split(PRIZES, cast["laocai-cdvc"], "2023", "prize") == {"second": 1, "third": 2, "consolation": 4}
    assert made.title == "07 giải hội thi sáng tạo kỹ thuật cấp tỉnh năm 2023"


def test_what_a_work_gained_counts_once_however_many_authors_it_has(cast: Cast) -> None:
    work = {"work": "Cải tiến phần mềm một cửa", "gain": 120_000_000}
    other = {"work": "Máy tách hạt ngô", "gain": 5_000_000}
    rows = [author(cast, "laocai-y-te", "A Dua", **work), author(cast, "laocai-bao", "B Vần", **work)]
    initiative(cast, authors=[*rows, author(cast, "laocai-bao", "C Páo", **other)])
    assert value("EMU-03", cast["laocai-cdvc"], "2023") == 3
    assert value(GAIN, cast["laocai-cdvc"], "2023") == 125_000_000


def test_a_name_alone_is_known_at_the_union_of_its_row(cast: Cast) -> None:
    made = initiative(cast, authors=[{"name": "giàng a chu", "union": cast["laocai-bao"]}])
    (row,) = made.authors.all()  # type: ignore[attr-defined]
    assert (row.person.name, row.person.unit) == ("Giàng A Chu", cast["laocai-bao"])


def test_a_picked_person_without_a_union_stands_at_their_own(cast: Cast) -> None:
    initiative(cast, authors=[{"person": member(cast["laocai-y-te"], "Tẩn Mẩy")}])
    assert value("EMU-03", cast["laocai-y-te"], "2023") == 1


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"achievement_year": 2025}, "achievement_year"),
        ({"achievement_year": 1990}, "achievement_year"),
        ({"prize": "first"}, "authors"),
        ({"gain": -1}, "authors"),
        ({"gain": 10**13}, "authors"),
        ({"sort": "prize"}, "authors"),
        ({"sort": "prize", "prize": "first", "gain": 1_000}, "authors"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, said: dict[str, Any], field: str) -> None:
    row = {name: said.pop(name) for name in ("prize", "gain") if name in said}
    with pytest.raises(Refused) as refused:
        initiative(cast, authors=[author(cast, "laocai-y-te", "Sùng Thị Dua", **row)], **said)
    assert refused.value.field == field
    assert Record.objects.count() == 0


def test_nobody_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="ít nhất một tác giả"):
        initiative(cast)


def test_a_group_of_one_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="từ 2 đến 100 người"):
        initiative(cast, groups=[{"name": "Nhóm", "people": 1, "union": cast["laocai-bao"]}])


def test_two_gains_of_one_work_are_refused(cast: Cast) -> None:
    rows = [
        author(cast, "laocai-bao", name, work="Một việc", gain=n) for n, name in enumerate(["A", "B", "C"])
    ]
    with pytest.raises(Refused, match="hai giá trị làm lợi khác nhau"):
        initiative(cast, authors=rows)


def test_an_author_counts_once_for_a_work_of_a_year(cast: Cast) -> None:
    known = author(cast, "laocai-y-te", "Sùng Thị Dua")
    with pytest.raises(Refused, match="cả dòng 1 và dòng 2"):
        initiative(cast, authors=[known, known])
    initiative(cast, "laocai-y-te", authors=[known])
    with pytest.raises(Refused, match="đã được ghi năm 2023"):
        initiative(cast, authors=[known])
    initiative(cast, authors=[known | {"work": "Sáng kiến khác"}])
    initiative(cast, authors=[known], level="grassroots")
    assert value("EMU-03", cast["laocai-cdvc"], "2023") == 2


def test_a_record_amended_does_not_stand_in_its_own_way(cast: Cast) -> None:
    made = initiative(cast, authors=[author(cast, "laocai-y-te", "Sùng Thị Dua")])
    actions.amend(record=made, by=None, why="Ghi nhầm năm", fields={"achievement_year": 2022})
    assert value("EMU-03", cast["laocai-cdvc"], "2023") == 0
    assert value("EMU-03", cast["laocai-cdvc"], "2022") == 1


def test_authors_of_other_branches_are_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="không trực thuộc Công đoàn Viên chức tỉnh Lào Cai"):
        initiative(cast, authors=[author(cast, "yenbai-tu-phap", "Người ngoài")])


def test_a_union_founded_after_the_achievement_year_received_nothing_in_it(cast: Cast) -> None:
    young = found("laocai-moi", "grassroots", "CĐCS Mới lập", cast["laocai-cdvc"], on=date(2024, 1, 10))
    with pytest.raises(Refused, match="không hoạt động vào 30/11/2023"):
        initiative(cast, authors=[{"name": "Ai Đó", "union": young}])


def test_nothing_enters_an_achievement_year_its_union_has_closed(cast: Cast) -> None:
    close(
        unit=cast["laocai-y-te"],
        first=date(2023, 1, 1),
        last=date(2023, 12, 31),
        by=None,
        why="Đã quyết toán",
    )
    with pytest.raises(Refused, match="đã khóa sổ"):
        initiative(cast, authors=[author(cast, "laocai-y-te", "Sùng Thị Dua")])
