"""Run as a process that dies while a file is taken in or taken back: `python -m tests.imports.crash STEP [AT]`."""

import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest import mock

import django


def begin() -> dict[str, Any]:
    """A book, and a list of members looked at: one of them known."""
    from django.core.management import call_command

    from tests.cast import gather
    from tests.imports.sheeted import sent
    from tests.members.register import one

    call_command("migrate", verbosity=0)
    here = gather()["laocai-tu-phap"]
    one(here, "Lý A Páo", phone="0911111111")
    sent(here, ("Lý A Páo", "Nam", "", "", "", "0987654321"), *((f"Vàng Thị {n}", "Nữ") for n in "ABCD"))
    return look()


def look() -> dict[str, Any]:
    """What can be asked of the book, and how the file stands."""
    from congdoan.archive.state import state
    from congdoan.imports.models import Import
    from congdoan.ledger.verify import verify

    return {"state": state().digest, "import": Import.objects.get().state, "wrong": len(verify())}


def take_in() -> dict[str, Any]:
    from congdoan.imports import actions
    from congdoan.imports.models import Import

    actions.take_in(one=Import.objects.get(), by=None)
    return look()


def undo() -> dict[str, Any]:
    from congdoan.imports import actions
    from congdoan.imports.models import Import

    actions.undo(one=Import.objects.get(), by=None)
    return look()


def dying(at: str) -> AbstractContextManager[Any]:
    """Die after what `at` names was done."""
    module, name = at.rsplit(".", 1)
    real = getattr(import_module(module), name)

    def act(*args: Any, **said: Any) -> None:
        real(*args, **said)
        os.kill(os.getpid(), signal.SIGKILL)

    return mock.patch(at, act)


STEPS: dict[str, Callable[[], Any]] = {step.__name__: step for step in (begin, look, take_in, undo)}

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "congdoan.settings"
    Path(os.environ["CONGDOAN_HOME"]).mkdir(exist_ok=True)
    django.setup()
    step, *at = sys.argv[1:]
    if at:
        with dying(at[0]):
            STEPS[step]()
    print(json.dumps(STEPS[step]()))
