"""The pages of an import: whoever writes for a union sends a file, mends it, takes it in and back; nobody else sees it."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from congdoan.audit.models import Event
from congdoan.imports.models import Import
from congdoan.imports.sheets import open_book
from congdoan.members.models import Person
from tests.cast import Cast
from tests.imports.sheeted import fates, sent, workbook
from tests.members.register import figures
from tests.records.filled import as_

pytestmark = pytest.mark.django_db
HERE = "laocai-tu-phap"
XOAN = ("Sùng Thị Xoan", "Nữ", "31/02/1985", "", "", "", "")
PAO = ("Lý A Páo", "Nam", "02/01/1990", "", "", "", "")


def posted(client: Client, content: bytes, name: str = "ds.xlsx") -> Import:
    client.post(
        "/nhap/",
        {"uid": uuid.uuid4(), "sort": "members", "file": SimpleUploadedFile(name, content), "cd": HERE},
    )
    return Import.objects.get()


def test_the_whole_way(cast: Cast) -> None:
    client = as_(cast, "chair")
    one = posted(client, workbook(XOAN, PAO))
    page = client.get(f"/nhap/{one.uid}").content.decode()
    assert "“31/02/1985” không có trong lịch" in page
    assert "(ô C2)" in page
    client.post(f"/nhap/{one.uid}", {"lam": "sua", "o:2:born_on": "28/02/1985"})
    assert fates(one) == {2: "new", 3: "new"}
    client.post(
        f"/nhap/{one.uid}",
        {
            "lam": "cot",
            "how": "admitted",
            "on": "2024-03-01",
            "cot-0": "name",
            "cot-1": "woman",
            "cot-2": "born_on",
        },
    )
    client.post(f"/nhap/{one.uid}", {"lam": "nhap"})
    assert figures(cast[HERE], "total", "women") == [2, 1]
    answer = client.post(f"/nhap/{one.uid}", {"lam": "nhap"}, follow=True)
    assert "đã nhập rồi" in answer.content.decode()
    client.post(f"/nhap/{one.uid}", {"lam": "hoan-tac"})
    assert figures(cast[HERE], "total") == [0]
    client.post(f"/nhap/{one.uid}", {"lam": "nhap-lai"})
    assert figures(cast[HERE], "total") == [2]


def test_a_doubt_is_answered_on_the_page(cast: Cast) -> None:
    client = as_(cast, "chair")
    one = sent(cast[HERE], PAO, PAO)
    assert fates(one)[3] == "doubtful"
    client.post(f"/nhap/{one.uid}", {"lam": "sua", "tl:3": "new"})
    assert fates(one)[3] == "new"
    answer = client.post(f"/nhap/{one.uid}", {"lam": "sua", "tl:2": "bịa"}, follow=True)
    assert "Lựa chọn này không còn" in answer.content.decode()


def test_rows_refused_are_handed_back_with_their_reasons_and_may_come_again(cast: Cast) -> None:
    client = as_(cast, "chair")
    one = sent(cast[HERE], XOAN, PAO, ("=1+1", "Nam", "x", "", "", "", ""))
    (sheet,) = open_book(client.get(f"/nhap/{one.uid}/dong?xem=refused").content, "x.xlsx")
    assert [row[0] for row in sheet.rows] == ["Họ và tên", "Sùng Thị Xoan", "=1+1"]
    assert sheet.rows[1][-4:] == [
        "2",
        "không nhập được",
        "“31/02/1985” không có trong lịch; hãy ghi ngày/tháng/năm, ví dụ 05/11/1985.",
        "C2",
    ]
    again = posted_again(client, client.get(f"/nhap/{one.uid}/dong?xem=refused").content)
    assert fates(again) == {2: "refused", 3: "refused"}


def posted_again(client: Client, content: bytes) -> Import:
    client.post(
        "/nhap/",
        {"uid": uuid.uuid4(), "sort": "members", "file": SimpleUploadedFile("lai.xlsx", content), "cd": HERE},
    )
    return Import.objects.order_by("pk").last()  # type: ignore[return-value]


def test_what_is_no_spreadsheet_is_refused_beside_the_field(cast: Cast) -> None:
    answer = as_(cast, "chair").post(
        "/nhap/",
        {"uid": uuid.uuid4(), "sort": "members", "file": SimpleUploadedFile("anh.xlsx", b"PK\x03\x04x")},
    )
    assert answer.status_code == 422
    assert "đã hỏng" in answer.content.decode()
    assert not Import.objects.exists()


def test_a_reader_and_a_neighbour_see_no_file(cast: Cast) -> None:
    one = sent(cast[HERE], PAO)
    for who in ("reader", "neighbour"):
        client = as_(cast, who)
        assert client.get(f"/nhap/{one.uid}").status_code == 404
        assert client.get(f"/nhap/{one.uid}/dong").status_code == 404
        assert client.post(f"/nhap/{one.uid}", {"lam": "nhap"}).status_code == 404
    assert as_(cast, "reader").get("/nhap/").status_code == 403
    assert not Person.objects.filter(name="Lý A Páo").exists()


def test_seeing_a_file_is_noted_without_a_name(cast: Cast) -> None:
    one = sent(cast[HERE], PAO)
    as_(cast, "chair").get(f"/nhap/{one.uid}")
    seen = Event.objects.get(action="see_import")
    assert seen.what == str(one.uid)
    assert "Páo" not in str(seen.detail)
