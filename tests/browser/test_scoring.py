"""A union scores itself and sees the sum grow; its superior verifies what was found, with why."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.eyes import enter, faults, too_small, too_wide
from tests.cast import Cast
from tests.ratings.acts import scheme

pytestmark = pytest.mark.django_db(transaction=True)
UNIT = "laocai-tu-phap"


def assert_fit(page: Page) -> None:
    assert (faults(page), too_small(page), too_wide(page)) == ([], [], False)


def test_points_add_up_while_they_are_typed_and_are_verified_above(cast: Cast, device: Page) -> None:
    enter(device, "chair", f"/xep-loai/cham/{scheme(cast).uid}?cd={UNIT}&nam=2024")
    device.get_by_label("1. Thăm hỏi").fill("40")
    device.get_by_label("2. Tết").fill("9,5")
    expect(device.get_by_text("49,5 / 100 điểm, còn 1 tiêu chí chưa chấm")).to_be_visible()
    expect(device.get_by_text("49,5 / 60 điểm")).to_be_visible()
    device.get_by_label("3. Kết nạp").fill("40")
    expect(device.get_by_text("89,5 / 100 điểm, Hoàn thành tốt")).to_be_visible()
    device.get_by_label("Ghi chú tiêu chí 2").fill("Tổ chức muộn")
    assert_fit(device)
    device.get_by_role("button", name="Gửi để thẩm định").click()
    expect(device.get_by_text("Tổ chức muộn")).to_be_visible()
    assert_fit(device)
    address = device.url.partition("/xep-loai")[2]
    device.context.clear_cookies()
    enter(device, "officer", f"/xep-loai{address}/tham-dinh")
    device.get_by_label("2. Tết").fill("15")
    expect(device.get_by_text("95 / 100 điểm, Hoàn thành xuất sắc")).to_be_visible()
    device.get_by_role("button", name="Lưu kết quả thẩm định").click()
    expect(device.get_by_text("Đã thẩm định; kết quả đã vào sổ.")).to_be_visible()
    expect(device.get_by_label("Kết quả")).to_contain_text("95 điểm")
    assert_fit(device)
