"""A demo book that may be written in, and the product open on it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .camera import ROOT


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
