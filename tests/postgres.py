"""A PostgreSQL server of the suite's own: started once, in a folder that is thrown away, stopped at the end.

PostgreSQL refuses to run as root, so as root it runs as `nobody`. It listens on a socket in its folder only.
"""

import atexit
import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

import psycopg

FAST = [
    "-F",
    "-c",
    "listen_addresses=",
    "-c",
    "synchronous_commit=off",
    "-c",
    "full_page_writes=off",
    "-c",
    "jit=off",
]


def address(database: str) -> str:
    """The address of `database` on the suite's server; starts the server if this is the first to ask."""
    folder = os.environ.get("CONGDOAN_TEST_PG")
    if folder is None:
        folder = os.environ["CONGDOAN_TEST_PG"] = _start()
    return f"postgres://postgres@{quote(folder, safe='')}/{database}"


def create(database: str) -> str:
    """A new empty database on the suite's server; its address."""
    with psycopg.connect(address("postgres"), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{database}"')
    return address(database)


def programs() -> Path:
    """The folder of the newest PostgreSQL's programs (Debian keeps them off the path)."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not versions:
        raise RuntimeError("PostgreSQL is not installed: apt-get install postgresql postgresql-contrib")
    return versions[-1].parent


def _start() -> str:
    """Make a cluster, start its server, wait until it answers; the folder with its socket."""
    folder = _folder()
    data = f"{folder}/data"
    cluster = ["-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    subprocess.run([*_as_nobody(), programs() / "initdb", *cluster], check=True, capture_output=True)
    server = _serve(folder)
    atexit.register(_stop, server, folder)
    _wait(server, folder, 'CREATE DATABASE "congdoan"')
    return folder


def _folder() -> str:
    folder = tempfile.mkdtemp(prefix="congdoan-pg-")
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody", "nogroup")
    return folder


def _serve(folder: str, *more: str) -> "subprocess.Popen[bytes]":
    """The server of the cluster in a folder, listening on a socket there."""
    with Path(folder, "log").open("ab") as log:
        command = [*_as_nobody(), programs() / "postgres", "-D", f"{folder}/data", "-k", folder, *FAST, *more]
        return subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)


class Copy:
    """A copy of the suite's server, which streams after it: stopped and started at will, thrown away at the end."""

    how: tuple[str, ...] = ("-R",)
    more: tuple[str, ...] = ()
    port: int = 5432

    def __init__(self) -> None:
        address("postgres")
        self.folder = _folder()
        first = ["-h", os.environ["CONGDOAN_TEST_PG"], "-U", "postgres"]
        taken = ["-D", f"{self.folder}/data", *self.how, "-X", "stream", "--checkpoint=fast", "--no-sync"]
        command = [*_as_nobody(), programs() / "pg_basebackup", *first, *taken]
        subprocess.run(command, check=True, capture_output=True, cwd=self.folder)
        self.start()

    def start(self) -> None:
        self.server = _serve(self.folder, *self.more)
        _wait(self.server, self.folder, "SELECT pg_is_in_recovery()", self.port)

    def stop(self) -> None:
        self.server.send_signal(2)
        self.server.wait(timeout=30)

    def gone(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


class Apart(Copy):
    """A copy that goes its own way from there: a primary of its own, on loopback, whose changes others may receive."""

    how = ()

    def __init__(self) -> None:
        self.port = _free_port()
        self.more = ("-c", "listen_addresses=127.0.0.1", "-c", "wal_level=logical", "-p", str(self.port))
        super().__init__()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _as_nobody() -> list[str]:
    """How to give root away; the server also stops when the process that started it dies."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--pdeathsig=INT"]


def _wait(server: "subprocess.Popen[bytes]", folder: str, asked: str, port: int = 5432) -> None:
    for _ in range(3000):  # a copy answers only when a long transaction of another test has ended
        if server.poll() is not None:
            break
        try:
            with psycopg.connect(
                host=folder, port=port, user="postgres", dbname="postgres", autocommit=True
            ) as connection:
                connection.execute(asked)
            return
        except psycopg.OperationalError:
            time.sleep(0.1)
    raise RuntimeError(f"PostgreSQL did not start:\n{Path(folder, 'log').read_text()}")


def _stop(server: "subprocess.Popen[bytes]", folder: str) -> None:
    server.send_signal(2)  # a fast shutdown: clients are not waited for
    server.wait(timeout=30)
    shutil.rmtree(folder, ignore_errors=True)
