"""What opens the book to others: a program's token, a calendar's address, a list and the whole book in a file."""

import zipfile

import pytest
from playwright.sync_api import Page, expect

from congdoan.archive import views
from congdoan.base.period import today
from tests.browser.eyes import enter, faults, too_small, too_wide
from tests.cast import Cast
from tests.members.register import one
from tests.papers.acts import line, plan

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
HERE = "laocai-tu-phap"


def fit(page: Page) -> None:
    """Open to everybody, to a thumb, and not to be pushed sideways."""
    assert (page.url, faults(page), too_small(page), too_wide(page)) == (page.url, [], [], False)


def test_a_token_is_made_shown_once_and_taken_back(cast: Cast, device: Page) -> None:
    enter(device, "chair", "/ket-noi")
    fit(device)
    device.get_by_role("button", name="Tạo mã").click()
    expect(device.get_by_text("Chưa ghi").first).to_be_visible()
    fit(device)
    device.get_by_label("Tên").fill("Phần mềm nhân sự")
    device.get_by_role("button", name="Tạo mã").click()
    expect(device.get_by_role("heading", name="Mã cho Phần mềm nhân sự")).to_be_visible()
    fit(device)
    device.get_by_role("link", name="Xong").click()
    expect(device.get_by_text("chưa dùng")).to_be_visible()
    fit(device)
    device.get_by_role("button", name="Thu hồi Phần mềm nhân sự").click()
    expect(device.get_by_text("Đã thu hồi mã").first).to_be_visible()
    fit(device)


def test_an_address_of_a_calendar_is_made_and_taken_back(cast: Cast, device: Page) -> None:
    line(plan(cast, year=today().year), "Thăm hỏi đoàn viên", due_on=today())
    enter(device, "officer", "/khac/lich")
    expect(device.get_by_text("Thăm hỏi đoàn viên")).to_be_visible()
    fit(device)
    device.get_by_role("button", name="Tạo địa chỉ").click()
    expect(device.get_by_text("Địa chỉ chỉ hiện một lần này")).to_be_visible()
    fit(device)
    device.on("dialog", lambda dialog: dialog.accept())
    device.get_by_role("button", name="Thu hồi").first.click()
    expect(device.get_by_text("thu hồi").first).to_be_visible()
    fit(device)


def test_a_list_is_taken_out_from_its_page(cast: Cast, device: Page) -> None:
    one(cast[HERE], "Sùng Thị Xoan", born_year=1985)
    enter(device, "chair", "/doan-vien/")
    device.get_by_text("Tải về").click()
    fit(device)
    with device.expect_download() as taken:
        device.get_by_role("link", name="CSV").click()
    assert "Sùng Thị Xoan" in taken.value.path().read_text("utf-8-sig")


def test_the_whole_book_is_taken_along(cast: Cast, device: Page) -> None:
    one(cast[HERE], "Sùng Thị Xoan", born_year=1985)
    enter(device, "chair", "/mang-di/")
    fit(device)
    with device.expect_download() as taken:
        device.get_by_role("button", name="Tải sổ về").click()
    with zipfile.ZipFile(taken.value.path()) as packed:
        assert "manifest.json" in packed.namelist()


def test_a_book_too_large_is_for_the_operator(
    cast: Cast, device: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    one(cast[HERE])
    monkeypatch.setattr(views, "MOST_ENTRIES", 0)
    enter(device, "chair", "/mang-di/")
    expect(device.get_by_text("congdoan export --unit laocai-tu-phap")).to_be_visible()
    fit(device)
