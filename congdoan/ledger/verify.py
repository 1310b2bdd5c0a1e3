"""The proof: roll-ups recomputed from entries, and entries from their sources under today's rules."""

from dataclasses import dataclass

from django.utils import timezone

from congdoan.audit import lock

from . import actions, rollups
from .models import Watermark
from .origins import ORIGINS


@dataclass(frozen=True)
class Difference:
    """One thing that does not agree: where, and in words."""

    where: str
    sentence: str


def verify() -> list[Difference]:
    """Everything that does not agree; none when the book is sound. Remembers when it last ran and what it found.

    Reads the book of one moment, beside any number of writers.
    """
    with lock.one_moment():
        found = [*_rollups(), *_sources()]
    rollups.watermark_row()
    Watermark.objects.filter(pk=1).update(verified_at=timezone.now(), differences=len(found))
    return found


def _rollups() -> list[Difference]:
    sentence = "Tổng lưu sẵn lệch {} so với các phần đã ghi; hãy chạy congdoan redraw."
    return [
        Difference(f"rollup {node}/{indicator}/{day}", sentence.format(quantity))
        for node, indicator, day, quantity, _entries in rollups.differences()
    ]


def _sources() -> list[Difference]:
    sentence = "Các phần cộng không khớp với quy tắc; hãy chạy congdoan redraw."
    return [
        Difference(f"{origin.name} {source}", sentence)
        for origin in ORIGINS.values()
        for source, _ in actions.unlike(origin)
    ]
