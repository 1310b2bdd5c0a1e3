"""The treasurer: a list of gifts is recorded, and the fund's book has gone down by exactly that."""

import pytest
from playwright.sync_api import Page, expect

from congdoan.base.period import today
from congdoan.funds import actions, queries
from congdoan.funds.models import Voucher
from tests.browser.eyes import enter, faults, too_small, too_wide
from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)
CODE = "tu-phap-doan-phi"


def assert_fit(page: Page) -> None:
    assert faults(page) == []
    assert too_small(page) == []
    assert not too_wide(page)


def test_a_gift_list_paid_from_a_fund_takes_exactly_its_sum(cast: Cast, device: Page) -> None:
    fund = cast.funds[CODE]
    actions.open_book(fund=fund, day=today().replace(month=1, day=1), opening=5_000_000, by=None)
    page = enter(device, "chair", "/viec/ghi/care")
    page.get_by_label("Họ và tên").fill("Lý Thị Mai")
    page.get_by_label("Tiền mặt", exact=True).fill("300k")
    page.get_by_role("button", name="Thêm người").click()
    page.get_by_label("Họ và tên").nth(1).fill("Giàng A Páo")
    page.get_by_label("Tiền mặt", exact=True).nth(1).fill("200k")
    expect(page.get_by_label(fund.name)).to_be_checked()
    expect(page.get_by_text("02 người, 500.000 đồng")).to_be_visible()
    page.locator(".entry-foot").get_by_role("button", name="Lưu").click()
    expect(page.get_by_text("Đã ghi", exact=True)).to_be_visible()
    assert queries.balance(fund, today()) == 4_500_000
    page.goto(f"/quy/cua/{CODE}")
    expect(page.get_by_text("4,5 triệu đồng")).to_be_visible()
    assert_fit(page)
    page.get_by_role("link", name="Thăm hỏi, trợ cấp khó khăn: 02 người, 500.000 đồng").first.click()
    expect(page.get_by_role("link", name="Việc đã ghi")).to_be_visible()
    expect(page.get_by_text("Năm trăm nghìn đồng")).to_be_visible()
    assert_fit(page)
    page.get_by_role("link", name="Việc đã ghi").click()
    expect(page.get_by_text("Giàng A Páo").first).to_be_visible()
    assert Voucher.objects.get(form="payment").reverses is None


def test_the_treasurers_pages_fit_everybody(cast: Cast, device: Page) -> None:
    actions.open_book(fund=cast.funds[CODE], day=today().replace(day=1), opening=5_000_000, by=None)
    enter(device, "chair")
    for address in (
        "/quy/",
        f"/quy/cua/{CODE}/chi",
        f"/quy/cua/{CODE}/kiem",
        "/quy/quyet-toan",
        "/quy/cong-khai",
        "/quy/ma-thu-chi",
        "/quy/phan-phoi",
        "/quy/khoa-so",
        "/quy/du-toan",
    ):
        device.goto(address)
        assert_fit(device)
