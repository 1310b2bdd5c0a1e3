"""The officer's way from the list of figures to a photo; and every page of figures, tree, users open to everybody."""

from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from congdoan.accounts.models import Seat
from congdoan.ledger import actions as ledger
from congdoan.members.models import Person
from congdoan.records.files import attach
from congdoan.records.record import Record
from tests.browser.eyes import enter, faults, too_small, too_wide
from tests.cast import Cast, care
from tests.records.pictures import photo, sent

pytestmark = pytest.mark.django_db(transaction=True)
HALF = "cd=laocai-cdvc&ky=2024-H1"
NAME = "Giàng Seo Lử"


@pytest.fixture
def gifts(cast: Cast) -> Record:
    """Tết gifts of two unions, this year and last; one list with a photo."""
    fund = cast.funds["laocai-xa-hoi"]
    care(cast["laocai-cdvc"], fund, date(2023, 1, 12), gifts=3)
    care(cast["laocai-bao"], fund, date(2024, 2, 1), gifts=2)
    rows: list[dict[str, Any]] = [{"name": NAME, "cash": 500_000}]
    rows.append({"name": "Cháu Páo", "relation": Person.Relation.CHILD, "cash": 300_000})
    record = care(
        cast["laocai-cdvc"], fund, date(2024, 1, 30), lines=rows, note="Trao tận nhà", entered_for=True
    )
    attach(record=record, upload=sent("tet.jpg", photo(size=(640, 480))), by=None)
    return record


def test_from_the_list_to_the_figure_to_the_gift_to_its_photo(gifts: Record, device: Page) -> None:
    enter(device, "officer", f"/so-lieu?{HALF}")
    row = device.get_by_role("link", name="Số suất quà Tết đã trao")
    expect(row).to_contain_text("4")
    expect(row).to_contain_text("tăng 33,33%")
    row.click()
    expect(device.get_by_role("heading", level=1)).to_have_text("Số suất quà Tết đã trao")
    expect(device.get_by_text("= 04 suất")).to_be_visible()
    device.get_by_role("link", name=NAME).click()
    expect(device.get_by_role("heading", level=1)).to_have_text(gifts.title)
    expect(device.locator("main img").first).to_be_visible()
    device.go_back()
    expect(device.get_by_role("link", name=NAME)).to_be_visible()


def test_a_desk_opens_a_record_beside_the_list_a_phone_instead_of_it(gifts: Record, device: Page) -> None:
    enter(device, "officer", f"/viec/?{HALF}")
    wide = device.evaluate("() => window.innerWidth") >= 1200
    device.get_by_role("link", name=gifts.title).last.click()
    expect(device.get_by_role("heading", level=1, name=gifts.title)).to_be_visible()
    expect(device.get_by_role("heading", level=1, name="Việc đã ghi")).to_have_count(int(wide))
    assert device.url.endswith(f"/viec/{gifts.uid}")
    assert faults(device) == []
    assert not too_wide(device)
    device.go_back()
    expect(device.get_by_role("heading", level=1, name=gifts.title)).to_have_count(0)
    expect(device.get_by_role("heading", level=1)).to_have_text("Việc đã ghi")
    assert device.url.endswith(HALF)


def test_a_part_narrows_the_figure_and_a_tap_widens_it_again(gifts: Record, device: Page) -> None:
    enter(device, "officer", f"/so-lieu/CAR-04?{HALF}")
    device.get_by_role("link", name="1 Con đoàn viên").click()
    expect(device.locator(".big-figure b")).to_contain_text("1")
    expect(device.get_by_role("link", name="Cháu Páo")).to_be_visible()
    expect(device.get_by_role("link", name=NAME)).to_have_count(0)
    device.get_by_role("link", name="Con đoàn viên , bỏ lọc").click()
    expect(device.locator(".big-figure b")).to_contain_text("4")


def test_the_catalogue_answers_while_one_types(gifts: Record, device: Page) -> None:
    enter(device, "officer", f"/so-lieu?{HALF}")
    device.get_by_label("Tìm trong danh mục số liệu").press_sequentially("qua tet")
    expect(device.get_by_role("link", name="Số tiền quà Tết")).to_be_visible()
    expect(device.get_by_role("link", name="Số công đoàn cơ sở")).to_have_count(0)


def test_the_search_on_top_finds_people_and_writes_no_name_into_the_address(
    gifts: Record, desk: Page
) -> None:
    enter(desk, "officer")
    desk.get_by_role("searchbox", name="Tìm người, công đoàn, việc, số liệu").fill("giang seo")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("link", name=NAME)).to_be_visible()
    assert "giang" not in desk.url


