"""Who comes in, and what is said to those who do not: every address of the description, in one form of error."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from congdoan.accounts import tokens
from congdoan.accounts.models import Purpose, Token
from congdoan.api.urls import api
from congdoan.base.period import today
from tests.api.program import VISIT, Program, program, said, things
from tests.cast import Cast
from tests.records.filled import as_
from tests.web.samples import UNIT, WORDS, samples

pytestmark = pytest.mark.django_db
OPERATIONS = [
    (method, path.removeprefix("/api/v1"), told)
    for path, methods in api.get_openapi_schema(path_prefix="/api/v1/")["paths"].items()
    for method, told in methods.items()
]
every = pytest.mark.parametrize(
    ("method", "path", "told"), OPERATIONS, ids=[told["operationId"] for _, _, told in OPERATIONS]
)
NAMED = {"unit": UNIT, "period": "2024", "by": "unit"}


def filled_in(path: str, given: dict[str, dict[str, Any]]) -> str:
    """The address of something of ours."""
    names = things("/api/v1" + path, given)
    return re.sub(r"{(\w+)}", lambda found: names[found[1]], path)


def call(who: Program, method: str, path: str, told: dict[str, Any]) -> Any:
    """Ask, or act with a body that says nothing."""
    if method == "get":
        needed = {p["name"] for p in told.get("parameters", []) if p["in"] == "query"}
        return who.get(path, **{name: value for name, value in NAMED.items() if name in needed})
    return who.send(path, {"unit": UNIT, "fields": {}, "why": "x"}, method=method)


def patterns(found: list[Any], above: str = "") -> Iterator[str]:
    for one in found:
        route = above + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from patterns(one.url_patterns, route)
        elif isinstance(one, URLPattern):
            yield route


def test_every_address_of_programs_is_described() -> None:
    told = {re.sub(r"{(\w+)}", r"<\1>", path)[1:] for _, path, _ in OPERATIONS}
    there = {
        route.removeprefix("api/v1/")
        for route in patterns(get_resolver().url_patterns)
        if route.startswith("api/v1/")
    }
    assert there - told == {"", "docs", "openapi.json"}


@every
def test_without_a_token_nothing_is_said(method: str, path: str, told: dict[str, Any]) -> None:
    answer = call(Program("so-api-nothing"), method, path, told)
    assert said(answer, 401)["error"]["code"] == "no_token"


@every
def test_a_session_is_no_token(cast: Cast, method: str, path: str, told: dict[str, Any]) -> None:
    assert getattr(as_(cast, "officer"), method)(f"/api/v1{path}").status_code == 401


def test_the_neighbours_program_finds_nothing_of_ours_at_any_address(cast: Cast) -> None:
    given, theirs = samples(cast), program(cast, "neighbour")
    found = {}
    for method, path, told in OPERATIONS:
        answer = call(theirs, method, filled_in(path, given), told)
        page = answer.content.decode(errors="replace")  # a built-in template is everybody's
        if [word for word in WORDS if word in page] or (
            ("unit" in page) and answer.status_code == 200 and f'"{UNIT}"' in page
        ):
            found[told["operationId"]] = page
        names = "{uid}" in path or ("{code}" in path and "/figures/" not in path)
        if (names or method != "get") and answer.status_code not in (403, 404, 422):
            found[told["operationId"]] = str(answer.status_code)
    assert found == {}


def test_a_revoked_token_opens_nothing_at_once(cast: Cast) -> None:
    mine = program(cast, "chair")
    said(mine.get("/units"))
    tokens.revoke(token=Token.objects.get(), by=None)
    assert said(mine.get("/units"), 401)["error"]["message"].startswith("Cần mã kết nối còn hiệu lực")


def test_a_token_of_the_calendar_opens_no_door_of_programs(cast: Cast) -> None:
    assert program(cast, "chair", Purpose.CALENDAR).get("/units").status_code == 401


def test_a_program_sees_what_its_seat_sees(cast: Cast) -> None:
    assert [one["code"] for one in said(program(cast, "chair").get("/units"))["items"]] == [UNIT]
    tree = said(program(cast, "officer").get("/units/laocai-cdvc/tree"))["items"]
    assert (tree[0]["code"], tree[0]["parent"]) == ("laocai-cdvc", None)
    assert {one["parent"] for one in tree[1:]} == {"laocai-cdvc"}


def test_what_is_not_there_is_said_in_the_form_of_errors(cast: Cast) -> None:
    mine = program(cast, "chair")
    for path in (
        "/nothing",
        "/units/khong-co",
        "/records/1",
        "/figures/XXX-99/lines?unit=laocai-tu-phap&period=2024",
    ):
        error = said(mine.get(path), 404)["error"]
        assert (error["code"], error["message"][-1]) == ("not_found", ".")
    assert said(mine.send("/units", {}), 405)["error"]["code"] == "no_such_method"


@pytest.mark.parametrize("body", ["[]", "{", '{"unit": "\\ud800"}', '{"unit": "a\\u0000"}', '{"unit": NaN}'])
def test_what_is_no_json_object_is_refused(cast: Cast, body: str) -> None:
    mine = program(cast, "chair")
    headers = {**mine.headers, "Idempotency-Key": "x"}
    answer = mine.client.post(
        "/api/v1/kinds/care/records", body, content_type="application/json", headers=headers
    )
    assert said(answer, 400)["error"]["code"] == "bad_request"


def test_an_act_without_a_key_is_refused(cast: Cast) -> None:
    mine = program(cast, "chair")
    answer = mine.client.post(
        "/api/v1/kinds/care/records", VISIT, content_type="application/json", headers=mine.headers
    )
    assert said(answer, 422)["error"]["fields"][0]["field"] == "Idempotency-Key"


def test_the_page_that_describes_it_is_served_from_here_to_who_has_logged_in(cast: Cast) -> None:
    assert Client().get("/api/v1/docs").status_code == 302
    answer = as_(cast, "chair").get("/api/v1/docs")
    page = answer.content.decode()
    assert re.findall(r'(?:src|href)="(?!/static/)', page) == []
    assert "default-src 'self'" in answer["Content-Security-Policy"]
    assert Client().get("/api/v1/openapi.json").json()["openapi"].startswith("3.")


def test_the_last_day_of_use_is_kept_with_the_token(cast: Cast) -> None:
    said(program(cast, "chair").get("/units"))
    assert Token.objects.get().used_on == today()
