"""The officer, phone and desk: begin, look behind a number, write, freeze, issue, and the Word file that is kept."""

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from congdoan.base import store
from congdoan.records import actions as records
from congdoan.reports import rendering
from congdoan.reports.models import FreeText, Report
from tests.browser.eyes import enter, faults, too_small, too_wide
from tests.cast import Cast
from tests.reports.book import begun, frozen, gifts
from tests.reports.papers import said

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "/bao-cao/?cd=laocai-cdvc&ky=2024-H1"


def url(report: Report, *more: str) -> str:
    return "/".join((f"/bao-cao/{report.uid}", *more))


def downloaded(page: Page, name: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("link", name=name).click()
    with open(download.value.path(), "rb") as file:
        return file.read()


def test_from_the_list_to_the_issued_file(cast: Cast, device: Page) -> None:
    gifts(cast)
    gifts(cast, on=date(2023, 2, 1), number=2)
    enter(device, "officer", "/bao-cao/").goto(LIST)
    device.get_by_role("button", name="Soạn báo cáo").click()
    expect(device.get_by_role("heading", level=1)).to_have_text("Báo cáo sơ kết 6 tháng đầu năm 2024")
    report = Report.objects.get()

    number = device.locator("a.figure-chip[data-ref='CAR-04']").first
    expect(number).to_have_text("03")
    number.click()
    glance = device.get_by_role("dialog", name="Số trong báo cáo")
    expect(glance).to_contain_text("Cùng kỳ năm trước")
    expect(glance).to_contain_text("2 suất, tăng 50%")
    glance.get_by_role("link", name="Xem từng việc").click()
    expect(device).to_have_url(re.compile(r"/so-lieu/CAR-04\?cd=laocai-cdvc&ky=2024-H1&pham-vi=below"))
    expect(device.get_by_role("heading", level=1)).to_have_text("Số suất quà Tết đã trao")
    device.go_back()

    device.locator("#cho-han-che summary").click()
    device.locator("#cho-han-che textarea").fill("Một số CĐCS ghi việc còn chậm.")
    device.get_by_role("button", name="Lưu đoạn này").click()
    expect(device.locator("#cho-han-che")).to_contain_text("Đã lưu")
    assert FreeText.objects.get().text == "Một số CĐCS ghi việc còn chậm."

    device.get_by_role("link", name="Chốt số liệu…").click()
    device.get_by_role("button", name="Chốt số liệu").click()
    expect(device.get_by_text("Đã chốt số liệu. Việc ghi hoặc sửa")).to_be_visible()
    device.get_by_role("link", name="Ban hành…").click()
    device.get_by_label("Người ký").fill("Trần Văn Bình")
    device.get_by_role("button", name="Ban hành").click()
    expect(device.get_by_text("Đã ban hành: Số: 01/BC-CĐVC.")).to_be_visible()

    report.refresh_from_db()
    file = downloaded(device, "Tải bản Word")
    assert file == store.get(report.docx)
    assert "Một số CĐCS ghi việc còn chậm." in said(file)


def test_what_came_after_stands_beside_the_paper(cast: Cast, device: Page) -> None:
    record = gifts(cast)
    report = frozen(cast)
    fixed = rendering.docx(report)
    records.withdraw(record=record, by=cast.users["chair"].pk, why="ghi trùng với CĐVC")
    enter(device, "officer", url(report))
    device.get_by_role("link", name="Sổ đã có thay đổi sau lúc chốt").click()
    changed = device.get_by_role("region", name="Thay đổi sau khi chốt")
    expect(changed).to_contain_text("ghi trùng với CĐVC")
    expect(changed.get_by_role("listitem").first).to_contain_text("3 suất")
    expect(device.locator("a.figure-chip.changed[data-ref='CAR-04']").first).to_have_text(
        "03 (đã khác lúc chốt)"
    )
    assert downloaded(device, "Xem Word") == fixed


def test_a_glance_opens_and_closes_from_the_keyboard(cast: Cast, desk: Page) -> None:
    gifts(cast)
    enter(desk, "officer", url(begun(cast)))
    chip = desk.locator("a.figure-chip[data-ref='ORG-01']").first
    chip.focus()
    desk.keyboard.press("Enter")
    glance = desk.get_by_role("dialog", name="Số trong báo cáo")
    expect(glance.get_by_role("link", name="Xem từng việc")).to_be_focused()
    assert faults(desk) == []
    desk.keyboard.press("Escape")
    expect(glance).to_be_hidden()
    expect(chip).to_be_focused()


def test_what_is_typed_and_not_saved_comes_back(cast: Cast, phone: Page) -> None:
    report = begun(cast)
    enter(phone, "officer", url(report))
    phone.locator("#cho-han-che summary").tap()
    phone.locator("#cho-han-che textarea").fill("Đang viết dở")
    phone.goto(LIST)
    phone.goto(f"{url(report)}?viet=han-che")
    expect(phone.locator("#cho-han-che textarea")).to_have_value("Đang viết dở")


def test_every_page_is_fit_for_everybody_and_for_a_thumb(cast: Cast, device: Page) -> None:
    record = gifts(cast)
    draft, fixed = begun(cast), frozen(cast)
    records.withdraw(record=record, by=None, why="ghi trùng")
    enter(device, "officer", "/bao-cao/")
    for path in (LIST, url(draft), url(draft, "chot"), url(fixed), url(fixed, "ban-hanh"), "/bao-cao/mau"):
        device.goto(path)
        expect(device.get_by_role("heading", level=1)).to_be_visible()
        for folded in device.locator("main details > summary").all():
            folded.evaluate("(summary) => summary.parentElement.setAttribute('open', '')")
        assert (path, faults(device), too_small(device), too_wide(device)) == (path, [], [], False)


def test_in_the_dark_too(cast: Cast, live_server: object, new_context: object) -> None:
    gifts(cast)
    fixed = frozen(cast)
    page = new_context(base_url=live_server.url, color_scheme="dark").new_page()  # type: ignore[attr-defined, operator]
    enter(page, "officer", url(fixed))
    assert faults(page) == []