def test_ten_lines_are_copied_by_one_tap(gifts: Record, device: Page) -> None:
    enter(device, "officer", f"/so-lieu/nhan-tin?{HALF}")
    device.get_by_role("button", name="Chép").click()
    expect(device.get_by_text("Đã chép")).to_be_visible()


def test_a_slider_walks_the_tree_back(cast: Cast, device: Page) -> None:
    enter(device, "administrator", "/to-chuc/")
    slider = device.get_by_label("Kéo để đổi ngày")
    slider.focus()
    slider.press("Home")
    device.wait_for_url("**ngay=2010-01-01")
    expect(device.get_by_text("Ai trực thuộc ai vào ngày 01/01/2010")).to_be_visible()


def test_a_union_is_picked_by_typing(cast: Cast, device: Page) -> None:
    enter(device, "administrator", "/to-chuc/laocai-bao/chuyen")
    device.get_by_label("Về trực thuộc").press_sequentially("huyen muong")
    device.get_by_role("button", name="LĐLĐ huyện Mường Khương").click()
    device.get_by_role("button", name="Chuyển", exact=True).click()
    expect(device.get_by_text("Đã chuyển; mọi tổng số vẫn khớp.")).to_be_visible()


def pages(cast: Cast) -> dict[str, list[str]]:
    """Every page of these rooms, by who looks at it."""
    closing = ledger.close(
        unit=cast["laocai-cdvc"], first=date(2020, 1, 1), last=date(2020, 6, 30), by=None, why="x"
    )
    person, user = Person.objects.get(name=NAME), cast.users["chair"]
    seat = Seat.objects.get(user=user)
    return {
        "officer": [
            f"/?{HALF}", f"/so-lieu?{HALF}", f"/so-lieu?{HALF}&xem=tat-ca&pham-vi=own", f"/so-lieu?{HALF}&q=khong-co-gi",
            f"/so-lieu/CAR-04?{HALF}", f"/so-lieu/FUN-07?{HALF}&cay=nay", f"/so-lieu/CAR-04?{HALF}&loc=recipient=child",
            f"/so-lieu/chua-ghi/CAR?{HALF}", f"/so-lieu/nhan-tin?{HALF}", "/tim", f"/nguoi/{person.uid}", "/khac",
            "/khac/khoa-so", f"/khac/khoa-so/{closing.pk}/mo-lai", "/khac/nhat-ky?ca-duoi=1", "/khac/doi-chieu", "/quy/", "/khac/tro-giup",
            "/tai-khoan",
        ],
        "administrator": [
            "/to-chuc/?cd=laocai-cdvc", "/to-chuc/laocai-cdvc", "/to-chuc/laocai-bao", "/to-chuc/laocai-cdvc/lap",
            "/to-chuc/laocai-bao/ten", "/to-chuc/laocai-bao/ket-thuc", "/to-chuc/laocai-bao/co-quan", "/nguoi-dung",
            "/nguoi-dung/them", f"/nguoi-dung/{user.uid}", f"/nguoi-dung/{user.uid}/vai-tro/{seat.pk}/ket-thuc",
        ],
        "chair": ["/?ky=2024-H1", "/so-lieu?ky=2024-H1"],
        "stranger": ["/", "/tai-khoan"],
    }  # fmt: skip


@pytest.mark.parametrize("part", ["officer", "administrator", "chair", "stranger"])
def test_every_page_is_open_to_everybody_and_fits(cast: Cast, gifts: Record, device: Page, part: str) -> None:
    care(cast["laocai-tu-phap"], cast.funds["laocai-xa-hoi"], date(2024, 2, 1), entered_for=True)
    looked = pages(cast)[part]
    enter(device, part)
    wrong: dict[str, list[str]] = {}
    for path in looked:
        device.goto(path)
        found = faults(device) + too_small(device) + ["too wide"] * too_wide(device)
        wrong |= {path: found} if found else {}
    assert wrong == {}


def test_folds_hold_nothing_that_keeps_people_out(gifts: Record, device: Page) -> None:
    enter(device, "officer", f"/so-lieu/CAR-04?{HALF}")
    device.evaluate(
        "() => document.querySelectorAll('main details').forEach((e) => e.setAttribute('open', ''))"
    )
    assert faults(device) + too_small(device) == []
    assert not too_wide(device)
