"""What the officer of an upper union sees: figures, records, the tree."""

from .camera import GIFTS, HALF, Camera
from .paper import list_to_sign


def officer(camera: Camera) -> None:
    """At a desk: from the first page to a figure, its lines, the gifts; the tree; the search."""
    camera.go("/?cd=laocai-cdvc")
    camera.take("today-desk")
    figures(camera)
    camera.go(f"/viec/{GIFTS}")
    camera.take("record-desk")
    list_to_sign(camera)
    camera.go("/to-chuc/laocai-so-tu-phap")
    camera.take("unit-desk")
    camera.go("/to-chuc/?cd=laocai-cdvc")
    camera.take("tree-desk")
    meeting(camera)
    search(camera)


def meeting(camera: Camera) -> None:
    """A meeting that is being prepared, with its papers."""
    page = camera.go("/hoi-nghi/?cd=laocai-cdvc")
    page.get_by_role("link", name="Hội nghị Ban Chấp hành").first.click()
    camera.take("meeting-desk")


def figures(camera: Camera) -> None:
    """The table, the page of a figure, its lines, its unions, other ways to look at it, ten lines to send."""
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
