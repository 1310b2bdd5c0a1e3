"""The page of a figure: value, parts, months, unions, lines; names only where they may be seen; what may not be asked."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from congdoan.audit.models import Event
from congdoan.base.period import today
from congdoan.members.models import Person
from congdoan.org.models import Unit
from congdoan.records import actions
from congdoan.records.files import attach
from congdoan.records.record import Record
from congdoan.reform import actions as reform
from tests.cast import Cast, care
from tests.records.filled import as_
from tests.records.pictures import photo, sent
from tests.records.said import member, record

pytestmark = pytest.mark.django_db
HALF = "cd=laocai-cdvc&ky=2024-H1"
TET = date(2024, 1, 30)
CHILD = Person.Relation.CHILD


def gift(cast: Cast, unit: str = "laocai-cdvc", on: date = TET, **more: Any) -> Record:
    return care(cast[unit], cast.funds["laocai-xa-hoi"], on, **more)


def gifts(cast: Cast) -> Record:
    """Three to families and one to a child, by the upper union; two by one below; three the year before."""
    rows: list[dict[str, Any]] = [{"name": f"Giàng A {n}", "cash": 500_000} for n in range(3)]
    rows.append({"name": "Cháu Páo", "relation": CHILD, "cash": 300_000})
    gift(cast, on=date(2023, 1, 12), gifts=3)
    gift(cast, "laocai-bao", date(2024, 2, 1), gifts=2)
    return gift(cast, lines=rows)


def answer(client: Client, code: str = "CAR-04", query: str = HALF, end: str = "") -> Any:
    return client.get(f"/so-lieu/{code}{end}?{query}")


def text(found: Any) -> str:
    """What is read on the page, without its frame."""
    page = found.content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page[page.index("<main") :]).split())


def shown(cast: Cast, part: str = "officer", **where: str) -> str:
    found = answer(as_(cast, part), **where)
    assert found.status_code == 200
    return text(found)


def test_the_value_stands_beside_last_years_and_says_what_moved_it(cast: Cast) -> None:
    gifts(cast)
    assert "6 suất Cùng kỳ 03 suất: tăng 100%, phần lớn do Gia đình (+2)" in shown(cast)


def test_parts_that_add_up_are_ticked_and_lead_to_themselves(cast: Cast) -> None:
    gifts(cast)
    found = answer(as_(cast, "officer"))
    assert "5 Gia đình + 1 Con đoàn viên = 06 suất ✓" in text(found)
    assert f"?{HALF}&amp;loc=recipient%3Dchild".replace("&ky", "&amp;ky") in found.content.decode()


def test_narrowed_to_a_part_it_says_so_and_leads_back(cast: Cast) -> None:
    gifts(cast)
    found = answer(as_(cast, "officer"), query=f"{HALF}&loc=recipient=child")
    assert found.context["value"] == "1"
    assert "Đối tượng nhận: Con đoàn viên , bỏ lọc" in text(found)
    assert [line.who for line in found.context["lines"]] == ["Cháu Páo"]


def test_who_is_counted_once_is_counted_once_under_several_parts(cast: Cast) -> None:
    who = member(cast["laocai-bao"], "Giàng A Sùng")
    for fund in ("laocai-xa-hoi", "cdvc-kinh-phi"):
        care(
            cast["laocai-cdvc"], cast.funds[fund], TET, programme="visit", lines=[{"person": who, "cash": 1}]
        )
    assert "; mỗi người tính một lần: 01 người" in shown(cast, code="CAR-03")


def test_months_stand_beside_last_years_under_a_sentence(cast: Cast) -> None:
    gifts(cast)
    found = answer(as_(cast, "officer"))
    assert [(bar.label, bar.value, bar.before) for bar in found.context["bars"][:2]] == [
        ("T1", 4, 3),
        ("T2", 2, 0),
    ]
    assert "Phần lớn vào tháng 1: 4 trong 06 suất" in text(found)


def test_by_union_the_own_apart_and_those_with_none_named(cast: Cast) -> None:
    gifts(cast)
    found = answer(as_(cast, "officer"))
    listed = [(child.unit.code, child.own, child.value) for child in found.context["children"]]
    assert listed == [("laocai-cdvc", True, 4), ("laocai-bao", False, 2)]
    assert [child.unit.code for child in found.context["none"]] == ["laocai-tu-phap", "laocai-y-te"]
    assert "Nhiều nhất ở CĐCS Báo Lào Cai: 02 suất, 33,33% của cả kỳ; 02 công đoàn chưa có" in text(found)


def test_a_union_leads_to_the_same_figure_of_its_own(cast: Cast) -> None:
    gifts(cast)
    client = as_(cast, "officer")
    own, below = (child.url for child in answer(client).context["children"])
    assert answer(client, query=below.lstrip("?")).context["value"] == "2"
    assert answer(client, query=own.lstrip("?")).context["value"] == "4"


def test_by_union_may_be_sorted_by_name(cast: Cast) -> None:
    gifts(cast)
    found = answer(as_(cast, "officer"), query=f"{HALF}&xep=ten")
    assert [child.unit.code for child in found.context["children"]] == ["laocai-bao", "laocai-cdvc"]


def test_a_share_shows_both_parts_and_names_who_is_missing(cast: Cast) -> None:
    record(
        "donation", cast["laocai-bao"], date(2024, 3, 1), direction="collected", purpose="ao_dai", number=4
    )
    page = shown(cast, code="FUN-07")
    assert "33,33% 1/3" in page
    assert "01 đơn vị (Số CĐCS quyên góp, ủng hộ áo dài) trên 03 đơn vị" in page
    assert "Còn thiếu 02 công đoàn CĐCS Sở Tư pháp CĐCS Văn phòng Sở Y tế" in page


def test_of_employers_too(cast: Cast) -> None:
    rows = [{"employer": cast.employers[code]} for code in ("bao-laocai", "so-y-te")]
    record(
        "gathering", cast["laocai-cdvc"], date(2024, 2, 2), what="staff_conference", lines={"employers": rows}
    )
    page = shown(cast, code="REP-02")
    assert "66,67% 2/3" in page
    assert "Còn thiếu 01 nơi Sở Tư pháp tỉnh Lào Cai" in page


def test_a_line_leads_to_its_record_with_its_photo(cast: Cast) -> None:
    written = gifts(cast)
    attach(record=written, upload=sent("a.jpg", photo()), by=None)
    lines = answer(as_(cast, "officer")).context["lines"]
    first = next(line for line in lines if line.who == "Giàng A 0")
    assert first.url == f"/viec/{written.uid}"
    assert first.photo.startswith("/viec/tep/")


@pytest.mark.parametrize(
    ("part", "sees"), [("officer", True), ("inspector", True), ("reader", False), ("administrator", False)]
)
def test_names_only_for_those_who_may_and_each_page_is_noted_once(cast: Cast, part: str, sees: bool) -> None:
    gifts(cast)
    assert ("Giàng A 1" in shown(cast, part)) is sees
    noted = Event.objects.filter(action="see_sensitive", by=cast.users[part].pk)
    assert list(noted.values_list("what", "unit")) == [("CAR-04", "laocai-cdvc")] * sees


def test_a_chair_sees_the_names_of_the_own_union_alone(cast: Cast) -> None:
    gift(cast, "laocai-tu-phap", gifts=1)
    found = answer(as_(cast, "chair"), query="cd=laocai-tu-phap&ky=2024-H1")
    assert [line.who for line in found.context["lines"]] == ["Lý Thị Thử 1"]


def test_families_are_named_by_their_people(cast: Cast) -> None:
    gifts(cast)
    found = answer(as_(cast, "officer"), code="CAR-06")
    assert {line.who for line in found.context["lines"]} >= {"Giàng A 0", "Giàng A 1", "Giàng A 2"}


def test_facts_of_the_tree_are_lines_too(cast: Cast) -> None:
    found = answer(as_(cast, "officer"), code="ORG-01")
    assert {line.unit for line in found.context["lines"]} == {
        "CĐCS Sở Tư pháp",
        "CĐCS Văn phòng Sở Y tế",
        "CĐCS Báo Lào Cai",
    }
    assert {line.title for line in found.context["lines"]} == {"Hệ thống tổ chức"}


def test_work_of_a_union_out_of_sight_is_counted_but_not_told(cast: Cast) -> None:
    bao, away, back = cast["laocai-bao"], cast["muongkhuong-ldld"], cast["laocai-cdvc"]
    for to, on in ((away, date(2024, 3, 10)), (back, date(2024, 5, 10)), (away, date(2024, 8, 10))):
        reform.move(unit=bao, to=to, on=on, by=None)
    record("donation", bao, date(2024, 4, 1), direction="collected", purpose="ao_dai", number=4)
    found = answer(as_(cast, "officer"), code="FUN-07")
    assert found.context["share"] == "1/3"
    assert [(line.title, line.url) for line in found.context["lines"]] == [
        ("Việc ở công đoàn ngoài phạm vi bạn được xem", "")
    ]


def test_as_the_book_knew_it_on_a_day(cast: Cast) -> None:
    gifts(cast)
    found = answer(as_(cast, "officer"), query=f"{HALF}&biet-den=2024-06-30")
    assert found.context["value"] in ("0", None)
    assert "như sổ đã biết đến hết ngày 30/06/2024" in text(found)
    assert "Theo sổ hôm nay, cùng những ngày này: 06 suất" in text(found)


def test_then_and_now(cast: Cast) -> None:
    gifts(cast)
    reform.move(unit=cast["laocai-bao"], to=cast["muongkhuong-ldld"], on=date(2024, 6, 1), by=None)
    client = as_(cast, "officer")
    assert answer(client).context["value"] == "6"
    assert answer(client, query=f"{HALF}&cay=nay").context["value"] == "4"


def test_pages_of_lines(cast: Cast) -> None:
    gift(cast, gifts=60)
    client = as_(cast, "officer")
    first, second = (answer(client, query=f"{HALF}&trang={n}") for n in (1, 2))
    assert (len(first.context["lines"]), len(second.context["lines"])) == (50, 10)
    assert "60 dòng làm nên số này" in text(first)
    assert not {line.who for line in first.context["lines"]} & {line.who for line in second.context["lines"]}


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/so-lieu/CAR-999", "Danh mục không có mục số liệu “CAR-999”"),
        (
            "/so-lieu/CAR-04?cd=yenbai-tu-phap",
            "Không có công đoàn nào mang mã “yenbai-tu-phap” trong phạm vi",
        ),
        ("/so-lieu/CAR-04?cd=khong-co", "Không có công đoàn nào mang mã “khong-co”"),
        ("/so-lieu/CAR-04?ky=2024-H9", "Không hiểu kỳ “2024-H9”"),
        ("/so-lieu/CAR-04?loc=prize=first", "không chia theo giải"),
        ("/so-lieu/CAR-04?dang=xlsx&cd=yenbai-tu-phap", "Không có công đoàn nào mang mã"),
    ],
)
def test_what_may_not_be_asked_is_answered_like_what_does_not_exist(
    cast: Cast, path: str, sentence: str
) -> None:
    found = as_(cast, "officer").get(path)
    assert found.status_code == 404
    assert sentence in text(found)


def test_a_withdrawn_record_is_under_no_figure(cast: Cast) -> None:
    written = gift(cast)
    actions.withdraw(record=written, by=None, why="ghi nhầm")
    found = answer(as_(cast, "officer"))
    assert (found.context["value"], list(found.context["lines"])) == ("0", [])


def test_of_a_union_that_has_ended_what_it_did_is_still_told(cast: Cast) -> None:
    gift(cast, "laocai-bao", gifts=2)
    reform.close(unit=cast["laocai-bao"], last_day=date(2024, 5, 31), by=None)
    found = answer(as_(cast, "officer"), query="cd=laocai-bao&ky=2024-H1")
    assert found.context["value"] == "2"
    after = answer(as_(cast, "officer"), query="cd=laocai-bao&ky=2024-H2")
    assert "chưa thành lập hoặc đã kết thúc" in text(after)


def test_every_indicator_has_its_page(cast: Cast) -> None:
    from congdoan.ledger.indicator import BY_CODE

    gifts(cast)
    client = as_(cast, "officer")
    broken = [code for code in BY_CODE if answer(client, code=code).status_code != 200]
    assert broken == []
    assert Unit.objects.filter(founded_on__lte=today()).exists()
