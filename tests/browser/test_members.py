"""Members: one is admitted, then a list; one goes to another union, which says so too."""

import pytest
from playwright.sync_api import Page, expect

from congdoan.base.period import today
from congdoan.members.models import Membership
from congdoan.members.queries import count_on
from tests.browser.eyes import enter, faults, too_small, too_wide
from tests.cast import Cast, gather
from tests.members.register import one

pytestmark = pytest.mark.django_db(transaction=True)
HERE, THERE = "laocai-tu-phap", "laocai-y-te"
LIST = "Lý Thị Mẩy\tNữ\t08/03/1985\nHoàng Văn Páo\tNam\t01/02/1990"


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The cast, where the live server sees them."""
    return gather()


def fit(page: Page) -> None:
    """Open to everybody, to a thumb, and not to be pushed sideways."""
    assert (page.url, faults(page), too_small(page), too_wide(page)) == (page.url, [], [], False)


def test_one_is_admitted_and_then_a_list(cast: Cast, device: Page) -> None:
    enter(device, "chair", "/doan-vien/")
    device.get_by_role("link", name="Kết nạp").first.click()
    device.get_by_label("Họ và tên").fill("Sùng Thị Chu")
    device.get_by_role("radio", name="Nữ").check()
    fit(device)
    device.locator("main form").get_by_role("button", name="Lưu").click()
    expect(device.get_by_text("Đã kết nạp Sùng Thị Chu.")).to_be_visible()
    fit(device)
    device.goto("/doan-vien/ket-nap/danh-sach")
    device.get_by_label("Danh sách dán từ bảng tính").fill(LIST)
    expect(device.get_by_text("Đọc được 02 người")).to_be_visible()
    fit(device)
    device.locator("main form").get_by_role("button", name="Lưu").click()
    expect(device.get_by_text("Đã kết nạp 2 đoàn viên.")).to_be_visible()
    device.get_by_label("Tìm theo tên hoặc số thẻ").fill("pao")
    device.get_by_role("button", name="Tìm", exact=True).click()
    expect(device.get_by_role("link", name="Hoàng Văn Páo")).to_be_visible()
    assert count_on(cast[HERE], today()) == 3


def test_a_member_goes_on_where_both_ends_say_so(cast: Cast, device: Page) -> None:
    held = one(cast[HERE], "Sùng Thị Chu", woman=True)
    enter(device, "chair", f"/doan-vien/{held.uid}/chuyen")
    device.get_by_label("Chuyển đến").press_sequentially("y te")
    device.get_by_role("button", name="CĐCS Văn phòng Sở Y tế").click()
    fit(device)
    device.locator("main form").get_by_role("button", name="Lưu").click()
    expect(device.get_by_text("vẫn sinh hoạt ở đây cho đến khi nơi ấy tiếp nhận")).to_be_visible()
    device.context.clear_cookies()

    enter(device, "other_chair", "/doan-vien/chuyen")
    fit(device)
    device.get_by_role("link", name="Tiếp nhận").first.click()
    fit(device)
    device.locator("main form").get_by_role("button", name="Lưu").click()
    expect(device.get_by_text("Đã tiếp nhận Sùng Thị Chu.")).to_be_visible()
    now = Membership.objects.get(person=held.person, unit=cast[THERE])
    assert (now.open, now.previous_id) == (True, held.pk)


def test_of_somebody_the_year_of_birth_alone_is_shown_and_written(cast: Cast, device: Page) -> None:
    person = one(cast[HERE], "Sùng Thị Xoan", woman=True, born_year=1985).person
    enter(device, "chair", f"/nguoi/{person.uid}")
    expect(device.get_by_text("1985", exact=True)).to_be_visible()
    fit(device)
    device.goto(f"/doan-vien/nguoi/{person.uid}/sua")
    device.get_by_label("Năm sinh").fill("1986")
    fit(device)
    device.get_by_role("button", name="Lưu").click()
    expect(device.get_by_text("1986", exact=True)).to_be_visible()
