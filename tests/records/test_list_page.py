"""The list of records: who sees what in it, how it is narrowed and searched, and what its address never says."""

from datetime import date

import pytest
from django.test import Client

from congdoan.base.period import Period
from congdoan.org.models import Unit
from congdoan.records import actions, queries
from congdoan.records.record import Record
from congdoan.reform import actions as reform
from tests.cast import Cast, care
from tests.records.filled import as_, care_form, saved
from tests.records.said import record as written

pytestmark = pytest.mark.django_db
HALF = "/viec/?ky=2024-H1"
IN_MAY = date(2024, 5, 20)


def listed(client: Client, url: str = HALF) -> list[str]:
    """The uids on a page of the list, in its order."""
    answer = client.get(url)
    assert answer.status_code == 200
    return [str(row.record.uid) for row in answer.context["rows"]]


def uids(*records: Record) -> list[str]:
    return [str(record.uid) for record in records]


def test_newest_first_within_the_period(cast: Cast) -> None:
    unit, fund = cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"]
    older, newer = care(unit, fund, date(2024, 2, 1)), care(unit, fund, IN_MAY)
    care(unit, fund, date(2023, 12, 31))
    assert listed(as_(cast, "chair")) == uids(newer, older)
    assert len(listed(as_(cast, "chair"), f"{HALF}&moi-ky=1")) == 3


@pytest.mark.parametrize(
    ("part", "count"), [("chair", 1), ("officer", 2), ("reader", 2), ("other_chair", 1), ("neighbour", 0)]
)
def test_each_sees_the_own_union_and_those_below(cast: Cast, part: str, count: int) -> None:
    for code in ("laocai-tu-phap", "laocai-y-te"):
        care(cast[code], cast.funds["laocai-xa-hoi"], IN_MAY)
    assert len(listed(as_(cast, part))) == count


def test_without_a_seat_there_is_no_list(cast: Cast) -> None:
    assert as_(cast, "stranger").get("/viec/").status_code == 404


def test_who_paid_sees_what_the_money_did(cast: Cast) -> None:
    paid = care(cast["muongkhuong-thcs"], cast.funds["laocai-xa-hoi"], IN_MAY)
    Record.objects.filter(pk=paid.pk).update(payer=cast["laocai-cdvc"])
    assert listed(as_(cast, "officer")) == uids(paid)


def test_of_a_union_that_left_only_its_days_there_are_seen(cast: Cast) -> None:
    unit, fund = cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"]
    before, _after = care(unit, fund, date(2024, 2, 1)), care(unit, fund, IN_MAY)
    reform.move(unit=unit, to=cast["muongkhuong-ldld"], on=date(2024, 4, 1), by=None)
    assert listed(as_(cast, "officer")) == uids(before)
    assert queries.under(Record.objects.all(), Unit.objects.get(code="laocai-ldld")).count() == 2


def test_withdrawn_records_are_shown_only_when_asked_for(cast: Cast) -> None:
    unit, fund = cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"]
    kept, gone = care(unit, fund, IN_MAY), care(unit, fund, IN_MAY)
    actions.withdraw(record=gone, by=None, why="Ghi trùng")
    client = as_(cast, "chair")
    assert listed(client) == uids(kept)
    assert listed(client, f"{HALF}&tt=huy") == uids(gone)
    assert set(listed(client, f"{HALF}&tt=het")) == set(uids(kept, gone))


def test_what_waits_to_be_confirmed(cast: Cast) -> None:
    saved(as_(cast, "chair"), care_form(("Nguyễn Văn An", "500k")))
    waiting = saved(as_(cast, "officer"), care_form(("Lý A Páo", "500k")))
    client = as_(cast, "chair")
    assert listed(client, f"{HALF}&tt=cho") == uids(waiting)
    assert client.get(HALF).context["waiting"] == 1


