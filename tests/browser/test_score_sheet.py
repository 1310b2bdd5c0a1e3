"""The officer writes a resolution, sees its score sheet and from a target the very figure that decides."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from congdoan.targets import actions
from congdoan.targets.models import Resolution
from tests.browser.eyes import enter, faults, too_small, too_wide
from tests.cast import Cast, care
from tests.targets.resolved import M, resolved, target

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def visited(cast: Cast) -> None:
    """Two unions were visited in 2024."""
    for code, visits in (("laocai-bao", 2), ("laocai-y-te", 1)):
        fund = cast.funds["laocai-xa-hoi"]
        care(cast[code], fund, date(2024, 3, 4), gifts=visits, programme="visit", occasion="illness")


def test_a_resolution_is_written_and_its_score_sheet_leads_to_the_figure(cast: Cast, device: Page) -> None:
    enter(device, "officer", "/chi-tieu/them?cd=laocai-cdvc")
    device.get_by_label("Tên nghị quyết").fill("Nghị quyết năm 2024")
    device.get_by_label("Ngày ký").fill("2024-01-10")
    first = device.get_by_role("region", name="Chỉ tiêu 1")
    first.get_by_label("Nội dung chỉ tiêu").fill("Thăm hỏi 2 lượt đoàn viên trở lên")
    first.get_by_label("Tính theo mục số liệu").press_sequentially("tham hoi tro cap hoan nan")
    first.get_by_role("button", name="CAR-01").first.click()
    first.get_by_label("Giá trị").fill("2")
    assert faults(device) == []
    assert not too_wide(device)
    device.get_by_role("button", name="Lưu nghị quyết").click()
    expect(device.get_by_role("heading", level=1)).to_have_text("Nghị quyết năm 2024")
    expect(device.get_by_text("1/1 chỉ tiêu đạt, 01 vượt")).to_be_visible()
    expect(device.get_by_text("150%")).to_be_visible()
    device.get_by_role("link", name="3 lượt người").click()
    expect(device.locator(".big-figure b")).to_contain_text("3")
    expect(device.get_by_role("region", name="Chỉ tiêu", exact=True)).to_contain_text("150%")


def test_every_page_of_a_score_sheet_is_open_to_everybody(cast: Cast, device: Page) -> None:
    upper = cast["laocai-cdvc"]
    resolution = resolved(
        upper,
        "2024",
        target("CAR-01", 9, text="Thăm hỏi 9 lượt đoàn viên trở lên"),
        target("CAR-01", 1, M.EACH, text="Mỗi công đoàn thăm ít nhất 1 lượt"),
        target("", 1, text="Lập Quỹ Mái ấm", joint=True),
    )
    goal = resolution.targets.order_by("position")[0]
    handed = {(goal, cast["laocai-bao"]): 2, (goal, cast["laocai-tu-phap"]): 8}
    actions.assign(resolution=resolution, number="15", signed_on=date(2024, 1, 5), handed=handed, by=None)
    sheet = f"/chi-tieu/{resolution.uid}"
    enter(device, "officer", sheet)
    expect(device.get_by_text("giao 10, nghị quyết 9, 02 công đoàn")).to_be_visible()
    found = {}
    for path in (
        sheet,
        f"{sheet}/cap-duoi",
        f"{sheet}/giao?muc={goal.uid}",
        f"/chi-tieu/muc/{goal.uid}",
        "/chi-tieu/",
    ):
        device.goto(path)
        found[path] = faults(device) + too_small(device) + ["too wide"] * too_wide(device)
    assert {path: wrong for path, wrong in found.items() if wrong} == {}
    assert Resolution.objects.count() == 1
