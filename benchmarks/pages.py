"""A server as a union runs it, in a process of its own, and people who ask it for pages."""

import http.client
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from congdoan.org.models import Unit


class Server:
    """Where it answers, and as whom one asks."""

    def __init__(self, port: int, cookie: str) -> None:
        self.port, self.cookie = port, cookie

    def ask(self, path: str, people: int, seconds: float) -> list[float]:
        """So many people ask for a page again and again; how long each answer took."""
        took: list[float] = []
        until = time.perf_counter() + seconds
        threads = [threading.Thread(target=self._person, args=(path, until, took)) for _ in range(people)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return took

    def _person(self, path: str, until: float, took: list[float]) -> None:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        while (began := time.perf_counter()) < until:
            line.request("GET", path, headers={"Cookie": self.cookie})
            answer = line.getresponse()
            answer.read()
            if answer.status != 200:
                raise SystemExit(f"{path}: {answer.status}")
            took.append(time.perf_counter() - began)


@contextmanager
def served(unit: Unit) -> Iterator[Server]:
    """The book of this process' settings behind a web server, and an officer of this union who has logged in."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "congdoan", "serve", "--port", str(port)]
    server = subprocess.Popen(command, env=os.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port)
        yield Server(port, _cookie(unit))
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The server does not answer.")


def _cookie(unit: Unit) -> str:
    """The session of an officer who logged in as people do."""
    from django.test import Client

    from congdoan.accounts.models import Role, Seat, User

    user = User.objects.create_user("canbo", password="mot mat khau dai")
    Seat.objects.create(user=user, unit=unit, role=Role.OFFICER, from_on=date(2015, 1, 1))
    client = Client()
    client.force_login(user)
    return f"sessionid={client.cookies['sessionid'].value}"
