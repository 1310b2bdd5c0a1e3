"""The treasurer's pages: what is not right comes first; thu, chi, chuyển in a few fields; files in their own layout."""

import io
import re
from typing import Any

import pytest
from docx import Document

from congdoan.funds import counting, queries
from congdoan.funds.items import item_for
from congdoan.funds.models import Fund, Rate, Transfer, Voucher
from tests.cast import Cast
from tests.funds.samples import MARCH, MAY, opened
from tests.records.filled import as_
from tests.records.sheets import sheets

pytestmark = pytest.mark.django_db
CODE = "tu-phap-doan-phi"
YEAR = "ky=2024"


def text(answer: Any) -> str:
    page = answer.content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page[page.index("<main") :]).split())


@pytest.fixture
def fund(cast: Cast) -> Fund:
    return opened(cast.funds[CODE])


def sent(**said: str) -> dict[str, str]:
    return {"amount": "1,5tr", "words": "Nước uống hội nghị", "day": "2024-03-05"} | said


def item(purpose: str) -> str:
    return str(item_for(purpose, MARCH).pk)


def test_a_payment_goes_in_once_and_shows_what_is_left(cast: Cast, fund: Fund) -> None:
    client, form = (
        as_(cast, "chair"),
        sent(item=item("administration"), uid="b9b0c1de-0000-4000-8000-000000000001"),
    )
    for _ in range(2):
        assert client.post(f"/quy/cua/{CODE}/chi", form).status_code == 302
    assert queries.balance(fund, MAY) == 8_500_000
    page = text(client.get(f"/quy/cua/{CODE}?{YEAR}"))
    assert "Nước uống hội nghị Phiếu chi 001/2024 1.500.000 8.500.000" in page


def test_what_is_refused_is_said_beside_its_field_and_nothing_typed_is_lost(cast: Cast, fund: Fund) -> None:
    form = sent(item=item("pay"), amount="20 triệu")
    answer = as_(cast, "chair").post(f"/quy/cua/{CODE}/chi", form)
    assert answer.status_code == 422
    assert "không đủ tiền" in text(answer)
    assert "Nước uống hội nghị" in answer.content.decode()


@pytest.mark.parametrize(
    ("verb", "form", "sentence"),
    [
        ("chi", {"amount": "20 triệu", "words": "Thuê hội trường"}, "không đủ tiền"),
        (
            "chi",
            {"amount": "1,5tr", "words": "Thuê hội trường", "day": "2024-01-05"},
            "đã khóa sổ quỹ tháng 01/2024",
        ),
        ("doan-phi", {"month": "2010-03-01", "wages": "90tr"}, "hãy bổ sung mức có hiệu lực"),
    ],
)
def test_bad_input_is_one_sentence_and_nothing_typed_is_lost(
    cast: Cast, fund: Fund, verb: str, form: dict[str, str], sentence: str
) -> None:
    counting.close_month(unit=fund.unit, year=2024, month=1, by=None)
    typed = sent(item=item("pay"), group="public", members="21") | form
    answer = as_(cast, "chair").post(f"/quy/cua/{CODE}/{verb}", typed)
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert all(value in answer.content.decode() for value in form.values())
    assert queries.balance(fund, MAY) == 10_000_000


def test_a_rate_without_its_day_is_refused_and_its_text_kept(cast: Cast, fund: Fund) -> None:
    typed = {"what": "dues", "group": "public", "value": "0,7", "source": "QĐ 9/QĐ-TLĐ", "mark": "A"}
    answer = as_(cast, "administrator").post("/quy/ma-thu-chi/them-muc?cd=laocai-ldld", typed)
    assert answer.status_code == 422
    assert "QĐ 9/QĐ-TLĐ" in answer.content.decode()
    assert not Rate.objects.filter(value=70).exists()


def test_a_fund_is_opened_counted_and_its_difference_explained(cast: Cast) -> None:
    client = as_(cast, "chair")
    client.post(f"/quy/cua/{CODE}/mo-so", {"day": "2024-01-01", "opening": "5tr"})
    client.post(
        f"/quy/cua/{CODE}/kiem", {"counted": "4,9tr", "banked": "", "day": "2024-03-05", "explanation": ""}
    )
    page = client.get("/quy/")
    assert "thiếu 100.000 đồng so với sổ (5.000.000 đồng)" in text(page)
    link = re.search(r"/quy/kiem-quy/[0-9a-f-]+", page.content.decode())
    assert link
    asked = text(client.get(link[0]))
    assert "đếm được 4.900.000 đồng, sổ ghi 5.000.000 đồng: thiếu 100.000 đồng" in asked
    client.post(link[0], {"words": "Tạm ứng mua quà"})
    assert "so với sổ" not in text(client.get("/quy/"))


