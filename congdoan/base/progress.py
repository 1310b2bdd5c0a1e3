"""How far a long piece of work is, told while it goes on: a page that waits for it asks again and again.

The work is one transaction, so nobody else could see a word of it in the database. It tells a small file instead, which only
the person who waits is answered from, and which is gone when the work is done.
"""

import json
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings

from . import store

One = TypeVar("One")
OFTEN, EVERY = 0.5, 20  # seconds between two tellings; things done between two looks at the clock


class _Teller:
    """Where to tell, and when it was last told."""

    def __init__(self, path: Path) -> None:
        self.path, self.last = path, 0.0

    def tell(self, said: dict[str, Any]) -> None:
        if (now := time.monotonic()) - self.last >= OFTEN:
            self.last = now
            store.write(self.path, json.dumps(said).encode())


_telling: ContextVar[_Teller | None] = ContextVar("telling", default=None)


@contextmanager
def told(uid: UUID, by: int | None) -> Iterator[None]:
    """What is done in here is told to this person under that uid."""
    teller = _Teller(_path(uid, by))
    token = _telling.set(teller)
    try:
        yield
    finally:
        _telling.reset(token)
        teller.path.unlink(missing_ok=True)


def step(words: str, done: int = 0, total: int = 0) -> None:
    """Tell what is being done, and how much of how much; nothing where nobody waits."""
    if teller := _telling.get():
        teller.tell({"words": words, "done": done, "total": total})


def counted(things: Iterable[One], words: str, total: int) -> Iterator[One]:
    """These things, telling as they go by how many have gone."""
    for done, thing in enumerate(things):
        if done % EVERY == 0:
            step(words, done, total)
        yield thing


def heard(uid: UUID, by: int | None) -> dict[str, Any]:
    """What was last told to this person under that uid; nothing before and after."""
    try:
        return dict(json.loads(_path(uid, by).read_bytes()))
    except OSError:
        return {}


def _path(uid: UUID, by: int | None) -> Path:
    return Path(settings.STORED_FILES).parent / "progress" / f"{uid}-{by}"
