"""Files sent over HTTP, as a browser sends them (multipart/form-data): the form of the page reads them, once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import SuspiciousOperation
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError

from . import typed
from .acting import done
from .door import Unfit, api, refused
from .once import once

UNREADABLE = (
    "Nội dung gửi lên không đọc được, hoặc quá lớn; hãy gửi multipart/form-data, mỗi tệp trong hạn của sổ."
)


def body(form: type[forms.Form]) -> dict[str, Any]:
    """How the description tells what a form with files takes."""
    told = {name: _schema(field) for name, field in form.base_fields.items()}
    needed = [name for name, field in form.base_fields.items() if field.required]
    schema = {"type": "object", "properties": told, "required": needed}
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema}}}}


def taken(
    request: HttpRequest,
    key: str,
    about: Any,
    form: type[forms.Form],
    do: Callable[[Any, dict[str, Any], int], Any],
) -> dict[str, Any]:
    """The form filled with what was sent, and done: `do(about, said, by)`."""
    said = [sorted(request.POST.lists()), [(one.name, _digest(one)) for one in _files(request)]]
    return once(request, request.auth, key, said, lambda uid: _acted(request, about, form, do))  # type: ignore[attr-defined]


def _acted(request: HttpRequest, about: Any, form: type[forms.Form], do: Callable[..., Any]) -> Any:
    filled: Any = form(request.POST, request.FILES)
    wrong, made = typed.unknown(filled, {**request.POST, **request.FILES}), None
    if not wrong and filled.is_valid():
        with filled.refusing():
            made = do(about, dict(filled.cleaned_data), request.user.pk)
    if wrong or filled.errors:
        raise Unfit([*wrong, *typed.errors(filled)])
    return done(made if made is not None else about)


def _files(request: HttpRequest) -> list[UploadedFile[Any]]:
    return [one for name in sorted(request.FILES) for one in request.FILES.getlist(name)]


def _digest(file: UploadedFile[Any]) -> str:
    made = hashlib.sha256()
    for part in file.chunks():
        made.update(part)
    file.seek(0)
    return made.hexdigest()


def _schema(field: forms.Field) -> dict[str, Any]:
    if not isinstance(field, forms.FileField):
        return typed.schema_of(field)
    one = {"type": "string", "format": "binary"}
    many = getattr(field.widget, "allow_multiple_selected", False)
    return {"description": str(field.label), **({"type": "array", "items": one} if many else one)}


@api.exception_handler(MultiPartParserError)
@api.exception_handler(SuspiciousOperation)
def _unreadable(request: HttpRequest, error: Exception) -> HttpResponse:
    return refused(request, 400, UNREADABLE)
