"""The page of a record: who sees it and whom it names, what it adds, what was changed, its files."""

from datetime import date

import pytest
from django.test import Client

from congdoan.audit.models import Event
from congdoan.records import actions, queries
from congdoan.records.files import attach
from congdoan.records.kind import find, rows
from congdoan.records.record import Attachment, Record
from tests.cast import Cast, care
from tests.records.filled import as_, care_form, row, saved
from tests.records.pictures import photo, sent
from tests.records.said import member, value
from tests.records.said import record as written

pytestmark = pytest.mark.django_db
UNIT = "laocai-tu-phap"
IN_MAY = date(2024, 5, 20)


def visit(cast: Cast, **said: str) -> Record:
    return saved(as_(cast, "chair"), care_form(("Đặng Thị Ánh", "500k"), **said))


def page(client: Client, record: Record) -> str:
    answer = client.get(f"/viec/{record.uid}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("part", ["neighbour", "other_chair", "stranger"])
def test_out_of_sight_it_is_answered_like_one_that_does_not_exist(cast: Cast, part: str) -> None:
    record, client = visit(cast), as_(cast, part)
    for end in ("", "/sua", "/huy", "/dinh-kem", "/in/record_sheet", "?dang=xlsx"):
        assert client.get(f"/viec/{record.uid}{end}").status_code == 404, end
    for end in ("/hoan-tac", "/xac-nhan", "/sua", "/huy"):
        assert client.post(f"/viec/{record.uid}{end}").status_code == 404, end


def test_who_reads_only_is_shown_nothing_to_change(cast: Cast) -> None:
    record, client = visit(cast), as_(cast, "reader")
    assert "/sua" not in page(client, record)
    for end in ("/sua", "/huy", "/dinh-kem"):
        assert client.get(f"/viec/{record.uid}{end}").status_code == 403, end


def test_people_on_a_sensitive_list_are_named_to_keepers_and_each_sight_is_noted(cast: Cast) -> None:
    record = visit(cast)
    assert "Đặng Thị Ánh" in page(as_(cast, "inspector"), record)
    seen = Event.objects.get(action="see_sensitive")
    assert (seen.by, seen.what, seen.unit) == (cast.users["inspector"].pk, str(record.uid), UNIT)


def test_others_see_how_many_and_nothing_is_noted(cast: Cast) -> None:
    record = visit(cast)
    text = page(as_(cast, "reader"), record)
    assert "Đặng Thị Ánh" not in text
    assert "Người được nhận: <b>01</b>" in text
    assert not Event.objects.filter(action="see_sensitive").exists()
    assert as_(cast, "reader").get(f"/viec/{record.uid}?dang=xlsx").status_code == 404


def test_a_list_that_is_not_sensitive_is_read_by_all_who_see_the_record(cast: Cast) -> None:
    record = written(
        "regulation",
        cast[UNIT],
        IN_MAY,
        rule="spending",
        lines={"employers": [{"employer": cast.employers["so-tu-phap"]}]},
    )
    assert "Sở Tư pháp tỉnh Lào Cai" in page(as_(cast, "reader"), record)


def test_it_links_to_the_figures_it_feeds(cast: Cast) -> None:
    record = visit(cast)
    feeds = as_(cast, "chair").get(f"/viec/{record.uid}").context["feeds"]
    assert [(feed.added.indicator.key, feed.added.quantity) for feed in feeds] == [
        ("care.visits", 1),
        ("care.visit_money", 500_000),
        ("care.people_visited", 1),
        ("care.total_money", 500_000),
    ]
    assert feeds[0].url.endswith("cd=laocai-tu-phap&ky=2024-H1")
    assert "CAR-01" in feeds[0].url


def test_what_it_adds_is_what_the_figures_say(cast: Cast) -> None:
    record = care(cast[UNIT], cast.funds["laocai-xa-hoi"], IN_MAY, gifts=7)
    for added in queries.adds(record):
        assert value(added.indicator.key, cast[UNIT], "2024-H1") == added.quantity


def test_amending_shows_what_changed_who_and_why(cast: Cast) -> None:
    record, client = visit(cast), as_(cast, "officer")
    shown = client.get(f"/viec/{record.uid}/sua").context["entry"]
    assert shown.lists[0].rows[0].form["name"].value() == "Đặng Thị Ánh"
    assert not shown.lists[0].rows[0].opened
    assert Event.objects.filter(action="see_sensitive", by=cast.users["officer"].pk).exists()
    person = rows(record)["recipients"][0].person  # type: ignore[attr-defined]
    form = care_form(("", ""), happened_on="2024-05-21", **{"them-why": "Ghi nhầm ngày và số tiền"})
    form |= row(0, person.name, "300k", person=str(person.uid))
    assert client.post(f"/viec/{record.uid}/sua", form).status_code == 302
    text = page(as_(cast, "chair"), record)
    assert "Trần Văn Bình" in text
    assert "Lý do: Ghi nhầm ngày và số tiền" in text
    assert "<del>20/05/2024</del> → <ins>21/05/2024</ins>" in text
    assert "<del>Tiền mặt: 500.000 đồng</del> → <ins>Tiền mặt: 300.000 đồng</ins>" in text
    assert value("care.visit_money", cast[UNIT], "2024-H1") == 300_000


def test_who_may_not_see_the_list_reads_no_names_in_its_history(cast: Cast) -> None:
    record = visit(cast)
    form = care_form(("Đặng Thị Ánh", "300k"), **{"them-why": "Ghi nhầm số tiền"})
    as_(cast, "chair").post(f"/viec/{record.uid}/sua", form)
    text = page(as_(cast, "reader"), record)
    assert "Ghi nhầm số tiền" in text
    assert "Đặng Thị Ánh" not in text
    assert "300.000 đồng</ins>" not in text


def test_amending_needs_its_reason(cast: Cast) -> None:
    record = visit(cast)
    answer = as_(cast, "chair").post(f"/viec/{record.uid}/sua", care_form(("Đặng Thị Ánh", "300k")))
    assert answer.context["entry"].around["why"].errors == ["Chưa ghi lý do sửa."]
    assert Record.objects.get(pk=record.pk).version == 1


def test_amending_keeps_a_fund_that_has_been_closed_since(cast: Cast) -> None:
    record = visit(cast)
    fund = cast.funds["tu-phap-doan-phi"]
    fund.to_on = date(2024, 6, 1)
    fund.save()
    form = care_form(("Đặng Thị Ánh", "300k"), **{"them-why": "Ghi nhầm số tiền"})
    assert as_(cast, "chair").post(f"/viec/{record.uid}/sua", form).status_code == 302


def test_withdrawing_takes_it_out_and_says_why(cast: Cast) -> None:
    record, client = visit(cast), as_(cast, "chair")
    assert client.post(f"/viec/{record.uid}/huy", {"why": " "}).context["form"].errors["why"] == [
        "Chưa ghi lý do hủy."
    ]
    client.post(f"/viec/{record.uid}/huy", {"why": "Ghi trùng"})
    assert value("care.visits", cast[UNIT], "2024-H1") == 0
    text = page(client, record)
    assert "đã hủy" in text
    assert "Lý do: Ghi trùng" in text
    assert f"/viec/{record.uid}/sua" not in text


def test_partners_are_named_on_the_form_and_kept(cast: Cast) -> None:
    form = {"them-partners": "Khối thi đua số 3; Sở Y tế"}
    record = visit(cast, **form)
    assert [partner.name for partner in record.partners.all()] == ["Khối thi đua số 3", "Sở Y tế"]
    assert "Khối thi đua số 3; Sở Y tế" in page(as_(cast, "chair"), record)


def test_it_is_printed_as_word_by_those_who_see_it(cast: Cast) -> None:
    answer = as_(cast, "chair").get(f"/viec/{visit(cast).uid}/in/receipt_list")
    assert answer.content[:2] == b"PK"
    assert answer["Content-Disposition"] == 'attachment; filename="receipt-list-2024-05-20.docx"'
    assert Event.objects.filter(action="see_sensitive").count() == 1


def attached(record: Record) -> Attachment:
    return attach(record=record, upload=sent("anh.jpg", photo()), by=None, caption="Trao quà tại nhà")


def test_a_photo_is_shown_to_those_who_see_the_record_and_to_nobody_else(cast: Cast) -> None:
    file = attached(visit(cast))
    answer = as_(cast, "reader").get(f"/viec/tep/{file.uid}")
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert answer["Cache-Control"] == "private, no-store"
    assert as_(cast, "reader").get(f"/viec/tep/{file.uid}/nho").status_code == 200
    for part in ("neighbour", "other_chair", "stranger"):
        for end in ("", "/nho", "/chu-thich", "/go"):
            assert as_(cast, part).get(f"/viec/tep/{file.uid}{end}").status_code == 404, (part, end)


def test_photos_are_added_described_and_taken_off_on_the_page(cast: Cast) -> None:
    record, client = visit(cast), as_(cast, "chair")
    client.post(
        f"/viec/{record.uid}/dinh-kem",
        {"uploads": [sent("anh.jpg", photo())], "caption": "Trao tiền", "consent": "on"},
    )
    file = record.attachments.get()
    assert (file.caption, file.consent) == ("Trao tiền", True)
    client.post(f"/viec/tep/{file.uid}/chu-thich", {"caption": "Trao tiền thăm hỏi", "credit": "Văn phòng"})
    assert "Trao tiền thăm hỏi" in page(client, record)
    client.post(f"/viec/tep/{file.uid}/go", {"why": "Nhầm ảnh"})
    assert client.get(f"/viec/tep/{file.uid}").status_code == 404


def test_a_file_refused_is_said_beside_its_field(cast: Cast) -> None:
    record = visit(cast)
    answer = as_(cast, "chair").post(f"/viec/{record.uid}/dinh-kem", {"uploads": [sent("anh.pdf", photo())]})
    assert "anh.pdf" in answer.context["form"].errors["uploads"][0]
    assert not record.attachments.exists()


def test_a_page_of_every_kind_can_be_told(cast: Cast) -> None:
    record = written("kept", cast[UNIT], IN_MAY, what="law_shelf", medium="paper")
    text = page(as_(cast, "chair"), record)
    assert "Tủ sách pháp luật" in text
    assert "chưa hết hạn" in text
    assert "law_shelf" not in text


def test_a_person_is_shown_with_what_they_are_to_the_member(cast: Cast) -> None:
    child = member(cast[UNIT], "Đặng Bé Na", relation="child")
    fields = {"programme": "children", "occasion": "children_day", "fund": cast.funds["tu-phap-doan-phi"]}
    record = actions.add(
        kind=find("care"),
        unit=cast[UNIT],
        happened_on=IN_MAY,
        by=None,
        fields=fields,
        lines={"recipients": [{"person": child, "cash": 200_000}]},
    )
    assert "Con của đoàn viên" in page(as_(cast, "chair"), record)
