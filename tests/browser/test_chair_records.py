"""The chair on a phone: five taps and a little typing, and the province's figure has it; every page fit for everybody."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from congdoan.base.period import today
from congdoan.members.actions import add_person
from congdoan.records.kind import rows
from congdoan.records.record import Record
from tests.browser.eyes import enter, faults, too_small, too_wide
from tests.cast import Cast, care
from tests.conftest import PHONE
from tests.records.said import value

pytestmark = pytest.mark.django_db(transaction=True)
UNIT, FORM = "laocai-tu-phap", "/viec/ghi/care"
NAME, CASH = "Họ và tên", "Tiền mặt"


def save(page: Page) -> Locator:
    """The button always under the thumb."""
    return page.locator(".entry-foot").get_by_role("button", name="Lưu")


class Thumb:
    """Taps, and counts them."""

    def __init__(self) -> None:
        self.taps = 0

    def on(self, target: Locator) -> None:
        target.tap()
        self.taps += 1


def test_five_taps_after_login_and_the_province_has_it(cast: Cast, phone: Page) -> None:
    enter(phone, "chair", "/")
    thumb = Thumb()
    thumb.on(phone.get_by_role("navigation").get_by_role("link", name="Ghi việc"))
    thumb.on(phone.get_by_role("link", name="Thăm hỏi, tặng quà"))
    thumb.on(phone.get_by_label(NAME))
    phone.keyboard.type("Lý Thị Mai")
    thumb.on(phone.get_by_label(CASH, exact=True))
    phone.keyboard.type("500k")
    expect(phone.get_by_text("Năm trăm nghìn đồng")).to_be_visible()
    expect(phone.get_by_text("+1 lượt người, +500.000 đồng, +1 người")).to_be_visible()
    thumb.on(save(phone))
    expect(phone.get_by_text("Đã ghi", exact=True)).to_be_visible()
    assert thumb.taps <= 5
    year = str(today().year)
    assert value("care.visits", cast["laocai-ldld"], year) == 1
    assert value("care.visit_money", cast["laocai-ldld"], year) == 500_000


def test_somebody_known_is_picked_without_accents_and_undone_comes_back(cast: Cast, phone: Page) -> None:
    known = add_person(unit=cast[UNIT], name="Đặng Văn Ánh")
    enter(phone, "chair", FORM)
    phone.get_by_label(NAME).press_sequentially("dang anh")
    phone.get_by_role("button", name="Đặng Văn Ánh").tap()
    expect(phone.get_by_label(CASH, exact=True)).to_be_focused()
    phone.keyboard.type("1,5tr")
    save(phone).tap()
    phone.get_by_role("button", name="Hoàn tác").tap()
    expect(phone.get_by_text("Đã hoàn tác")).to_be_visible()
    expect(phone.get_by_label(NAME)).to_have_value("Đặng Văn Ánh")
    assert rows(Record.objects.get())["recipients"][0].person == known  # type: ignore[attr-defined]
    assert Record.objects.get().withdrawn


def test_a_pasted_list_is_rows_one_amount_fills_them_and_a_wrong_one_is_said(
    cast: Cast, device: Page
) -> None:
    enter(device, "chair", FORM)
    device.get_by_text("Dán danh sách").click()
    device.get_by_label("Chép các cột từ bảng tính").fill(
        "1\tLê Văn Tám\n2\tVàng Thị Páo\tba trăm\n3\tGiàng A Lử"
    )
    device.get_by_role("button", name="Đưa vào danh sách").click()
    expect(device.get_by_label(NAME)).to_have_count(3)
    expect(device.get_by_text("“ba trăm” không đọc được")).to_be_visible()
    assert faults(device) == []
    device.get_by_label("Tiền mặt cho cả danh sách").fill("300k")
    device.get_by_role("button", name="Đặt cho mọi dòng").click()
    expect(device.get_by_text("03 người, 900.000 đồng")).to_be_visible()
    device.locator(".line").nth(2).get_by_text("Thêm chi tiết").locator("..").click()
    device.locator(".line").nth(2).get_by_role("button", name="Bỏ dòng này").click()
    save(device).click()
    expect(device.get_by_role("heading", level=1)).to_have_text(
        "Thăm hỏi, trợ cấp khó khăn: 02 người, 600.000 đồng"
    )


def test_a_draft_comes_back_with_all_its_rows(cast: Cast, phone: Page) -> None:
    enter(phone, "chair", FORM)
    phone.get_by_label(NAME).fill("Lê Văn Tám")
    phone.get_by_role("button", name="Thêm người").tap()
    phone.get_by_label(NAME).nth(1).fill("Vàng Thị Páo")
    phone.goto("/viec/")
    phone.goto(FORM)
    expect(phone.get_by_text("Đã đặt lại điều bạn đang gõ dở.")).to_be_visible()
    expect(phone.get_by_label(NAME).nth(1)).to_have_value("Vàng Thị Páo")


def test_a_pasted_list_is_kept_as_a_draft_too(cast: Cast, phone: Page) -> None:
    enter(phone, "chair", FORM)
    phone.get_by_text("Dán danh sách").tap()
    phone.get_by_label("Chép các cột từ bảng tính").fill("Lê Văn Tám\t300k\nVàng Thị Páo\t300k")
    phone.get_by_role("button", name="Đưa vào danh sách").tap()
    expect(phone.get_by_label(NAME)).to_have_count(2)
    phone.goto(FORM)
    expect(phone.get_by_label(NAME).nth(1)).to_have_value("Vàng Thị Páo")


def test_only_what_applies_is_asked(cast: Cast, phone: Page) -> None:
    enter(phone, "chair", "/viec/ghi/gathering")
    expect(phone.get_by_text("Đợt mấy")).to_be_hidden()
    phone.get_by_role("radio", name="Đợt tuyên truyền pháp luật").tap()
    expect(phone.get_by_text("Đợt mấy")).to_be_visible()


def test_every_page_is_fit_for_everybody_and_for_a_thumb(cast: Cast, device: Page) -> None:
    written = care(cast[UNIT], cast.funds["laocai-xa-hoi"], today(), gifts=3, entered_for=True)
    own = f"/viec/{written.uid}"
    enter(device, "chair", "/viec/ghi")
    for url in (
        "/viec/ghi",
        FORM,
        "/viec/ghi/gathering",
        "/viec/?moi-ky=1",
        own,
        f"{own}/sua",
        f"{own}/huy",
        f"{own}/dinh-kem",
    ):
        device.goto(url)
        expect(device.get_by_role("heading", level=1)).to_be_visible()
        assert (url, faults(device), too_small(device), too_wide(device)) == (url, [], [], False)


def test_without_javascript_a_list_is_written_too(
    cast: Cast, live_server: LiveServer, new_context: Any
) -> None:
    page = new_context(base_url=live_server.url, java_script_enabled=False, **PHONE).new_page()
    enter(page, "chair", FORM)
    page.get_by_label(NAME).fill("Lê Văn Tám")
    page.get_by_role("button", name="Thêm người").click()
    page.get_by_label(NAME).nth(1).fill("Vàng Thị Páo")
    page.get_by_label("Tiền mặt cho cả danh sách").fill("300k")
    page.get_by_role("button", name="Đặt cho mọi dòng").click()
    page.get_by_role("button", name="Xem sẽ cộng vào số liệu nào").click()
    expect(page.locator("div.no-js").get_by_text("+600.000 đồng").first).to_be_visible()
    save(page).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Thăm hỏi, trợ cấp khó khăn: 02 người, 600.000 đồng"
    )
