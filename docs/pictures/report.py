"""A report from draft to issued, and a gift amended in between."""

from playwright.sync_api import Page

from .camera import GIFTS, HALF, Camera

WRITTEN = {
    "Nêu tình hình": "Đoàn viên, người lao động yên tâm công tác; đời sống cơ bản ổn định.",
    "Nêu những việc chưa": "Một số công đoàn cơ sở ghi việc còn chậm.",
    "Nêu những nhiệm vụ": "Chuẩn bị tổng kết năm.\nTiếp tục chăm lo đoàn viên khó khăn dịp cuối năm.",
}


def report(camera: Camera) -> None:
    """A report as paper; then its figures are fixed, a gift is amended, and the report says what has moved."""
    page = camera.go(f"/bao-cao/?{HALF}")
    page.get_by_role("button", name="Soạn báo cáo").click()
    write(page)
    address = page.url.split("?")[0].split("#")[0]
    paper(camera, address)
    camera.go(f"{address}/chot")
    camera.take("freeze-desk")
    page.get_by_role("button", name="Chốt số liệu").click()
    amend(camera)
    camera.go(address)
    camera.take("changed-desk")
    camera.go(f"{address}/ban-hanh")
    camera.take("issue-desk")


def write(page: Page) -> None:
    """What no figure says, into the open places."""
    for prompt, text in WRITTEN.items():
        name = page.locator(".open-place", has=page.locator("summary", has_text=prompt)).get_attribute("id")
        place = page.locator(f"#{name}")
        place.locator("summary").first.click()
        place.get_by_label(prompt).fill(text)
        place.get_by_role("button", name="Lưu đoạn này").click()
        place.get_by_text("Đã lưu", exact=True).wait_for()


def paper(camera: Camera, address: str) -> None:
    """The report on the screen, and what a tap on a number tells."""
    page = camera.go(address)
    camera.take("report-desk")
    camera.take("report-text-desk", page.locator(".paper").get_by_role("heading", name="Chăm lo"))
    page.locator("a.figure-chip[data-ref='CAR-04']").first.click()
    page.get_by_role("dialog").wait_for()
    camera.take("glance-desk")


def amend(camera: Camera) -> None:
    """One gift of the list was twice as much."""
    page = camera.go(f"/viec/{GIFTS}/sua")
    page.get_by_label("Tiền mặt", exact=True).first.fill("1tr")
    page.get_by_label("Lý do").fill("Ghi thiếu phần hỗ trợ thêm của gia đình")
    page.locator("#se-cong").get_by_text("+500.000 đồng").first.wait_for()
    camera.take("amend-desk", page.get_by_label("Lý do"))
    page.get_by_role("button", name="Lưu thay đổi").first.click()
    page.wait_for_url(f"**/viec/{GIFTS}*")
