"""The PDF of a report: LibreOffice prints the same Word file, where it is installed."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from congdoan.base.errors import Refused

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 120
MISSING = (
    "Máy chủ chưa cài LibreOffice nên chưa làm được bản PDF; hãy tải bản Word, hoặc nhờ người quản trị cài gói "
    "libreoffice-writer."
)


def available() -> bool:
    """Whether this machine can make a PDF."""
    return _program() is not None


def to_pdf(docx: bytes, seconds: int = SECONDS) -> bytes:
    """The PDF of a Word file. Raises `Refused` where LibreOffice is missing, fails or takes longer than `seconds`."""
    program = _program()
    if program is None:
        raise Refused(MISSING)
    with tempfile.TemporaryDirectory(prefix="congdoan-pdf-") as folder:
        source = Path(folder) / "bao-cao.docx"
        source.write_bytes(docx)
        _print(program, source, seconds)
        made = source.with_suffix(".pdf")
        if not made.exists():
            raise Refused("LibreOffice không in được tệp Word này ra PDF; hãy tải bản Word và in từ Word.")
        return made.read_bytes()


def _program() -> str | None:
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


def _print(program: str, source: Path, seconds: int) -> None:
    """Run LibreOffice with a profile of its own, so that two at once don't wait for each other."""
    profile = (source.parent / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck"]
    command += ["--convert-to", "pdf:writer_pdf_Export", "--outdir", str(source.parent), str(source)]
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired as late:
        os.killpg(process.pid, signal.SIGKILL)  # the program is a script that starts another
        process.wait()
        raise Refused(
            f"In ra PDF quá {seconds} giây chưa xong; hãy thử lại sau, hoặc tải bản Word."
        ) from late
