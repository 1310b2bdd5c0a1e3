"""What the form asks while one types: people, names, and what saving would add."""

import pytest

from congdoan.ledger.models import Entry
from congdoan.members.models import Person
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.filled import URL, as_, care_form, saved
from tests.records.said import member

pytestmark = pytest.mark.django_db
UNIT = "laocai-tu-phap"
PEOPLE, PREVIEW = "/viec/tim-nguoi", f"{URL}/se-cong"


def preview(cast: Cast, part: str = "chair", **form: object) -> str:
    return as_(cast, part).post(PREVIEW, form).content.decode()


def test_the_preview_says_what_saving_would_add_and_writes_nothing(cast: Cast) -> None:
    page = preview(cast, **care_form(("Nguyễn Văn An", "500k"), fund="laocai-xa-hoi"))
    assert "Thăm hỏi, trợ cấp khó khăn: 01 người, 500.000 đồng" in page
    assert "+1 lượt người, +500.000 đồng, +1 người" in page
    assert "Số tiền, hiện vật quỹ xã hội đã phân phối" in page
    assert not Person.objects.exists()
    assert not Record.objects.exists()
    assert not Entry.objects.filter(origin=1).exists()


def test_the_preview_counts_each_person_not_yet_known_as_somebody(cast: Cast) -> None:
    page = preview(cast, **care_form(("Nguyễn Văn An", "500k"), ("Lý A Páo", "500k")))
    assert "+2 lượt người, +1.000.000 đồng, +2 người" in page


def test_until_it_can_be_read_the_preview_says_when_it_will(cast: Cast) -> None:
    assert "Ghi đủ phần trên" in preview(cast, **care_form(("", "500k")))


def test_what_cannot_be_is_said_before_saving(cast: Cast) -> None:
    form = care_form(("Nguyễn Văn An", "2 tỷ"))
    assert "số tiền phải từ 0 đến 1 tỷ đồng cho một người" in preview(cast, **form)


def test_amending_previews_only_what_changes(cast: Cast) -> None:
    record = saved(as_(cast, "chair"), care_form(("Nguyễn Văn An", "500k")))
    page = preview(cast, sua=str(record.uid), **care_form(("Nguyễn Văn An", "300k")))
    assert "−200.000 đồng" in page
    assert "lượt người" not in page
    same = preview(cast, sua=str(record.uid), **care_form(("Nguyễn Văn An", "500k")))
    assert "Số liệu không đổi." in same


def test_what_ends_later_is_previewed_as_it_begins(cast: Cast) -> None:
    form = {
        "cd": UNIT,
        "what": "law_shelf",
        "medium": "paper",
        "count": "1",
        "happened_on": "2024-01-15",
        "last_on": "2024-03-31",
    }
    page = as_(cast, "chair").post("/viec/ghi/kept/se-cong", form).content.decode()
    assert "+1 tủ" in page


@pytest.mark.parametrize(("part", "status"), [("neighbour", 404), ("reader", 403), ("stranger", 404)])
def test_only_who_may_record_there_is_answered(cast: Cast, part: str, status: int) -> None:
    member(cast[UNIT], "Nguyễn Văn An")
    client = as_(cast, part)
    asked = {"cd": UNIT, "recipients-0-name": "nguyen"}
    assert client.post(PEOPLE, asked).status_code == status
    assert client.post(PREVIEW, care_form(("Nguyễn Văn An", "500k"))).status_code == status


def test_people_are_found_without_accents_at_the_union_and_below(cast: Cast) -> None:
    member(cast[UNIT], "Đặng Văn Ánh")
    member(cast["yenbai-tu-phap"], "Đặng Văn Ánh Tuyết")
    for part, code in (("chair", UNIT), ("officer", "laocai-cdvc")):
        page = as_(cast, part).post(PEOPLE, {"cd": code, "recipients-0-name": "anh dang"}).content.decode()
        assert page.count("Đặng Văn Ánh") == 2  # the button's value, and what is read
        assert "Tuyết" not in page


def test_one_letter_is_not_yet_a_search(cast: Cast) -> None:
    member(cast[UNIT], "Đặng Văn Ánh")
    assert "Đặng" not in as_(cast, "chair").post(PEOPLE, {"cd": UNIT, "q": "a"}).content.decode()


def test_names_are_never_asked_for_in_an_address(cast: Cast) -> None:
    assert as_(cast, "chair").get(f"{PEOPLE}?q=nguyen").status_code == 405


def test_employers_and_unions_are_suggested_too(cast: Cast) -> None:
    client = as_(cast, "officer")
    employers = "/viec/ghi/gathering/employers/employer/tim"
    page = client.post(employers, {"cd": "laocai-cdvc", "employers-0-employer": "so y"}).content.decode()
    assert "Sở Y tế tỉnh Lào Cai" in page
    assert client.post("/viec/ghi/care/recipients/cash/tim", {"cd": "laocai-cdvc"}).status_code == 404
    assert client.post("/viec/ghi/care/khong-co/cash/tim", {"cd": "laocai-cdvc"}).status_code == 404
