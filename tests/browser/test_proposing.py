"""Proposing and granting an award: the chair puts somebody forward, the officer's council votes and decides."""

import pytest
from playwright.sync_api import Page, expect

from congdoan.base.period import today
from congdoan.members.actions import add_person
from tests.browser.eyes import enter, faults, too_small, too_wide
from tests.cast import Cast
from tests.records.said import value

pytestmark = pytest.mark.django_db(transaction=True)
UNIT, NAME = "laocai-tu-phap", "Giàng Seo Lử"


def fit(page: Page) -> None:
    """Open to everybody, to a thumb, and not to be pushed sideways."""
    assert (page.url, faults(page), too_small(page), too_wide(page)) == (page.url, [], [], False)


def leave(page: Page) -> None:
    """Log out, so that somebody else may come."""
    page.context.clear_cookies()


def test_somebody_is_put_forward_voted_for_and_granted(cast: Cast, device: Page) -> None:
    add_person(unit=cast[UNIT], name=NAME)
    enter(device, "chair", "/khen-thuong/")
    fit(device)
    device.get_by_role("link", name="Lập đề nghị").first.click()
    device.get_by_role("radio", name="Giấy khen").check()
    device.get_by_label("Năm đạt thành tích").fill(str(today().year - 1))
    device.get_by_role("button", name="Thêm cá nhân").click()
    device.get_by_label("Họ và tên").press_sequentially("giang seo")
    device.get_by_role("button", name=NAME).click()
    device.get_by_text("Thêm chi tiết").first.click()
    device.get_by_label("Thành tích", exact=True).first.fill("Hai sáng kiến, giúp ba đồng nghiệp mới")
    fit(device)
    device.get_by_role("button", name="Lưu, xem lại trước khi gửi").click()
    expect(device.get_by_text("Hai sáng kiến, giúp ba đồng nghiệp mới")).to_be_visible()
    fit(device)
    device.get_by_role("button", name="Gửi đề nghị").click()
    expect(device.get_by_text("Đã gửi Công đoàn Viên chức tỉnh Lào Cai.")).to_be_visible()
    leave(device)

    enter(device, "officer", "/khen-thuong/?cd=laocai-cdvc")
    device.get_by_role("link", name="Trình hội đồng").click()
    device.get_by_label("Hội đồng có bao nhiêu thành viên").fill("3")
    device.get_by_label("Thành viên có mặt").fill("Trần Văn Bình\nPhạm Thị Hòa\nVàng A Sử")
    device.get_by_label("Chủ trì").fill("Trần Văn Bình")
    device.get_by_label("Thư ký").fill("Phạm Thị Hòa")
    fit(device)
    device.get_by_role("button", name="Trình hội đồng").click()
    device.get_by_role("button", name=f"Cả 3 đồng ý với {NAME}").click()
    fit(device)
    device.get_by_role("button", name="Lưu kết quả bỏ phiếu").click()
    expect(device.get_by_text("3/3 phiếu đồng ý")).to_be_visible()
    device.get_by_role("link", name="Ghi quyết định").click()
    device.get_by_label("Số quyết định").fill("12/QĐ-CĐVC")
    device.get_by_label("Người ký", exact=True).fill("Trần Văn Bình")
    device.get_by_role("radio", name="Theo mức quy định").check()
    fit(device)
    device.get_by_role("button", name="Ghi quyết định").click()
    expect(device.get_by_text("Đã ghi quyết định")).to_be_visible()
    expect(device.get_by_role("rowheader", name=NAME)).to_be_visible()
    fit(device)
    device.get_by_text("In", exact=True).click()
    with device.expect_download() as held:
        device.get_by_role("link", name="Giấy chứng nhận từng người").click()
    assert held.value.suggested_filename.endswith(".docx")
    device.goto("/khen-thuong/so-khen-thuong")
    expect(device.get_by_role("rowheader", name=NAME)).to_be_visible()
    fit(device)
    assert value("AWD-10", cast[UNIT], str(today().year - 1)) == 1
