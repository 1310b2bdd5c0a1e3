"""The country's figures and the state of sending as programs read them (docs/command-line.md)."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from congdoan.ledger.contract import number

from .figures import National, Told
from .models import Book
from .queries import own, receiving, subscription


def as_row(one: National) -> dict[str, Any]:
    """A figure: the country's, and each province's under its code."""
    indicator = one.indicator
    return {
        "code": indicator.code,
        "key": indicator.key,
        "label": indicator.name,
        "counts_in": indicator.counts_in,
        **_told(one.told),
        "period": one.period.code,
        "summed": one.summed,
        "why": one.why or None,
        "books": {code: _told(told) for code, told in one.books.items()},
    }


def _told(told: Told) -> dict[str, Any]:
    return {"value": number(told.value), "num": told.num, "den": told.den, "entries": told.entries}


def as_books() -> list[dict[str, Any]]:
    """The books whose sums are here: whose, how far they go, what they come to, how they come in."""
    came, sent = receiving(), own()
    return [_book(book, came, sent == book) for book in Book.objects.all()]


def _book(book: Book, came: Any, sent: bool) -> dict[str, Any]:
    line = came.get(subscription(book.code))
    return {
        "code": book.code,
        "name": book.name,
        "entry": book.entry,
        "digest": shown_digest(book),
        "changed_at": book.changed_at.isoformat(timespec="seconds"),
        "verified_at": book.verified_at and book.verified_at.isoformat(timespec="seconds"),
        "differences": book.differences,
        "own": sent,
        "whole": line is None or line.whole,
        "connected": sent or bool(line and line.connected),
        "silent_seconds": _silent(line.heard_at) if line and line.heard_at else None,
    }


def _silent(heard: datetime) -> float:
    return round((timezone.now() - heard).total_seconds(), 1)


def shown_digest(book: Book) -> str:
    """The digest as people compare it."""
    return f"{int(book.digest) % 2**64:016x}"
