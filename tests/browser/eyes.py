"""What a browser test looks at: who has logged in, what keeps people out, what a thumb misses, what does not fit."""

from urllib.parse import quote

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.cast import PASSWORD

SMALL = """() => [...document.querySelectorAll('main :is(button, input, select, textarea, summary, .chip, .button, a.row, .tabs a, .part)')]
  .filter((e) => e.type !== 'hidden' && e.offsetParent && !e.closest('.visually-hidden') && !e.matches('.chip input, [type=checkbox], .skip'))
  .filter((e) => e.getBoundingClientRect().height < 43.5).map((e) => e.outerHTML.slice(0, 80))"""
SETTLED = """() => Promise.race([
  Promise.allSettled(document.getAnimations().map((one) => one.finished)),
  new Promise((go) => setTimeout(go, 2000))])"""  # a change under a closed fold never ends
WIDTHS = "() => [document.documentElement.scrollWidth, window.innerWidth]"


def enter(page: Page, part: str, then: str = "/") -> Page:
    """Log in as somebody of the cast."""
    page.goto(f"/dang-nhap?next={quote(then)}")
    page.get_by_label("Tên đăng nhập").fill(part)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url(f"**{then}")
    return page


def faults(page: Page, sorts: tuple[str, ...] = ("serious", "critical")) -> list[str]:
    """What keeps people out, of the sorts that matter; looked at once colours have stopped changing."""
    page.evaluate(SETTLED)
    found = Axe().run(page).response["violations"]
    return [f"{fault['id']}: {fault['nodes'][0]['target']}" for fault in found if fault["impact"] in sorts]


def too_small(page: Page) -> list[str]:
    """What is tapped and is less than a thumb high. Links inside a sentence are exempt."""
    return list(page.evaluate(SMALL))


def too_wide(page: Page) -> bool:
    """Whether the page has to be pushed sideways."""
    width, room = page.evaluate(WIDTHS)
    return bool(width > room)
