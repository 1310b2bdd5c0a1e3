"""The pictures of these documents, taken from the running product.

    .venv/bin/python -m docs.pictures               makes a demo book first (some minutes), then every picture
    .venv/bin/python -m docs.pictures --home DIR    of the demo book in DIR, which stays as it is: a copy is used

Needs what `make test` installs: Chromium, LibreOffice, poppler-utils and the browser driver.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image, ImageDraw, ImageFilter
from playwright.sync_api import Browser, Locator, Page, sync_playwright
from pypdf import PdfReader

from congdoan.reports import pdf

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
HEAVIEST, HEAVIEST_OF_ALL = 150_000, 2_000_000  # bytes
PASSWORD = "so-cong-doan-2026"
CHAIR, OFFICER = "chutich", "canbo"
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]

HALF = "cd=laocai-cdvc&ky=2024-H1"  # the half-year the demo tells most of
VISIT = "399aa3f8-7004-546d-a7c7-85d284c038d7"  # records of the demo bear the same uids every time
GIFTS = "a17bc45e-f315-518b-b299-c5df9dbd6a98"
PASTED = "TT\tHọ và tên\tSố tiền\n1\tLê Thị Sinh\t500.000\n2\tVàng A Tủa\t500.000\n3\tTẩn Mẩy Lai\t500.000"
WRITTEN = {
    "Nêu tình hình": "Đoàn viên, người lao động yên tâm công tác; đời sống cơ bản ổn định.",
    "Nêu những việc chưa": "Một số công đoàn cơ sở ghi việc còn chậm.",
    "Nêu những nhiệm vụ": "Chuẩn bị tổng kết năm.\nTiếp tục chăm lo đoàn viên khó khăn dịp cuối năm.",
}


class Camera:
    """Somebody logged in at a phone or a desk, whose screen is kept as pictures."""

    def __init__(self, browser: Browser, url: str, login: str, device: dict[str, Any]) -> None:
        context = browser.new_context(base_url=url, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", **device)
        self.page: Page = context.new_page()
        self.page.goto("/dang-nhap")
        self.page.get_by_label("Tên đăng nhập").fill(login)
        self.page.get_by_label("Mật khẩu").fill(PASSWORD)
        self.page.get_by_role("button", name="Đăng nhập").click()
        self.page.wait_for_url("**/")

    def go(self, address: str) -> Page:
        self.page.goto(address)
        self.page.wait_for_load_state("networkidle")
        return self.page

    def take(self, name: str, of: Locator | None = None) -> None:
        """Keep what the screen shows, from this place down if one is named."""
        if of is not None:
            of.first.evaluate("e => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - 90)")
        self.page.wait_for_load_state("networkidle")
        path = IMAGES / f"{name}.png"
        self.page.screenshot(path=path, animations="disabled")
        keep(path)


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


def officer(camera: Camera) -> None:
    """At a desk: from the first page to a figure, its lines, the gifts; the tree; the search."""
    camera.go("/?cd=laocai-cdvc")
    camera.take("today-desk")
    camera.go(f"/so-lieu?{HALF}")
    camera.take("figures-desk")
    page = camera.go(f"/so-lieu/CAR-04?{HALF}")
    camera.take("figure-desk")
    camera.take("lines-desk", page.locator(".figure-lines"))
    camera.go(f"/so-lieu/CAR-01?{HALF}")
    camera.take("unions-desk")
    camera.go("/so-lieu/REP-15?cd=laocai-cdvc&ky=2023-H1")
    camera.take("share-desk")
    page.get_by_text("Xem cách khác").click()
    camera.take("ways-desk", page.get_by_text("Xem cách khác"))
    camera.go(f"/so-lieu/nhan-tin?{HALF}")
    camera.take("message-desk")
    camera.go(f"/viec/{GIFTS}")
    camera.take("record-desk")
    list_to_sign(camera)
    camera.go("/to-chuc/laocai-so-tu-phap")
    camera.take("unit-desk")
    page = camera.go("/to-chuc/?cd=laocai-cdvc")
    camera.take("tree-desk")
    search(camera)


def search(camera: Camera) -> None:
    """Without accents."""
    page = camera.go("/tim")
    page.get_by_role("searchbox").last.fill("qua tet")
    page.keyboard.press("Enter")
    camera.take("search-desk")


def officer_on_a_phone(camera: Camera) -> None:
    camera.go(f"/so-lieu?{HALF}")
    camera.take("figures-phone")
    camera.go(f"/so-lieu/CAR-04?{HALF}")
    camera.take("figure-phone")


def report(camera: Camera) -> None:
    """A report as paper; then its figures are fixed, a gift is amended, and the report says what has moved."""
    page = camera.go(f"/bao-cao/?{HALF}")
    page.get_by_role("button", name="Soạn báo cáo").click()
    for prompt, text in WRITTEN.items():
        name = page.locator(".open-place", has=page.locator("summary", has_text=prompt)).get_attribute("id")
        place = page.locator(f"#{name}")
        place.locator("summary").first.click()
        place.get_by_label(prompt).fill(text)
        place.get_by_role("button", name="Lưu đoạn này").click()
        place.get_by_text("Đã lưu", exact=True).wait_for()
    address = page.url.split("?")[0].split("#")[0]
    camera.go(address)
    camera.take("report-desk")
    camera.take("report-text-desk", page.locator(".paper").get_by_role("heading", name="Chăm lo"))
    page.locator("a.figure-chip[data-ref='CAR-04']").first.click()
    page.get_by_role("dialog").wait_for()
    camera.take("glance-desk")
    camera.go(f"{address}/chot")
    camera.take("freeze-desk")
    page.get_by_role("button", name="Chốt số liệu").click()
    amend(camera)
    camera.go(address)
    camera.take("changed-desk")
    camera.go(f"{address}/ban-hanh")
    camera.take("issue-desk")


def amend(camera: Camera) -> None:
    """One gift of the list was twice as much."""
    page = camera.go(f"/viec/{GIFTS}/sua")
    page.get_by_label("Tiền mặt", exact=True).first.fill("1tr")
    page.get_by_label("Lý do").fill("Ghi thiếu phần hỗ trợ thêm của gia đình")
    page.locator("#se-cong").get_by_text("+500.000 đồng").first.wait_for()
    camera.take("amend-desk", page.get_by_label("Lý do"))
    page.get_by_role("button", name="Lưu thay đổi").first.click()
    page.wait_for_url(f"**/viec/{GIFTS}*")


def list_to_sign(camera: Camera) -> None:
    """The Word file that recipients sign, printed."""
    answer = camera.page.request.get(f"/viec/{GIFTS}/in/receipt_list")
    printed("word-list", pdf.to_pdf(answer.body()), "DANH SÁCH")


def issued(home: Path, folder: Path) -> None:
    """The issued report as LibreOffice prints it: its first page, and the annex that names every figure."""
    out = folder / "report.pdf"
    question = ["--unit", "laocai-cdvc", "--period", "2024-H1", "--template", "half_year"]
    run(home, "report", *question, "--out", str(out), "--issue", "--by", OFFICER)
    for name, words in (("word-report", "BÁO CÁO"), ("word-annex", "NGUỒN SỐ LIỆU")):
        printed(name, out.read_bytes(), words)


def printed(name: str, paper: bytes, words: str) -> None:
    """Keep the first page that says this."""
    pages = PdfReader(BytesIO(paper)).pages
    number = next(n for n, page in enumerate(pages, 1) if words in page.extract_text().upper())
    page = ["-f", str(number), "-l", str(number), "-singlefile", "-r", "84"]
    subprocess.run(["pdftoppm", "-png", *page, "-", IMAGES / name], input=paper, check=True)
    keep(IMAGES / f"{name}.png")


def cover() -> None:
    """Phone and desk side by side, for the top of the README."""
    sheet = Image.new("RGB", (1600, 840), "#efebe0")
    lay(sheet, IMAGES / "care-phone.webp", (40, 40, 351))
    lay(sheet, IMAGES / "report-text-desk.webp", (431, 60, 1129))
    path = IMAGES / "cover.png"
    sheet.save(path)
    keep(path)


def lay(sheet: Image.Image, picture: Path, at: tuple[int, int, int]) -> None:
    """A picture with round corners and a soft shadow, at this left, top and width."""
    left, top, width = at
    shown = Image.open(picture).convert("RGB")
    shown = shown.resize((width, shown.height * width // shown.width), Image.Resampling.LANCZOS)
    mask = Image.new("L", shown.size, 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, *shown.size), 18, fill=255)
    shadow = Image.new("L", sheet.size, 0)
    shadow.paste(mask.point(lambda light: light // 3), (left, top + 8))
    sheet.paste("#1b2a41", mask=shadow.filter(ImageFilter.GaussianBlur(14)))
    sheet.paste(shown, (left, top), mask)


def keep(png: Path) -> None:
    """The picture as a small WebP, letter for letter if that is not too heavy."""
    image, path = Image.open(png).convert("RGB"), png.with_suffix(".webp")
    image.save(path, lossless=True, method=6)
    for quality in (90, 82, 74, 66, 58):
        if path.stat().st_size <= HEAVIEST * 2 // 3:
            break
        image.save(path, quality=quality, method=6)
    png.unlink()
    print(f"{path.name}: {path.stat().st_size // 1000} kB", flush=True)
    assert path.stat().st_size <= HEAVIEST, path.name


def run(home: Path, *arguments: str) -> None:
    """One command of the product, on the book in a folder."""
    subprocess.run(
        [sys.executable, "-m", "congdoan", *arguments], env=environment(home), cwd=ROOT, check=True
    )


def environment(home: Path, url: str = "http://127.0.0.1:8000") -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith(("CONGDOAN_", "DJANGO_"))}
    return own | {"CONGDOAN_HOME": str(home), "CONGDOAN_URL": url}


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """The product open at an address of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "congdoan", "serve", "--port", port]
    server = subprocess.Popen(command, env=environment(home, url), cwd=ROOT)
    try:
        wait_for(url)
        yield url
    finally:
        server.terminate()
        server.wait()


