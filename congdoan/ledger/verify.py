"""The proof: roll-ups recomputed from entries, and entries from their sources under today's rules."""

from collections import Counter
from dataclasses import dataclass

from django.utils import timezone

from . import actions, rollups
from .models import Watermark
from .origins import ORIGINS


@dataclass(frozen=True)
class Difference:
    """One thing that does not agree: where, and in words."""

    where: str
    sentence: str


def verify() -> list[Difference]:
    """Everything that does not agree; none when the book is sound. Remembers when it last ran and what it found."""
    found = [*_rollups(), *_sources()]
    rollups.watermark_row()
    Watermark.objects.filter(pk=1).update(verified_at=timezone.now(), differences=len(found))
    return found


def _rollups() -> list[Difference]:
    return [
        Difference(
            f"rollup {node}/{indicator}/{day}",
            f"Tổng lưu sẵn lệch {quantity} so với các phần đã ghi; hãy chạy congdoan redraw.",
        )
        for node, indicator, day, quantity, _entries in rollups.differences()
    ]


def _sources() -> list[Difference]:
    return [difference for origin in ORIGINS.values() for difference in _of_origin(origin.number)]


def _of_origin(number: int) -> list[Difference]:
    origin, found = ORIGINS[number], []
    for source, draws in origin.all():
        wanted = Counter(actions.line(draw) for draw in draws if draw.quantity)
        present = actions.live(number, source)
        if wanted != present:
            count = sum(((wanted - present) + (present - wanted)).values())
            found.append(
                Difference(
                    f"{origin.name} {source}",
                    f"{count} phần cộng không khớp với quy tắc; hãy chạy congdoan redraw.",
                )
            )
    return found
