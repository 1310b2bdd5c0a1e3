"""An act over HTTP in a line: an address, who may, the form that reads what is said, the deed."""

import inspect
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from django import forms
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from ninja import Header, Router

from . import answers, typed
from .answers import Done
from .door import Unfit
from .once import once
from .rows import Rows, flat

Key = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=200,
        description="Chosen by the program, a new one for each new act: the same key does nothing twice and gets the first answer.",
    ),
]
Finding = Callable[..., Any]


@dataclass(frozen=True)
class Act:
    """`find` gives what the address names to those who may do this, and refuses others; `form` reads what is said,
    made with `given`; `do(about, said, by)` does it. `says` is what it does, in words. `rows`: where the form asks the
    same of each of many things; `stays`: the form begins with what stands, and what is not said stays."""

    path: str
    name: str
    says: str
    find: Finding
    form: type[forms.Form]
    do: Callable[..., Any]
    given: Callable[[HttpRequest, Any], dict[str, Any]] = lambda request, about: {}
    rows: Rows | None = None
    stays: bool = False


def expose(router: Router, act: Act, tag: str) -> None:
    """Give an act its address."""
    named = re.findall(r"{(\w+)}", act.path)
    body = body_of(act)

    def view(request: Any, said: Any, key: Any, **names: str) -> Any:
        content = said.model_dump(exclude_unset=True)

        def do(uid: uuid.UUID) -> dict[str, Any]:
            return acted(request, act, act.find(request, *(names.values() or ("",))), content, uid)

        # What it is about is looked for only the first time: done once, it may no longer be there to be done.
        return once(request, request.auth, key, content, do)

    view.__signature__ = _signature(named, body)  # type: ignore[attr-defined]
    router.post(
        act.path, response={200: Done, **answers.ACTING}, operation_id=act.name, summary=act.says, tags=[tag]
    )(view)


def body_of(act: Act, **more: Any) -> type[typed.Said]:
    """The schema of what an act takes."""
    name = "".join(part.title() for part in act.name.split("_"))
    return typed.body(name, act.form, stays=act.stays, **(act.rows.body(name) if act.rows else {}), **more)


def acted(request: HttpRequest, act: Act, about: Any, said: dict[str, Any], uid: uuid.UUID) -> dict[str, Any]:
    """The form filled and done; what it came to, by its public name."""
    given = act.given(request, about)
    data: typed.Data = MultiValueDict()
    blank, told = act.form(**given), flat(act.rows, said)
    typed.fill(data, blank, {**told.said, **({"uid": str(uid)} if "uid" in blank.fields else {})})
    form: Any = act.form(data, **given)
    made, wrong = None, typed.unknown(blank, told.said)
    if not wrong and form.is_valid():
        with form.refusing():
            made = act.do(about, form, request.user.pk)
    if wrong or form.errors:
        raise Unfit([told.placed(one) for one in (*wrong, *typed.errors(form))])
    return done(made if made is not None else about)


def done(thing: Any) -> dict[str, Any]:
    """What an act came to."""
    named: dict[str, Any] = {
        name: str(getattr(thing, name)) for name in ("uid", "code") if hasattr(thing, name)
    }
    return Done(**named).dict()


def _signature(named: list[str], body: type[typed.Said]) -> inspect.Signature:
    kind = inspect.Parameter.KEYWORD_ONLY
    every = {"request": HttpRequest, **dict.fromkeys(named, str), "said": body, "key": Key}
    return inspect.Signature([inspect.Parameter(name, kind, annotation=sort) for name, sort in every.items()])
