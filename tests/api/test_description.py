"""The description is true: whatever it allows is answered as it says, by no fault of ours, from random questions and acts."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core import signals
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, settings
from ninja import Schema
from schemathesis import checks
from schemathesis.specs.openapi import checks as told

from tests.api.program import program, things
from tests.cast import Cast
from tests.web.samples import samples

pytestmark = pytest.mark.django_db
EXAMPLES = 4
PLAIN = {"Accept-Encoding": "identity"}
OF_THE_TREE = ("/found", "/rename", "/move", "/close", "/organise")
CHECKS = [
    checks.not_a_server_error,
    told.status_code_conformance,
    told.content_type_conformance,
    told.response_schema_conformance,
]
random = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def _one_connection() -> Iterator[None]:
    """What is asked sees what the test has written: the end of a request ends no transaction of ours."""
    for signal in (signals.request_started, signals.request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (signals.request_started, signals.request_finished):
        signal.connect(close_old_connections)


@pytest.mark.usefixtures("_one_connection")
def test_whatever_is_asked_is_answered_as_described(cast: Cast) -> None:
    given_things = samples(cast)
    officer, administrator = (
        {**program(cast, part).headers, **PLAIN} for part in ("officer", "administrator")
    )
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    described.config.generation.allow_x00 = False
    wrong: dict[str, str] = {}
    answered: Counter[int] = Counter()
    for found in described.get_all_operations():
        operation = found.ok()
        of_the_tree = operation.path.endswith(OF_THE_TREE) or "/reforms" in operation.path
        headers = administrator if of_the_tree else officer
        try:
            asking(operation, things(operation.path, given_things), headers, answered)()
        except (Exception, BaseExceptionGroup) as fault:
            wrong[operation.label] = "\n".join(str(one) for one in getattr(fault, "exceptions", [fault]))
    assert wrong == {}
    assert {200, 404, 422} <= set(answered)


def asking(operation: Any, there: dict[str, Any], headers: dict[str, str], answered: Counter[int]) -> Any:
    """All that is asked of one address."""

    @random
    @given(case=operation.as_strategy())
    def asked(case: schemathesis.Case) -> None:
        put(case, there)
        with transaction.atomic():
            answer = case.call_and_validate(headers=headers, checks=CHECKS)
        answered[answer.status_code] += 1

    return asked


def put(case: schemathesis.Case, there: dict[str, Any]) -> None:
    """Nearly every time something there is takes the place of what is made up."""
    body = case.body if isinstance(case.body, dict) else {}
    for place in (case.path_parameters, case.query, body, body.get("fields")):
        for name in set(place) & set(there) if isinstance(place, dict) else ():
            if len(str(place[name])) % 5:
                place[name] = there[name]


def test_no_two_things_are_described_under_one_name() -> None:
    """The description names each thing once: the later of two would stand for both."""
    named = Counter(
        schema.__name__ for schema in _below(Schema) if schema.__module__.startswith("congdoan.api")
    )
    assert [name for name, times in named.items() if times > 1] == []


def _below(schema: type) -> Iterator[type]:
    for one in schema.__subclasses__():
        yield from (one, *_below(one))
