"""What leaves the house as paper, printed by LibreOffice; and the picture on top of the README."""

import subprocess
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter
from pypdf import PdfReader

from congdoan.reports import pdf

from .book import run
from .camera import GIFTS, IMAGES, Camera, keep

OFFICER = "canbo"


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
