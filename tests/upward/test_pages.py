"""The country's figures as pages and files, for who holds a seat at the top."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.utils import timezone
from docx import Document

from congdoan.accounts.models import Role
from congdoan.base.fields import FOREVER
from congdoan.ledger.indicator import find
from congdoan.ledger.stretches import cell
from congdoan.upward.models import Book, Cell
from tests.api.program import program, said
from tests.cast import BEGAN, Cast, person
from tests.records.filled import as_

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
YEAR = cell(2024 * 12, 12)
PLACE = "/toan-quoc/?cd=tld&ky=2024"


def sent(code: str, name: str, gifts: int, people: int) -> None:
    """A province's sums, as they come in."""
    Book.objects.create(
        code=code, name=name, from_on=BEGAN, to_on=FOREVER, entry=12, changed_at=timezone.now()
    )
    Cell.objects.bulk_create(
        Cell(
            book=code, indicator=find(which).number, subject=subject, day=YEAR, quantity=count, entries=count
        )
        for which, subject, count in (("CAR-04", 0, gifts), ("CAR-03", -1, people))
    )


@pytest.fixture
def chief(cast: Cast) -> Client:
    sent("laocai-tinh", "LĐLĐ tỉnh Lào Cai", 3, 2)
    sent("yenbai-tinh", "LĐLĐ tỉnh Yên Bái", 4, 2)
    cast.users["chief"] = person("chief", "Người Ở Trên", unit=cast["tld"], role=Role.OFFICER)
    return as_(cast, "chief")


def seen(client: Client, url: str) -> Any:
    answer: Any = client.get(url)
    assert answer.status_code == 200
    return answer


def test_the_country_is_the_sum_of_its_provinces_and_says_so(chief: Client) -> None:
    page = seen(chief, PLACE).content.decode()
    assert "Cộng từ sổ của 02 tỉnh" in page
    assert "trung ương không biết người nào đã được hai tỉnh đếm" in page
    assert "mục chỉ sổ của tỉnh trả lời được" in page
    assert page.count("Đang đứt: số liệu là của lần nhận cuối") == 2  # nobody receives them in a test
    one = seen(chief, "/toan-quoc/so/car-04?cd=tld&ky=2024")
    assert one.context["one"].told.value == 7
    assert [value for _, value, _ in one.context["told"]] == ["3", "4"]
    counted = seen(chief, "/toan-quoc/so/CAR-03?cd=tld&ky=2024").content.decode()
    assert "mỗi đối tượng tính một lần trong mỗi tỉnh" in counted


def test_it_is_taken_out_as_word_and_excel(chief: Client) -> None:
    word = Document(io.BytesIO(seen(chief, "/toan-quoc/tep.docx?cd=tld&ky=2024").content))
    rows = {row.cells[0].text: row.cells[3].text for table in word.tables[1:2] for row in table.rows}
    assert rows["CAR-04"] == "7"
    for url in ("/toan-quoc/tep.xlsx?cd=tld&ky=2024", f"{PLACE}&dang=xlsx"):
        sheet = openpyxl.load_workbook(io.BytesIO(seen(chief, url).content)).worksheets[0]
        (line,) = [row for row in sheet.iter_rows(values_only=True) if "CAR-04" in row]
        assert line[5:8] == (7, 3, 4)


def test_a_province_that_was_not_there_yet_says_nothing(chief: Client) -> None:
    Book.objects.filter(code="yenbai-tinh").update(from_on=date(2025, 1, 1))
    one = seen(chief, "/toan-quoc/so/CAR-04?cd=tld&ky=2024").context["one"]
    assert (one.told.value, list(one.books)) == (3, ["laocai-tinh"])


def test_who_has_no_seat_at_the_top_is_shown_nothing(chief: Client, cast: Cast) -> None:
    officer = as_(cast, "officer")
    assert officer.get(PLACE.replace("tld", "laocai-cdvc")).status_code == 403
    assert "toan-quoc" not in officer.get("/khac").content.decode()
    assert "toan-quoc" in chief.get("/khac?cd=tld").content.decode()


def test_programs_of_who_holds_a_seat_at_the_top_are_told_the_same(chief: Client, cast: Cast) -> None:
    mine = program(cast, "chief")
    (one,) = said(mine.get("/country/figures", period="2024", code="CAR-04"))
    assert (one["value"], {code: told["value"] for code, told in one["books"].items()}) == (
        7,
        {"laocai-tinh": 3, "yenbai-tinh": 4},
    )
    assert [book["code"] for book in said(mine.get("/country/books"))] == ["laocai-tinh", "yenbai-tinh"]
    assert len(said(mine.get("/country/figures", period="2024"))) > 200
    word = mine.get("/country/report.docx", period="2024")
    assert Document(io.BytesIO(word.content)).tables
    assert mine.get("/country/report.pdf", period="2024").status_code == 404
    others = program(cast, "officer")
    for path in ("figures", "report.docx"):
        assert others.get(f"/country/{path}", period="2024").status_code == 403
    assert others.get("/country/books").status_code == 403
