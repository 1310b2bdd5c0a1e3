"""A conference from its invitation to its pack: who is asked, who came, what was concluded, the papers."""

import pytest
from playwright.sync_api import Page, expect

from congdoan.base.period import today
from congdoan.meetings.models import Meeting
from tests.browser.eyes import enter, faults, too_small, too_wide
from tests.cast import Cast, gather
from tests.records.said import value

pytestmark = pytest.mark.django_db(transaction=True)
GUEST, UPPER = "Bùi Thị Khách", "laocai-cdvc"


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The cast, where the live server sees them."""
    return gather()


def fit(page: Page) -> None:
    """Open to everybody, to a thumb, and not to be pushed sideways."""
    assert (page.url, faults(page), too_small(page), too_wide(page)) == (page.url, [], [], False)


def test_from_the_invitation_to_the_pack(cast: Cast, device: Page) -> None:
    enter(device, "officer", "/hoi-nghi/?cd=laocai-cdvc")
    fit(device)
    device.get_by_role("link", name="Chuẩn bị cuộc họp").click()
    device.get_by_label("Tên cuộc họp").fill("Hội nghị tổng kết năm 2026")
    device.get_by_label("Địa điểm").fill("Hội trường tầng 2")
    fit(device)
    device.get_by_role("button", name="Lưu").click()
    fit(device)
    device.get_by_role("link", name="Lập danh sách").click()
    device.get_by_role("button", name="Chủ tịch công đoàn trực thuộc").click()
    device.get_by_role("link", name="Khách mời, đại biểu khác").click()
    device.get_by_label("Danh sách").fill(f"{GUEST}; Phó Chủ tịch; LĐLĐ tỉnh")
    fit(device)
    device.get_by_role("button", name="Thêm").click()
    expect(device.get_by_text("04 người được mời")).to_be_visible()
    fit(device)

    device.get_by_role("link", name="Điểm danh").click()
    device.get_by_role("button", name=f"Có mặt: {GUEST}").click()
    expect(device.get_by_text("Có mặt 1/4")).to_be_visible()
    device.get_by_role("button", name="Vắng: Chủ tịch, CĐCS Báo Lào Cai").click()
    expect(device.get_by_text("vắng 01")).to_be_visible()
    device.get_by_role("link", name="ghi lý do").click()
    device.get_by_label("Lý do vắng").fill("đi công tác")
    device.get_by_role("button", name="Lưu").click()
    fit(device)
    device.get_by_role("button", name="Những người còn lại có mặt").click()
    expect(device.get_by_text("Có mặt 3/4")).to_be_visible()
    device.get_by_role("link", name="Xong").click()

    device.get_by_role("link", name="Ghi biên bản").click()
    device.get_by_label("Chủ trì").fill("Đồng chí Trần Văn Bình, Chủ tịch")
    device.get_by_label("Kết luận").fill("Các chỉ tiêu đều đạt.")
    fit(device)
    device.get_by_role("button", name="Lưu").click()
    device.get_by_role("link", name="Giao việc").click()
    device.get_by_label("Việc phải làm").fill("Tổ chức Tết Sum vầy")
    device.get_by_label("Ai làm").fill("Ban Thường vụ")
    device.get_by_label("Hạn").fill(today().isoformat())
    fit(device)
    device.get_by_role("button", name="Lưu", exact=True).click()
    expect(device.get_by_text("Tổ chức Tết Sum vầy")).to_be_visible()

    device.get_by_role("link", name="Đã họp").click()
    expect(device.get_by_label("Số người dự")).to_have_value("3")
    fit(device)
    device.get_by_role("button", name="Ghi vào sổ").click()
    expect(device.get_by_text("số liệu hội nghị")).to_be_visible()
    fit(device)
    meeting = Meeting.objects.get()
    assert value("CNG-02", cast[UPPER], str(today().year)) == 3
    for path in ("giay-moi", "bien-ban", "thong-bao-ket-luan", ""):
        answer = device.request.get(f"/hoi-nghi/{meeting.uid}/bo-tai-lieu/{path}".removesuffix("/"))
        assert (answer.status, answer.body()[:2]) == (200, b"PK")
