"""A PostgreSQL server of the suite's own: started once, in a folder that is thrown away, stopped at the end.

PostgreSQL refuses to run as root, so as root it runs as `nobody`. It listens on a socket in its folder only.
"""

import atexit
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

import psycopg

FAST = ["-F", "-c", "listen_addresses=", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]


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
    folder = tempfile.mkdtemp(prefix="congdoan-pg-")
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody", "nogroup")
    data, socket = f"{folder}/data", ["-k", folder]
    cluster = ["-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    subprocess.run([*_as_nobody(), programs() / "initdb", *cluster], check=True, capture_output=True)
    with Path(folder, "log").open("wb") as log:
        command = [*_as_nobody(), programs() / "postgres", "-D", data, *socket, *FAST]
        server = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)
    atexit.register(_stop, server, folder)
    _wait(server, folder)
    return folder


def _as_nobody() -> list[str]:
    """How to give root away; the server also stops when the process that started it dies."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--pdeathsig=INT"]


def _wait(server: "subprocess.Popen[bytes]", folder: str) -> None:
    for _ in range(300):
        if server.poll() is not None:
            break
        try:
            with psycopg.connect(
                host=folder, user="postgres", dbname="postgres", autocommit=True
            ) as connection:
                connection.execute('CREATE DATABASE "congdoan"')
            return
        except psycopg.OperationalError:
            time.sleep(0.1)
    raise RuntimeError(f"PostgreSQL did not start:\n{Path(folder, 'log').read_text()}")


def _stop(server: "subprocess.Popen[bytes]", folder: str) -> None:
    server.send_signal(2)  # a fast shutdown: clients are not waited for
    server.wait(timeout=30)
    shutil.rmtree(folder, ignore_errors=True)
