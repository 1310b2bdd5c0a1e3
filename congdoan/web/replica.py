"""Reading from a copy: pages of figures, reports and the tree are answered by a streaming replica, where one is kept.

A copy answers only if it has all that it was sent and all that this person wrote; whatever it cannot answer is asked of the
first database. So nobody sees less than they wrote, and a copy that is down makes pages slower, never wrong.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections
from django.http import HttpRequest, HttpResponse, HttpResponseBase

FIRST, COPY, WRITTEN = "default", "replica", "written_up_to"
PAGES = ("/so-lieu", "/bao-cao", "/to-chuc")
SAFE = ("GET", "HEAD")
# It streams, has replayed what came, and what came holds what was written.
CAUGHT_UP = """SELECT EXISTS (SELECT 1 FROM pg_stat_wal_receiver) AND pg_last_wal_replay_lsn() >=
    GREATEST(pg_last_wal_receive_lsn(), %s::pg_lsn)"""


class Behind(Exception):
    """The copy has not all that it should have."""


class ReplicaMiddleware:
    """Asks the copy what is safe to ask it; remembers how far the book was written when somebody wrote."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if kept() and request.method not in SAFE and _of_a_person(request):
            request.session[WRITTEN] = position()
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, named: Any
    ) -> HttpResponseBase | None:
        if request.method not in SAFE or not request.path.startswith(PAGES) or not kept():
            return None
        try:
            with reading(request.session.get(WRITTEN, "0/0")):
                return view(request, *args, **named)
        except Exception:  # asked again of the first database, which says what is wrong if anything is
            return None


def _of_a_person(request: HttpRequest) -> bool:
    """Whether it comes from a browser of somebody who has logged in; programs have no session and ask the first."""
    return not request.path.startswith("/api/") and request.user.is_authenticated


def kept() -> bool:
    """Whether there is a copy."""
    return COPY in connections.databases


def position() -> str:
    """How far the book is written."""
    with connections[FIRST].cursor() as cursor:
        cursor.execute("SELECT pg_current_wal_insert_lsn()::text")
        return str(cursor.fetchone()[0])


@contextmanager
def reading(written: str) -> Iterator[None]:
    """All questions asked inside are asked of the copy. Raises `Behind` where it has not what was `written`."""
    first, copy = connections[FIRST], connections[COPY]
    with copy.cursor() as cursor:
        cursor.execute(CAUGHT_UP, [written])
        if not cursor.fetchone()[0]:
            raise Behind
    connections[FIRST] = copy
    try:
        yield
    finally:
        connections[FIRST] = first
