"""An inspection to its follow-up: planned, recorded with what it demands, looked at again until it is mended."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from congdoan.base.period import today
from congdoan.records.inspections import Demand
from tests.browser.eyes import enter, faults, too_small, too_wide
from tests.cast import Cast, gather
from tests.records.said import value

pytestmark = pytest.mark.django_db(transaction=True)
UPPER, UNION, WHAT = "laocai-cdvc", "laocai-bao", "Mở sổ quỹ tiền mặt"


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The cast, where the live server sees them."""
    return gather()


def fit(page: Page) -> None:
    """Open to everybody, to a thumb, and not to be pushed sideways."""
    assert (page.url, faults(page), too_small(page), too_wide(page)) == (page.url, [], [], False)


def plan(page: Page) -> None:
    """A plan of this year that wants one inspection, approved."""
    fit(page)
    page.get_by_role("link", name="Lập kế hoạch").click()
    fit(page)
    page.get_by_role("button", name="Lưu").click()
    page.get_by_role("link", name="Thêm cuộc kiểm tra").first.click()
    page.get_by_role("radio", name="Tài chính").check()
    page.get_by_label("Khi nào").select_option(label="Cả năm")
    page.get_by_role("checkbox", name="CĐCS Báo Lào Cai").check()
    fit(page)
    page.get_by_role("button", name="Thêm vào kế hoạch").click()
    page.get_by_role("link", name="Duyệt").click()
    page.get_by_label("Số kế hoạch").fill("05/KH-UBKT")
    page.get_by_role("button", name="Duyệt").click()
    fit(page)


def record(page: Page) -> None:
    """The inspection the plan wants, with one demand."""
    page.get_by_role("link", name="Ghi cuộc kiểm tra CĐCS Báo Lào Cai").click()
    expect(page.locator('[name="unions-0-union"]')).to_have_value("CĐCS Báo Lào Cai")
    page.get_by_role("button", name="Thêm kiến nghị").click()
    page.locator('[name="demands-0-what"]').fill(WHAT)
    page.locator('[name="demands-0-due_on"]').fill(f"{today() + timedelta(days=30)}")
    fit(page)
    page.locator(".entry-foot").get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("heading", name="Khắc phục, phúc tra")).to_be_visible()
    fit(page)


def look_again(page: Page, result: str, proof: str) -> None:
    """Say what became of the demand."""
    page.get_by_role("link", name="Phúc tra", exact=True).click()
    page.get_by_role("radio", name=result).check()
    page.get_by_label("Đã làm gì").fill(proof)
    fit(page)
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_text(proof)).to_be_visible()


def test_an_inspection_to_its_follow_up(device: Page, cast: Cast) -> None:
    enter(device, "inspector", "/kiem-tra/")
    plan(device)
    record(device)
    look_again(device, "Phúc tra: chưa khắc phục xong", "Mới mua sổ, chưa ghi.")
    look_again(device, "Phúc tra: đã khắc phục", "Đã xem sổ quỹ.")
    expect(device.get_by_text("đã khắc phục", exact=True)).to_be_visible()
    assert Demand.objects.get().union == cast[UNION]
    assert value("INS-18", cast[UPPER], str(today().year)) == 1
    for page in ("", "ke-hoach", "do-phu", "kien-nghi?tt=xong", "don"):
        device.goto(f"/kiem-tra/{page}")
        fit(device)
