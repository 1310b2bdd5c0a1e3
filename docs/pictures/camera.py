"""Somebody logged in at a phone or a desk, and their screen as pictures."""

from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Locator, Page

ROOT = Path(__file__).resolve().parents[2]
IMAGES = ROOT / "docs" / "images"
HEAVIEST = 150_000  # bytes
PASSWORD = "so-cong-doan-2026"
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}

HALF = "cd=laocai-cdvc&ky=2024-H1"  # the half-year the demo tells most of
GIFTS = "a17bc45e-f315-518b-b299-c5df9dbd6a98"  # records of the demo bear the same uids every time


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
