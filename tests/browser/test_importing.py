"""A list on its way into the book: sent, its columns set right, a cell mended, taken in, taken back."""

import pytest
from playwright.sync_api import Page, expect

from congdoan.base.period import today
from congdoan.members.models import Person
from congdoan.members.queries import members_on
from tests.browser.eyes import enter, faults, too_small, too_wide
from tests.cast import Cast
from tests.imports.sheeted import workbook

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
HERE = "laocai-tu-phap"


def fit(page: Page) -> None:
    """Open to everybody, to a thumb, and not to be pushed sideways."""
    assert (page.url, faults(page), too_small(page), too_wide(page)) == (page.url, [], [], False)


def test_a_list_is_looked_at_mended_taken_in_and_taken_back(cast: Cast, device: Page) -> None:
    head = ("STT", "Đồng chí", "Giới tính", "Ngày sinh", "Ghi chú")
    rows = [(1, "SÙNG THỊ XOAN", "Nữ", "08/03/1985", ""), (2, "Lý A Páo", "Nam", "31/02/1990", "xem lại")]
    enter(device, "chair", "/nhap/")
    fit(device)
    content = {
        "name": "danh sach.xlsx",
        "mimeType": "application/vnd.ms-excel",
        "buffer": workbook(*rows, head=head),
    }
    device.get_by_label("Tệp", exact=True).set_input_files(content)  # type: ignore[arg-type]
    device.get_by_role("button", name="Xem thử").click()
    expect(device.get_by_role("heading", name="danh sach.xlsx")).to_be_visible()
    expect(device.get_by_text("không có trong lịch")).to_be_visible()
    fit(device)
    device.get_by_text("Cách hiểu các cột").click()
    fit(device)
    device.get_by_label("Những người này").select_option("admitted")
    device.get_by_label("Ghi chú").select_option("job")
    device.get_by_role("button", name="Kiểm tra lại theo cách này").click()
    cell = device.get_by_label("Ngày sinh, dòng 3")
    expect(cell).to_have_value("31/02/1990")
    cell.fill("28/02/1990")
    device.get_by_role("button", name="Ghi chỗ sửa và kiểm tra lại").click()
    device.get_by_role("button", name="Nhập 2 dòng").click()
    expect(device.get_by_text("Đã nhập 2 dòng").first).to_be_visible()
    fit(device)
    assert members_on(cast[HERE], today()).count() == 2
    assert Person.objects.get(name="Lý A Páo").job == "xem lại"
    device.get_by_role("button", name="Hoàn tác lần nhập này").click()
    expect(device.get_by_text("Đã hoàn tác").first).to_be_visible()
    assert members_on(cast[HERE], today()).count() == 0