def test_money_sent_up_is_seen_at_both_ends_and_accepted_above(cast: Cast, fund: Fund) -> None:
    opened(cast.funds["cdvc-kinh-phi"], 0)
    as_(cast, "chair").post(f"/quy/cua/{CODE}/gui", sent(to="laocai-cdvc", words="Nộp đoàn phí"))
    transfer = Transfer.objects.get()
    officer, page = as_(cast, "officer"), f"/quy/chuyen-tien/{transfer.uid}"
    assert "Từ CĐCS Sở Tư pháp" in text(officer.get("/quy/?cd=laocai-cdvc"))
    assert "Rút lại" in text(as_(cast, "chair").get(page))
    assert "Trả lại bên chuyển" in text(officer.get(page))
    assert "Đã nhận được?" not in text(as_(cast, "chair").get(f"/quy/chuyen-tien/{transfer.uid}"))
    form = {"nhan": "1", "fund": "cdvc-kinh-phi", "day": "2024-03-06"}
    assert as_(cast, "chair").post(f"/quy/chuyen-tien/{transfer.uid}", form).status_code == 403
    officer.post(f"/quy/chuyen-tien/{transfer.uid}", form)
    assert queries.balance(cast.funds["cdvc-kinh-phi"], MAY) == 1_500_000
    page = text(officer.get(f"/quy/quyet-toan?cd=laocai-cdvc&{YEAR}&ca-duoi=1"))
    assert "Đã bù trừ 1.500.000 đồng" in page


def test_dues_are_worked_out_by_the_rates_of_the_month(cast: Cast, fund: Fund) -> None:
    form = {
        "month": "2024-02-01",
        "group": "public",
        "members": "20",
        "wages": "150tr",
        "amount": "",
        "day": "2024-03-05",
    }
    as_(cast, "chair").post(
        f"/quy/cua/{CODE}/doan-phi", form | {"uid": "b9b0c1de-0000-4000-8000-000000000002"}
    )
    assert Voucher.objects.get(form="receipt").words == "Đoàn phí tháng 02/2024"
    assert queries.balance(fund, MARCH) == 11_500_000


def test_who_only_reads_sees_the_book_and_writes_nothing(cast: Cast, fund: Fund) -> None:
    client = as_(cast, "reader")
    page = client.get(f"/quy/cua/{CODE}?{YEAR}").content.decode()
    assert f"/quy/cua/{CODE}/chi" not in page
    assert client.post(f"/quy/cua/{CODE}/chi", sent(item=item("pay"))).status_code == 403
    assert as_(cast, "neighbour").get(f"/quy/cua/{CODE}").status_code == 404


def test_the_forms_come_as_excel_and_word_in_their_layout(cast: Cast, fund: Fund) -> None:
    client = as_(cast, "chair")
    client.post(f"/quy/cua/{CODE}/thu", sent(item=item("dues"), words="Đoàn phí tháng 2"))
    estimate = {"year": "2024", "approved_on": "2024-01-10", f"item_{item('dues')}": "20tr"}
    assert client.post("/quy/du-toan", estimate).status_code == 302
    (s82,) = sheets(client.get(f"/quy/quyet-toan/s82.xlsx?{YEAR}").content)
    rows = [[cell for cell in row if cell is not None] for row in s82.rows]
    assert next(row for row in rows if row[:1] == ["A"])[:8] == ["A", "B", "C", "D", "E", "10", "22", "23"]
    assert [cell for cell in next(r for r in rows if "Cộng" in r) if cell][:3] == [
        "Cộng",
        10_000_000,
        1_500_000,
    ]
    for form in ("b07", "s82", "b14"):
        document = Document(io.BytesIO(client.get(f"/quy/quyet-toan/{form}.docx?{YEAR}").content))
        assert f"Mẫu số {form.upper()}-TLĐ" in document.tables[0].rows[0].cells[1].text
    b07 = Document(io.BytesIO(client.get(f"/quy/quyet-toan/b07.docx?{YEAR}").content)).tables[1]
    said = {row.cells[1].text: row.cells[3].text for row in b07.rows}
    assert said["Tài chính công đoàn tích lũy cuối kỳ"] == "11.500.000"


def test_a_voucher_prints_its_sum_in_words(cast: Cast, fund: Fund) -> None:
    client = as_(cast, "chair")
    client.post(f"/quy/cua/{CODE}/chi", sent(item=item("pay"), party="Giàng A Páo"))
    voucher = Voucher.objects.get(form="payment")
    document = Document(io.BytesIO(client.get(f"/quy/phieu/{voucher.uid}/word").content))
    page = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "PHIẾU CHI" in page
    assert "Giàng A Páo" in page
    assert "Bằng chữ: Một triệu năm trăm nghìn đồng" in page


def test_the_book_goes_to_accounting_as_bare_rows(cast: Cast, fund: Fund) -> None:
    client = as_(cast, "chair")
    client.post(f"/quy/cua/{CODE}/chi", sent(item=item("pay"), words="=cmd()"))
    lines = client.get(f"/quy/cua/{CODE}?dang=csv&{YEAR}").content.decode("utf-8-sig").splitlines()
    assert (
        lines[-1]
        == '"2024-03-05","Phiếu chi 001/2024","34","Chi lương, phụ cấp cán bộ công đoàn","\'=cmd()","",1500000,8500000'
    )


def test_a_month_is_closed_and_disclosure_is_kept_track_of(cast: Cast, fund: Fund) -> None:
    client = as_(cast, "chair")
    client.post("/quy/khoa-so", {"month": "2024-03-01"})
    assert "đã khóa sổ quỹ tháng 03/2024" in text(client.post(f"/quy/cua/{CODE}/chi", sent(item=item("pay"))))
    client.post(
        "/quy/cong-khai",
        {"paper": "received", "words": "Ủng hộ bão lũ", "began_on": "2024-04-01", "due_on": ""},
    )
    assert "quá hạn 16/04/2024" in text(client.get("/quy/cong-khai"))
