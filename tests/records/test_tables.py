"""Records, and the lists of one, as they are taken out."""

from datetime import date

from congdoan.base.table import Table
from congdoan.base.table_files import as_xlsx
from congdoan.records import actions
from congdoan.records.record import Record
from congdoan.records.tables import of_lists, of_records
from tests.cast import Cast, care
from tests.records.said import member, record
from tests.records.sheets import Sheet, sheets

DAY = date(2024, 2, 1)
PEOPLE = [
    {"name": "Giàng Thị Sua", "cash": 1_500_000, "need": "illness"},
    {"name": "=Sum(A1:A9)", "cash": 300_000, "goods": 200_000, "goods_what": "007"},
]


def gifts(cast: Cast, **more: object) -> Record:
    return care(cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"], DAY, lines=PEOPLE, **more)


def only(*tables: Table) -> Sheet:
    (sheet,) = sheets(as_xlsx(tables))
    return sheet


def test_days_are_days_and_the_head_stays_in_sight(cast: Cast) -> None:
    sheet = only(of_records([gifts(cast)]))
    assert sheet.column("Ngày") == [DAY]
    assert sheet.format("Ngày") == "dd/mm/yyyy"
    assert sheet.frozen
    assert sheet.column("Mã công đoàn") == ["laocai-tu-phap"]
    assert sheet.column("Việc") == ["Quà Tết: 02 người, 2 triệu đồng"]


def test_records_of_one_kind_show_what_that_kind_says(cast: Cast) -> None:
    kept = record("kept", cast["laocai-bao"], DAY, what="law_shelf", medium="paper", count=2)
    other = record("kept", cast["laocai-y-te"], DAY, what="lactation_room", last_on=date(2024, 12, 31))
    sheet = only(of_records([kept, other]))
    assert sheet.column("Có gì") == ["Tủ sách pháp luật", "Phòng vắt, trữ sữa"]
    assert sheet.column("Số lượng") == [2, 1]
    assert sheet.column("Đến hết ngày") == ["chưa hết hạn", date(2024, 12, 31)]
    assert "Có gì" not in only(of_records([kept, gifts(cast)])).heads


def test_a_year_is_written_without_a_point(cast: Cast) -> None:
    people = [{"person": member(cast["laocai-bao"], "Trần Văn An")}]
    fields = {"award": "letter", "issuer": "upper", "achievement_year": 2023, "number": "0012"}
    sheet = only(
        of_records([record("commendation", cast["laocai-bao"], DAY, **fields, lines={"awardees": people})])
    )
    assert (sheet.column("Năm đạt thành tích"), sheet.format("Năm đạt thành tích")) == ([2023], "0")
    assert (sheet.column("Số quyết định"), sheet.format("Số quyết định")) == (["0012"], "@")


def test_the_rows_of_a_record_are_real_amounts_and_texts_stay_texts(cast: Cast) -> None:
    sheet = only(*of_lists(gifts(cast)))
    assert sheet.name == "Người được nhận"
    assert sheet.column("Họ và tên") == ["Giàng Thị Sua", "=Sum(A1:A9)"]
    assert sheet.column("Tiền mặt") == [1_500_000, 300_000]
    assert sheet.format("Tiền mặt") == "#,##0"
    assert sheet.column("Hiện vật gì") == ["", "007"]


def test_what_is_sensitive_is_there_only_when_asked_for(cast: Cast) -> None:
    made = gifts(cast)
    assert "Hoàn cảnh" not in only(*of_lists(made)).heads
    assert only(*of_lists(made, sensitive=True)).column("Hoàn cảnh") == ["Bệnh hiểm nghèo", ""]
    admitted = record(
        "party", cast["laocai-bao"], DAY, step="admitted", lines={"members": [{"name": "Cư Seo Vần"}]}
    )
    assert "Họ và tên" not in only(*of_lists(admitted)).heads
    assert only(*of_lists(admitted, sensitive=True)).column("Họ và tên") == ["Cư Seo Vần"]


def test_notes_on_sensitive_work_are_for_those_who_see_such_work(cast: Cast) -> None:
    made = gifts(cast, note="Chị Sua đang chạy thận")
    everybody = Record.objects.filter(pk=made.pk)
    assert only(of_records(everybody, cast.users["chair"])).column("Ghi chú") == ["Chị Sua đang chạy thận"]
    assert only(of_records(everybody, cast.users["reader"])).column("Ghi chú") == [""]
    assert only(of_records(everybody)).column("Ghi chú") == [""]


def test_a_withdrawn_record_says_so(cast: Cast) -> None:
    made = gifts(cast)
    actions.withdraw(record=made, by=None, why="Ghi nhầm")
    assert only(of_records(Record.objects.all())).column("Tình trạng") == ["Đã hủy"]


def test_a_record_may_have_no_lists_and_a_list_no_records(cast: Cast) -> None:
    kept = record("kept", cast["laocai-bao"], DAY, what="law_shelf", medium="paper")
    assert of_lists(kept) == []
    assert only(of_records([])).heads[:4] == ["STT", "Ngày", "Việc", "Loại việc"]
