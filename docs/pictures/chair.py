"""What a grassroots chair sees: on a phone, and at a desk."""

from .camera import Camera

VISIT = "399aa3f8-7004-546d-a7c7-85d284c038d7"
PASTED = "TT\tHọ và tên\tSố tiền\n1\tLê Thị Sinh\t500.000\n2\tVàng A Tủa\t500.000\n3\tTẩn Mẩy Lai\t500.000"


def chair(camera: Camera) -> None:
    """On a phone: what is due, the kinds of work, a visit with what it will add, the visit written down."""
    camera.go("/")
    camera.take("today-phone")
    page = camera.go("/viec/ghi")
    camera.take("kinds-phone")
    page.get_by_role("link", name="Thăm hỏi, tặng quà").click()
    page.get_by_label("Họ và tên").fill("Lù Seo Páo")
    page.get_by_label("Tiền mặt", exact=True).fill("500k")
    page.get_by_text("Năm trăm nghìn đồng").wait_for()
    page.get_by_text("+1 lượt người").first.wait_for()
    camera.take("adds-phone", page.locator("#se-cong"))
    camera.take("care-phone", page.locator("body"))
    page = camera.go(f"/viec/{VISIT}")
    camera.take("visit-phone")
    camera.take("photo-phone", page.get_by_role("heading", name="Ảnh, giấy tờ"))


def chair_pastes(camera: Camera) -> None:
    """At a desk: a list out of a spreadsheet is one record."""
    page = camera.go("/viec/ghi/care")
    page.get_by_text("Dán danh sách").click()
    page.get_by_label("Chép các cột từ bảng tính").fill(PASTED)
    page.get_by_role("button", name="Đưa vào danh sách").click()
    page.get_by_role("radio", name="Quà Tết", exact=True).check()
    page.get_by_text("+3 suất", exact=True).wait_for()
    camera.take("list-desk", page.locator("body"))