def wait_for(url: str) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except OSError:
            time.sleep(0.5)
    raise SystemExit(f"Nothing answers at {url}.")


def book(given: Path | None, folder: Path) -> Path:
    """A demo book that may be written in: a copy of the one given, else a new one."""
    home = folder / "home"
    if given is None:
        run(home, "demo", "--no-serve")
    else:
        run(given, "backup", str(folder / "copy"))
        run(home, "restore", str(folder / "copy"))
    return home


def pictures(url: str) -> None:
    """Every picture of a screen; first those of the book as it is, then those that write in it."""
    program = shutil.which("chromium") or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM)
        chair(Camera(browser, url, CHAIR, PHONE))
        chair_pastes(Camera(browser, url, CHAIR, DESK))
        officer_on_a_phone(Camera(browser, url, OFFICER, PHONE))
        desk = Camera(browser, url, OFFICER, DESK)
        officer(desk)
        report(desk)


def main() -> None:
    parser = argparse.ArgumentParser(description="Takes the pictures of these documents.")
    parser.add_argument("--home", type=Path, help="the CONGDOAN_HOME of a demo book")
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        home = book(parser.parse_args().home, folder)
        with serving(home) as url:
            pictures(url)
        issued(home, folder)
    cover()
    total = sum(path.stat().st_size for path in IMAGES.glob("*.webp"))
    print(f"{len(list(IMAGES.glob('*.webp')))} pictures, {total // 1000} kB")
    assert total <= HEAVIEST_OF_ALL


if __name__ == "__main__":
    main()
