"""Run as a process that dies in the middle of its work: `python -m tests.ledger.crash STEP` (see `test_crash.py`)."""

import json
import os
import signal
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from unittest import mock

import django

MARCH = date(2024, 3, 1)


def begin() -> dict[str, Any]:
    """A book with some gifts in it, folded, and one gift more."""
    from django.core.management import call_command

    from congdoan.ledger import rollups
    from tests.cast import care, gather

    call_command("migrate", verbosity=0)
    cast = gather()
    care(cast["laocai-bao"], cast.funds["laocai-xa-hoi"], MARCH, gifts=2)
    rollups.fold_all()
    care(cast["laocai-y-te"], cast.funds["laocai-xa-hoi"], MARCH)
    return look()


def look() -> dict[str, Any]:
    """What the book says, and what is wrong with it."""
    from congdoan.audit.models import Event, Posting
    from congdoan.ledger.models import Entry
    from congdoan.ledger.verify import verify
    from congdoan.members.models import Person
    from congdoan.org.models import Unit
    from congdoan.records.record import Record
    from tests.ledger.book import value

    top = Unit.objects.get(code="tld")
    tables = {
        model.__name__: model._default_manager.count() for model in (Record, Entry, Posting, Event, Person)
    }
    return {**tables, "gifts": value("CAR-04", top), "money": value("CAR-05", top), "wrong": len(verify())}


def die_between_record_and_entry() -> None:
    from congdoan.funds.models import Fund
    from congdoan.org.models import Unit
    from tests.cast import care

    with mock.patch("congdoan.records.actions.post", _die):
        care(Unit.objects.get(code="laocai-bao"), Fund.objects.get(code="laocai-xa-hoi"), MARCH, gifts=5)


def die_while_folding() -> None:
    """After the sums, before the watermark."""
    from congdoan.ledger import rollups
    from congdoan.ledger.models import Watermark

    with mock.patch.object(Watermark, "save", _die):
        rollups.fold()


def fold() -> dict[str, Any]:
    from congdoan.ledger import rollups

    rollups.fold_all()
    return look()


def _die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


STEPS: dict[str, Callable[[], Any]] = {
    step.__name__: step for step in (begin, look, die_between_record_and_entry, die_while_folding, fold)
}

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "congdoan.settings"
    Path(os.environ["CONGDOAN_HOME"]).mkdir(exist_ok=True)
    django.setup()
    from congdoan.ledger import rollups as sums

    sums.LARGE = 3
    print(json.dumps(STEPS[sys.argv[1]]()))
