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

Key = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=200,
        description="Chosen by the program, a new one for each new act: the same key does nothing twice and gets the first answer.",
    ),
]
Finding = Callable[[HttpRequest, Any], Any]


@dataclass(frozen=True)
class Act:
    """`find` gives what the address names to those who may do this, and refuses others; `form` reads what is said,
    made with `given`; `do(about, said, by)` does it. `says` is what it does, in words. `stays`: the form begins with what
    there is, and what is not said stays."""

    path: str
    name: str
    says: str
    find: Finding
    form: type[forms.Form]
    do: Callable[..., Any]
    given: Callable[[HttpRequest, Any], dict[str, Any]] = lambda request, about: {}
    stays: bool = False


def expose(router: Router, act: Act, tag: str) -> None:
    """Give an act its address."""
    named = re.findall(r"{(\w+)}", act.path)
    body = typed.body("".join(part.title() for part in act.name.split("_")), act.form, stays=act.stays)

    def view(request: Any, said: Any, key: Any, **names: str) -> Any:
        about = act.find(request, next(iter(names.values()), ""))
        content = said.model_dump(exclude_unset=True)
        return once(request, request.auth, key, content, lambda uid: acted(request, act, about, content, uid))

    view.__signature__ = _signature(named, body)  # type: ignore[attr-defined]
    router.post(
        act.path, response={200: Done, **answers.ACTING}, operation_id=act.name, summary=act.says, tags=[tag]
    )(view)


def acted(request: HttpRequest, act: Act, about: Any, said: dict[str, Any], uid: uuid.UUID) -> dict[str, Any]:
    """The form filled and done; what it came to, by its public name."""
    given = act.given(request, about)
    data: typed.Data = MultiValueDict()
    blank = act.form(**given)
    typed.fill(data, blank, {**said, **({"uid": str(uid)} if "uid" in blank.fields else {})})
    form: Any = act.form(data, **given)
    made, wrong = None, typed.unknown(blank, said)
    if not wrong and form.is_valid():
        with form.refusing():
            made = act.do(about, form, request.user.pk)
    if wrong or form.errors:
        raise Unfit([*wrong, *typed.errors(form)])
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
