"""The parts of a page in a real browser, on the phone and on the desk, in light and in dark."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser import eyes
from tests.cast import person
from tests.conftest import DESK, PHONE

pytestmark = pytest.mark.urls("tests.web.urls")

EVERY_SORT = ("minor", "moderate", "serious", "critical")
DRAWN = "() => getComputedStyle(document.querySelector('.chart rect.now')).fill"


def enter(page: Page) -> None:
    """Come to the gallery as somebody who has logged in."""
    person("lan")
    eyes.enter(page, "lan", then="/mau")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_nobody_is_kept_out(
    live_server: LiveServer, new_context: Callable[..., BrowserContext], size: dict[str, object], scheme: str
) -> None:
    page = new_context(base_url=live_server.url, color_scheme=scheme, **size).new_page()
    page.goto("/mau")
    assert eyes.faults(page, EVERY_SORT) == []


def test_the_door_keeps_nobody_out(device: Page) -> None:
    device.goto("/dang-nhap")
    assert eyes.faults(device, EVERY_SORT) == []


def test_everything_fits_and_is_large_enough_to_touch(device: Page) -> None:
    device.goto("/mau")
    assert not eyes.too_wide(device)
    assert eyes.too_small(device) == []


def test_a_chart_takes_its_colours_from_the_style_sheet(desk: Page) -> None:
    desk.goto("/mau")
    assert desk.evaluate(DRAWN) == "rgb(15, 79, 150)"


def test_errors_stand_on_top_and_beside_their_fields(device: Page) -> None:
    enter(device)  # amounts are read back to those who are logged in; others are led to the door
    device.get_by_label("Số tiền").fill("abc")
    device.get_by_role("button", name="Ghi vào sổ").click()
    summary = device.locator(".error-summary")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link", name="Chưa chọn việc gì, dịp nào.")).to_be_visible()
    amount = device.get_by_label("Số tiền")
    expect(amount).to_have_value("abc")
    expect(amount).to_have_attribute("aria-invalid", "true")
    expect(amount).to_have_accessible_description(re.compile("Số tiền “abc” không đọc được"))
    assert eyes.faults(device, EVERY_SORT) == []


def test_a_link_of_the_summary_leads_to_its_field(desk: Page) -> None:
    desk.goto("/mau")
    desk.get_by_role("button", name="Ghi vào sổ").click()
    desk.locator(".error-summary").get_by_role("link", name="Chưa ghi số tiền.").click()
    expect(desk.get_by_label("Số tiền")).to_be_focused()


def test_people_are_found_picked_and_left_out_again(device: Page) -> None:
    device.goto("/mau")
    device.get_by_label("Ai được thăm hỏi").fill("ho")
    device.get_by_role("button", name="Nguyễn Thị Hòa").click()
    device.get_by_label("Ai được thăm hỏi").fill("gi")
    device.get_by_role("button", name="Giàng Thị Sua").click()
    expect(device.locator(".picked li")).to_have_text(["Nguyễn Thị Hòa", "Giàng Thị Sua"])
    device.get_by_role("button", name="Bỏ Nguyễn Thị Hòa").click()
    expect(device.locator(".picked li")).to_have_text(["Giàng Thị Sua"])
    assert device.locator("[name=who]").evaluate_all("all => all.map(e => e.value)") == ["+Giàng Thị Sua"]


def test_enter_takes_the_first_answer_and_does_not_send_the_form(desk: Page) -> None:
    desk.goto("/mau")
    desk.get_by_label("Ai được thăm hỏi").fill("ho")
    expect(desk.locator("[data-pick=p1]")).to_be_visible()
    desk.get_by_label("Ai được thăm hỏi").press("Enter")
    expect(desk.locator(".picked li")).to_have_text(["Nguyễn Thị Hòa"])
    assert desk.url.endswith("/mau")


def test_what_was_typed_is_there_again_and_can_be_dropped(device: Page) -> None:
    device.goto("/mau")
    device.get_by_label("Ghi chú").fill("Đang gõ dở")
    device.get_by_label("Việc hiếu").first.check(force=True)
    device.get_by_label("Ai được thăm hỏi").fill("ho")
    device.get_by_role("button", name="Nguyễn Thị Hòa").click()
    device.goto("/dang-nhap")
    device.go_back()
    device.reload()
    expect(device.get_by_label("Ghi chú")).to_have_value("Đang gõ dở")
    expect(device.get_by_label("Việc hiếu").first).to_be_checked()
    expect(device.locator(".picked li")).to_have_text(["Nguyễn Thị Hòa"])
    device.get_by_role("button", name="Bỏ, ghi mới").click()
    expect(device.get_by_label("Ghi chú")).to_have_value("")


def test_one_tap_fills_in_yesterday_and_it_is_read_back(phone: Page) -> None:
    phone.goto("/mau")
    phone.get_by_label("Ngày", exact=True).fill("2026-11-05")
    expect(phone.locator("output[for=id_on]")).to_have_text("Thứ Năm, 05/11/2026")
    phone.get_by_role("button", name="Hôm qua").click()
    expect(phone.locator("output[for=id_on]")).not_to_have_text("Thứ Năm, 05/11/2026")


def test_an_amount_is_read_back_in_words(phone: Page, live_server: LiveServer) -> None:
    enter(phone)
    phone.get_by_label("Số tiền").fill("1tr2")
    expect(phone.locator("output[for=id_amount]")).to_have_text("Một triệu hai trăm nghìn đồng")
    phone.get_by_role("button", name="300.000").click()
    expect(phone.locator("output[for=id_amount]")).to_have_text("Ba trăm nghìn đồng")


def test_a_menu_opens_and_closes_from_the_keyboard(desk: Page, live_server: LiveServer) -> None:
    enter(desk)
    desk.locator(".top-period summary").press("Enter")
    expect(desk.get_by_label("Từ ngày")).to_be_visible()
    assert eyes.faults(desk, EVERY_SORT) == []
    desk.keyboard.press("Escape")
    expect(desk.get_by_label("Từ ngày")).to_be_hidden()
    expect(desk.locator(".top-period summary")).to_be_focused()


def test_a_toast_offers_to_take_it_back_and_goes(desk: Page) -> None:
    desk.clock.install()
    desk.goto("/mau?luu=1")
    expect(desk.get_by_role("button", name="Hoàn tác")).to_be_visible()
    desk.clock.run_for(12_000)
    expect(desk.locator(".toast")).to_have_count(0)


def test_pages_work_without_scripts(
    live_server: LiveServer, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(base_url=live_server.url, java_script_enabled=False, **PHONE).new_page()
    page.goto("/mau")
    expect(page.get_by_role("button", name="Hôm qua")).to_be_hidden()
    page.get_by_label("Ai được thăm hỏi").fill("Lý A Páo")
    page.get_by_label("Số tiền").fill("500k")
    page.get_by_role("button", name="Ghi vào sổ").click()
    expect(page.locator(".picked li")).to_have_text(["Lý A Páo"])
    expect(page.get_by_label("Số tiền")).to_have_value("500k")
    expect(page.locator("output[for=id_amount]")).to_have_text("Năm trăm nghìn đồng")
