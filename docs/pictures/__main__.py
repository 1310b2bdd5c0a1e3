"""The pictures of these documents, taken from the running product.

    .venv/bin/python -m docs.pictures               makes a demo book first (some minutes), then every picture
    .venv/bin/python -m docs.pictures --home DIR    of the demo book in DIR, which stays as it is: a copy is used

Needs what `make test` installs: Chromium, LibreOffice, poppler-utils and the browser driver.
"""

import argparse
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from .book import book, serving
from .camera import DESK, IMAGES, PHONE, Camera
from .chair import chair, chair_pastes
from .officer import officer, officer_on_a_phone
from .paper import OFFICER, cover, issued
from .report import report

HEAVIEST_OF_ALL = 2_000_000  # bytes
CHAIR = "chutich"
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


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
    parser = argparse.ArgumentParser(
        prog="docs.pictures", description="Takes the pictures of these documents."
    )
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
