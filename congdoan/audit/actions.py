"""Writing in the book and in its trail."""

import hashlib
import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from . import lock
from .models import Event, Posting


@contextmanager
def writing(
    *,
    by: int | None,
    action: str,
    why: str = "",
    what: str = "",
    unit: str = "",
    alone: bool = False,
    **detail: Any,
) -> Iterator[Posting]:
    """One act of writing: one transaction, one posting, one line in the trail.

    The posting is stamped as the last thing, under the shared lock of the book, so that whoever takes the lock
    alone (freezing a report, moving a union) knows that nothing stamped earlier can appear later. Who writes `alone`
    is stamped at once: nobody can come between.
    """
    with transaction.atomic():
        lock.alone() if alone else lock.share()
        stamp = lock.now() if alone else None
        posting = Posting.objects.create(action=action, by=by, why=why, at=stamp)
        yield posting
        if stamp is None:
            stamp = posting.at = lock.now()
            posting.save(update_fields=["at"])
        _note(by=by, action=action, what=what or str(posting.uid), unit=unit, at=stamp, detail=detail)


def note(
    *, by: int | None, action: str, what: str = "", unit: str = "", at: datetime | None = None, **detail: Any
) -> Event:
    """One line in the trail that belongs to no writing: something seen, read, refused.

    `detail` holds numbers and codes, never names.
    """
    with transaction.atomic():
        lock.share()
        return _note(by=by, action=action, what=what, unit=unit, at=at or lock.now(), detail=detail)


def seal(batch: int = 1000) -> int:
    """Seal the events not yet sealed, oldest first; returns how many. Run by the worker, beside any number of writers."""
    settled = lock.once_settled(_last_event) or 0
    with transaction.atomic():
        lock.one_sealer()
        last = Event.objects.exclude(seal="").order_by("-id").first()
        done, before = (last.pk, last.seal) if last else (0, "")
        waiting = list(Event.objects.filter(id__gt=done, id__lte=settled).order_by("id")[:batch])
        for event in waiting:
            event.seal = before = digest(event, before)
        Event.objects.bulk_update(waiting, ["seal"])
    return len(waiting)


def broken_seals() -> list[int]:
    """The numbers of the events whose seal does not fit: changed after sealing, or one before it is gone."""
    broken, before = [], ""
    for event in Event.objects.exclude(seal="").order_by("id").iterator():
        if event.seal != digest(event, before):
            broken.append(event.pk)
        before = event.seal
    return broken


def digest(event: Event, before: str) -> str:
    """The seal of an event that follows the one sealed `before`."""
    content = [
        before,
        event.pk,
        event.at.isoformat(),
        event.by,
        event.action,
        event.what,
        event.unit,
        event.detail,
    ]
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _note(*, by: int | None, action: str, what: str, unit: str, at: datetime, detail: Any) -> Event:
    return Event.objects.create(at=at, by=by, action=action, what=what, unit=unit, detail=detail)


def _last_event() -> int:
    return Event.objects.aggregate(last=Max("id"))["last"] or 0


def new_uid() -> uuid.UUID:
    """The public name of a thing, made before it is sent."""
    return uuid.uuid4()
