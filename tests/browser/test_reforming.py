"""A reform as the provincial officer does it: planned in pages, seen step by step, carried out, taken back; the tree's slider."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from congdoan.org.models import Unit
from congdoan.reform import actions as reform
from tests.browser.eyes import enter, faults, too_small, too_wide
from tests.cast import Cast, care

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
ADD = "Thêm một bước"


def assert_fit(page: Page) -> None:
    assert (faults(page), too_small(page), too_wide(page)) == ([], [], False)


def add(page: Page, verb: str, **fields: str) -> None:
    page.get_by_role("region", name=ADD).get_by_role("link", name=verb).click()
    for label, said in fields.items():
        page.get_by_label(label.replace("_", " ")).fill(said)
    page.get_by_role("button", name="Lưu bước").click()


def test_planned_seen_carried_out_and_taken_back(cast: Cast, device: Page) -> None:
    care(cast["muongkhuong-thcs"], cast.funds["laocai-xa-hoi"], date(2024, 3, 1))
    enter(device, "administrator", "/to-chuc/sap-xep/?cd=laocai-ldld")
    assert_fit(device)
    device.get_by_role("link", name="Soạn kế hoạch").click()
    device.get_by_label("Tên đợt sắp xếp").fill("Sắp xếp công đoàn Lào Cai")
    device.get_by_label("Có hiệu lực từ ngày").fill("2024-07-01")
    device.get_by_label("Số quyết định").fill("12/QĐ-LĐLĐ")
    assert_fit(device)
    device.get_by_role("button", name="Soạn tiếp các bước").click()
    device.get_by_role("region", name=ADD).get_by_role("link", name="Thành lập").click()
    device.get_by_label("Tên công đoàn mới").fill("Công đoàn xã Mường Khương")
    device.get_by_label("Loại").select_option("commune")
    device.get_by_label("Trực thuộc").fill("LĐLĐ tỉnh Lào Cai")
    assert_fit(device)
    device.get_by_role("button", name="Lưu bước").click()
    add(
        device,
        "Chuyển",
        Hoặc_tất_cả_công_đoàn_trực_thuộc="muong khuong",
        Về_trực_thuộc="Công đoàn xã Mường Khương",
    )
    expect(device.get_by_text("hãy ghi đủ tên").first).to_be_visible()
    device.get_by_label("Hoặc tất cả công đoàn trực thuộc").fill("LĐLĐ huyện Mường Khương")
    device.get_by_role("button", name="Lưu bước").click()
    add(
        device,
        "Kết thúc",
        Những_công_đoàn_kết_thúc_hoạt_động="LĐLĐ huyện Mường Khương",
        Nơi_tiếp_nhận="cong doan xa muong",
    )
    expect(
        device.get_by_text(
            "Kết thúc hoạt động của LĐLĐ huyện Mường Khương; Công đoàn xã Mường Khương tiếp nhận"
        )
    ).to_be_visible()
    assert_fit(device)
    device.get_by_role("button", name="Xem trước").click()
    expect(device.get_by_text("không đổi", exact=False).first).to_be_visible()
    after = device.get_by_role("region", name="Hệ thống sau từng bước")
    expect(after.get_by_text("Công đoàn xã Mường Khương").first).to_be_visible()
    assert_fit(device)
    after.get_by_role("slider").focus()
    device.keyboard.press("Home")
    expect(after.get_by_text("LĐLĐ huyện Mường Khương")).to_be_visible()
    expect(after.get_by_text("Như trước khi sắp xếp.")).to_be_visible()
    device.get_by_role("link", name="Thực hiện…").click()
    device.get_by_role("button", name="Thực hiện").click()
    expect(device.get_by_text("Đã thực hiện; mọi tổng số vẫn khớp.")).to_be_visible()
    assert_fit(device)
    assert Unit.objects.get(code="muongkhuong-ldld").ended_on == date(2024, 7, 2)
    device.get_by_role("link", name="Hoàn tác…").click()
    device.get_by_label("Lý do hoàn tác").fill("Chưa đến ngày")
    device.get_by_role("button", name="Hoàn tác").click()
    expect(device.get_by_text("mọi con số như trước khi sắp xếp")).to_be_visible()
    assert not Unit.objects.filter(name="Công đoàn xã Mường Khương").exists()


def test_the_slider_shows_the_tree_of_the_day(cast: Cast, desk: Page) -> None:
    reform.move(unit=cast["laocai-bao"], to=cast["muongkhuong-ldld"], on=date(2024, 3, 1), by=None)
    enter(desk, "administrator", "/to-chuc/laocai-cdvc")
    expect(desk.get_by_role("link", name="CĐCS Báo Lào Cai")).to_have_count(0)
    desk.get_by_label("Kéo để đổi ngày").focus()
    desk.keyboard.press("Home")
    desk.keyboard.press("ArrowRight")
    expect(desk.get_by_role("link", name="CĐCS Báo Lào Cai")).to_be_visible()


def test_the_bridge_of_a_reform_is_read_on_any_screen(cast: Cast, device: Page) -> None:
    reform.move(unit=cast["laocai-bao"], to=cast["muongkhuong-ldld"], on=date(2024, 4, 1), by=None)
    enter(device, "administrator", "/to-chuc/cau-noi?cd=laocai-ldld&ky=2024")
    expect(device.get_by_role("heading", name="I. Công đoàn cơ sở")).to_be_visible()
    expect(device.get_by_role("rowheader", name="Bù trừ trong nội bộ")).to_be_visible()
    assert_fit(device)