def test_by_kind_by_its_choices_by_fund_and_by_level(cast: Cast) -> None:
    unit, fund = cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"]
    tet = care(unit, fund, IN_MAY)
    visit = care(unit, cast.funds["laocai-xa-hoi"], IN_MAY, programme="visit", occasion="illness")
    shelf = written("kept", unit, IN_MAY, what="law_shelf", medium="paper")
    client = as_(cast, "chair")
    assert listed(client, f"{HALF}&loai=kept") == uids(shelf)
    assert listed(client, f"{HALF}&loai=care&programme=visit") == uids(visit)
    assert listed(client, f"{HALF}&quy=tu-phap-doan-phi") == uids(tet)
    assert listed(as_(cast, "officer"), f"{HALF}&rieng=1") == []


def test_a_filter_that_does_not_exist_narrows_nothing(cast: Cast) -> None:
    found = care(cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"], IN_MAY)
    client = as_(cast, "chair")
    assert listed(client, f"{HALF}&loai=khong-co&tt=khong-co&programme=visit&trang=9") == uids(found)


def search(client: Client, text: str) -> list[str]:
    answer = client.post(HALF, {"q": text})
    assert answer.status_code == 302
    assert text.split()[0].lower() not in answer.url.lower()
    return listed(client, answer.url)


def test_found_by_title_by_note_and_by_the_people_on_it(cast: Cast) -> None:
    visit = saved(as_(cast, "chair"), care_form(("Đặng Thị Ánh", "500k"), note="Điều trị ở bệnh viện tỉnh"))
    gifts = saved(as_(cast, "chair"), care_form(("Lý A Páo", "500k"), programme="tet", occasion="tet"))
    client = as_(cast, "chair")
    assert search(client, "anh dang") == uids(visit)
    assert search(client, "BENH VIEN") == uids(visit)
    assert search(client, "qua tet") == uids(gifts)
    assert search(client, "tet pao") == uids(gifts)
    assert search(client, "zzz") == []


def test_names_on_sensitive_lists_are_found_only_by_those_who_see_the_lists(cast: Cast) -> None:
    found = saved(as_(cast, "chair"), care_form(("Đặng Thị Ánh", "500k")))
    assert search(as_(cast, "inspector"), "dang anh") == uids(found)
    assert search(as_(cast, "reader"), "dang anh") == []


def test_a_search_sent_as_a_link_asks_to_type_again(cast: Cast) -> None:
    saved(as_(cast, "chair"), care_form(("Đặng Thị Ánh", "500k")))
    url = as_(cast, "chair").post(HALF, {"q": "dang"}).url
    page = as_(cast, "officer").get(url).content.decode()
    assert "Chữ cần tìm không đi theo liên kết" in page


def test_pages_of_thirty(cast: Cast) -> None:
    unit, fund = cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"]
    for _ in range(32):
        care(unit, fund, IN_MAY)
    client = as_(cast, "chair")
    assert (len(listed(client)), len(listed(client, f"{HALF}&trang=2"))) == (30, 2)
    assert "<b>32</b> việc" in client.get(HALF).content.decode()


def test_the_filtered_list_as_excel(cast: Cast) -> None:
    care(cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"], IN_MAY)
    answer = as_(cast, "chair").get("/viec/?dang=xlsx&ky=2024-H1")
    assert answer.content[:2] == b"PK"
    assert answer["Content-Disposition"] == 'attachment; filename="viec-laocai-tu-phap.xlsx"'
    assert as_(cast, "stranger").get("/viec/?dang=xlsx").status_code == 404


def test_the_last_records_of_a_union_and_those_below(cast: Cast) -> None:
    first = care(cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"], IN_MAY)
    second = care(cast["laocai-y-te"], cast.funds["laocai-xa-hoi"], Period.parse("2024-02").first)
    officer, chair = (
        queries.latest(cast["laocai-cdvc"], cast.users[part], 5) for part in ("officer", "chair")
    )
    assert uids(*officer) == uids(second, first)
    assert uids(*chair) == uids(first)
