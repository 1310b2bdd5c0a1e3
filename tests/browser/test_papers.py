"""The register, the reports asked for and the plan: a number proposed and given, a report handed in, a line carried out."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from congdoan.base.period import today
from congdoan.papers.models import Paper
from tests.browser.eyes import enter, faults, too_small, too_wide
from tests.cast import Cast, care
from tests.papers.acts import UNION, UPPER, line, out, plan

pytestmark = pytest.mark.django_db(transaction=True)


def fit(page: Page) -> None:
    """Open to everybody, to a thumb, and not to be pushed sideways."""
    assert (page.url, faults(page), too_small(page), too_wide(page)) == (page.url, [], [], False)


def test_a_paper_out_takes_the_number_proposed(cast: Cast, device: Page) -> None:
    out(cast, on=today(), sort="plan")
    enter(device, "officer", f"/van-ban/?so=di&cd={UPPER}")
    fit(device)
    device.get_by_role("link", name="Vào sổ").click()
    expect(device.get_by_text("01/CĐVC")).to_be_visible()
    device.get_by_label("Loại văn bản").select_option("plan")
    expect(device.get_by_text("02/KH-CĐVC")).to_be_visible()
    device.get_by_label("Trích yếu").fill("Tổ chức Tháng Công nhân")
    fit(device)
    device.get_by_role("button", name="Vào sổ").click()
    expect(device.get_by_role("heading", name="Kế hoạch số 02/KH-CĐVC")).to_be_visible()
    fit(device)


def test_a_report_asked_for_is_handed_in(cast: Cast, device: Page) -> None:
    enter(device, "officer", f"/van-ban/bao-cao?cd={UPPER}")
    device.get_by_role("link", name="Yêu cầu báo cáo").first.click()
    device.get_by_label("Báo cáo cần nộp").fill("Báo cáo quý")
    device.get_by_role("radio", name="Quý").check()
    device.get_by_label("Hạn nộp").fill((today() + timedelta(days=5)).isoformat())
    fit(device)
    device.get_by_role("button", name="Gửi yêu cầu").click()
    expect(device.get_by_text("0/3 công đoàn").first).to_be_visible()
    fit(device)
    out(cast, "Báo cáo quý", today(), at=UNION, sort="report")
    device.context.clear_cookies()
    enter(device, "chair", "/van-ban/bao-cao")
    device.get_by_role("link", name="Báo cáo quý").click()
    device.get_by_label("Văn bản đi").select_option(index=1)
    fit(device)
    device.get_by_role("button", name="Đã nộp").click()
    expect(device.get_by_text("đúng hạn").first).to_be_visible()
    assert Paper.objects.get(way="in", unit=cast[UPPER]).subject == "Báo cáo quý"


def test_a_line_of_the_plan_is_carried_out_by_a_record(cast: Cast, device: Page) -> None:
    made = plan(cast, year=today().year)
    line(made, "Thăm hỏi đoàn viên", due_on=date(today().year, 12, 31))
    care(cast[UPPER], cast.funds["cdvc-kinh-phi"], today())
    enter(device, "officer", f"/van-ban/ke-hoach/{made.uid}")
    expect(device.get_by_text("đang làm").last).to_be_visible()
    fit(device)
    device.get_by_role("link", name="Gắn việc đã ghi").click()
    device.get_by_role("checkbox").first.check()
    fit(device)
    device.get_by_role("button", name="Lưu").click()
    expect(device.get_by_text("đã xong")).to_be_visible()
    fit(device)
    device.get_by_role("link", name="Sửa").click()
    device.get_by_label("Ai làm").fill("Ban Nữ công")
    device.get_by_label("Vì sao sửa").fill("Phân công lại")
    device.get_by_role("button", name="Lưu").click()
    expect(device.get_by_text("Phân công lại")).to_be_visible()
    fit(device)
