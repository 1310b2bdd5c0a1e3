"""The door of programs: a token lets in as one seat; whatever is refused is said in one form."""

import json
import re
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError
from ninja.errors import ValidationError as Unreadable
from ninja.parser import Parser
from ninja.renderers import JSONRenderer
from ninja.security import HttpBearer

from congdoan.accounts import access, tokens
from congdoan.accounts.models import Purpose
from congdoan.base.errors import NotAllowed, NotHere, Refused

from .answers import trouble

NO_TOKEN = (
    "Cần mã kết nối còn hiệu lực: tạo mã ở Khác → Kết nối chương trình, gửi kèm “Authorization: Bearer <mã>”."
)
NOT_FOUND = "Không có gì ở địa chỉ này trong phạm vi của mã."
NOT_ALLOWED = "Vai trò của mã này không làm được việc này; hãy dùng mã của người phụ trách sổ."
NO_METHOD = "Địa chỉ này không nhận cách gọi ấy; xem /api/v1/docs."
NOT_JSON = "Nội dung gửi lên không phải JSON đọc được; hãy gửi một đối tượng JSON, chữ UTF-8."
TOO_LARGE = "Có giá trị lớn hơn sổ nhận được; hãy xem lại các con số."
UNREADABLE = "Mục “{name}” không đọc được; xem kiểu của mục này ở /api/v1/docs."
MISSING = "Thiếu mục “{name}”; hãy gửi kèm."
UNFIT = re.compile("[\x00\ud800-\udfff]")  # what no text may hold


class Unfit(Refused):
    """What was said cannot be done: every input that is wrong, with its sentence."""

    def __init__(self, fields: list[dict[str, str]]) -> None:
        super().__init__(fields[0]["message"])
        self.fields = fields


class Bearer(HttpBearer):
    """A token of a seat that is held today."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        seat = tokens.holder_of(token, Purpose.API)
        if seat is not None:
            request.user = access.as_seat(seat)
        return seat


class Json(Parser):
    """A body is one JSON object whose texts are texts."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        said = json.loads(request.body, parse_constant=_none_such)
        if not isinstance(said, dict) or any(UNFIT.search(text) for text in _texts(said)):
            raise ValueError(NOT_JSON)
        return said


class Readable(JSONRenderer):
    """Vietnamese is written as it is."""

    json_dumps_params = {"ensure_ascii": False}


def _texts(said: Any) -> Iterator[str]:
    """Every text that was sent, names of inputs too."""
    if isinstance(said, str):
        yield said
    for part in (*said, *said.values()) if isinstance(said, dict) else said if isinstance(said, list) else ():
        yield from _texts(part)


def _none_such(name: str) -> Any:
    raise ValueError(name)


api = NinjaAPI(
    title="Sổ Công đoàn",
    version="1",
    description="Every question and act of the book over HTTP. How to get a token, errors, keys, pages: docs/api.md.",
    urls_namespace="api",
    auth=Bearer(),
    parser=Json(),
    renderer=Readable(),
)


def refused(request: HttpRequest, status: int, message: str, fields: Any = None) -> HttpResponse:
    """An error, answered."""
    return api.create_response(request, trouble(status, message, fields), status=status)


@api.exception_handler(AuthenticationError)
def _no_token(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return refused(request, 401, NO_TOKEN)


@api.exception_handler(HttpError)
def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
    return refused(request, error.status_code, NOT_JSON if error.status_code == 400 else str(error))


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return refused(request, 404, str(error) if isinstance(error, NotHere) else NOT_FOUND)


@api.exception_handler(ValidationError)
def _no_such_name(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """A uid that is none names nothing."""
    return refused(request, 404, NOT_FOUND)


@api.exception_handler(PermissionDenied)
def _not_allowed(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    return refused(request, 403, NOT_ALLOWED)


@api.exception_handler(Refused)
def _refused(request: HttpRequest, error: Refused) -> HttpResponse:
    fields = [{"field": error.field, "message": error.sentence}] if error.field else []
    return refused(request, 403 if isinstance(error, NotAllowed) else 422, error.sentence, fields)


@api.exception_handler(Unfit)
def _unfit(request: HttpRequest, error: Unfit) -> HttpResponse:
    return refused(request, 422, error.sentence, error.fields)


@api.exception_handler(Unreadable)
def _unreadable(request: HttpRequest, error: Unreadable) -> HttpResponse:
    fields = [_wrong(one) for one in error.errors]
    return refused(request, 422, fields[0]["message"] if fields else NOT_JSON, fields)


@api.exception_handler(OverflowError)
@api.exception_handler(DataError)
def _too_large(request: HttpRequest, error: Exception) -> HttpResponse:
    return refused(request, 422, TOO_LARGE)


def _wrong(error: dict[str, Any]) -> dict[str, str]:
    name = ".".join(str(part) for part in error["loc"][1:] if part != "said") or "body"
    said = MISSING if error["type"] == "missing" else UNREADABLE
    return {"field": name, "message": said.format(name=name)}


def opened(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """An address of the interface: it asks for a token itself, and nothing on the way keeps what it answers."""

    @wraps(view, updated=())
    def answered(request: HttpRequest, *args: Any, **named: Any) -> HttpResponseBase:
        answer = view(request, *args, **named)
        if answer.status_code == 405:
            allowed, answer = answer["Allow"], refused(request, 405, NO_METHOD)
            answer["Allow"] = allowed
        answer["Cache-Control"] = "no-store"
        return answer

    answered.login_required = False  # type: ignore[attr-defined]
    answered.csrf_exempt = True  # type: ignore[attr-defined]
    return answered


def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponseBase:
    """Any other address under this door."""
    return refused(request, 404, NOT_FOUND)
