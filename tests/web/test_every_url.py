"""Every address of the house, as a stranger, as the neighbour and as those whose things they are.

The addresses are read off the resolver, so a new one is walked from its first day; one that names something and has no
sample in `samples.py` fails.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.cast import Cast
from tests.records.filled import as_
from tests.web.samples import OPEN, SHARED, UNIT, WORDS, samples

pytestmark = pytest.mark.django_db
NOT_THERE = {403, 404}
ANSWERED = {200, 302, 403, 405, 422}  # what those who may come here get; 405: it is only ever sent to


def addresses(
    patterns: list[URLPattern | URLResolver] | None = None, above: frozenset[str] = frozenset()
) -> Iterator[tuple[str, frozenset[str]]]:
    """The name and the arguments of each address of a person's; those of programs are walked in tests/api."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route: Any = pattern.pattern
        arguments = above | set(getattr(route, "converters", {})) | set(route.regex.groupindex)
        if str(route) == "api/":
            continue
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, arguments)
        else:
            yield pattern.name or f"(without a name: {route})", frozenset(arguments)


def walked(cast: Cast) -> dict[str, str]:
    """Every address with the sample it names filled in."""
    given = samples(cast)
    return {name: reverse(name, kwargs=given.get(name)) for name, _ in addresses()}


def read(answer: HttpResponseBase) -> str:
    """What comes back as text; a file's bytes as they are."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined,arg-type]
    return body.decode("utf-8", "replace")


def told(client: Client, url: str) -> tuple[int, list[str]]:
    """The status, and which of the words are told."""
    answer = client.get(url)
    page = read(answer)
    return answer.status_code, [word for word in WORDS if word in page]


def test_every_address_has_a_name_and_a_sample_of_what_it_names(cast: Cast) -> None:
    given = samples(cast)
    every = dict(addresses())
    assert [name for name in every if name.startswith("(")] == []
    assert {name for name, arguments in every.items() if arguments != frozenset(given.get(name, ()))} == set()
    assert set(given) - set(every) == set()


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_led_to_the_door_from_everywhere(cast: Cast, method: str) -> None:
    client, inside = Client(), {}
    for name, url in walked(cast).items():
        answer = getattr(client, method)(url)
        if name not in OPEN and not (answer.status_code == 302 and answer.url.startswith("/dang-nhap?next=")):
            inside[name] = answer.status_code
    assert inside == {}


def test_the_neighbour_finds_nothing_of_ours_at_any_address(cast: Cast) -> None:
    urls, client = walked(cast), as_(cast, "neighbour")
    named = {name for name, arguments in addresses() if arguments} - SHARED
    found = {name: told(client, url) for name, url in urls.items()}
    assert {name: words for name, (_, words) in found.items() if words} == {}
    there = {name: status for name, (status, _) in found.items() if name in named and status not in NOT_THERE}
    assert {name: status for name, status in there.items() if status != 405} == {}


def test_nor_does_the_neighbour_by_naming_our_union(cast: Cast) -> None:
    client = as_(cast, "neighbour")
    found = {name: told(client, f"{url}?cd={UNIT}&ky=2024-H1") for name, url in walked(cast).items()}
    assert {name: words for name, (_, words) in found.items() if words} == {}


def test_what_the_neighbour_sends_to_what_is_ours_changes_nothing(cast: Cast) -> None:
    urls, client = walked(cast), as_(cast, "neighbour")
    named = {name for name, arguments in addresses() if arguments} - SHARED
    answers = {name: client.post(urls[name], {"cd": UNIT, "why": "x"}).status_code for name in sorted(named)}
    assert {name: status for name, status in answers.items() if status not in {403, 404, 405}} == {}


@pytest.mark.parametrize("part", ["chair", "officer", "inspector", "reader", "administrator"])
def test_for_those_whose_it_is_every_address_answers(cast: Cast, part: str) -> None:
    client = as_(cast, part)
    found = {name: client.get(url).status_code for name, url in walked(cast).items() if name not in OPEN}
    assert {name: status for name, status in found.items() if status not in ANSWERED | {404}} == {}


@pytest.mark.parametrize(
    ("part", "names"),
    [
        (
            "chair",
            {
                "home",
                "figures",
                "figure",
                "record",
                "attachment",
                "record_amend",
                "more",
                "tree",
                "unit",
                "trail",
            },
        ),
        (
            "officer",
            {"home", "figures", "figure", "record", "report", "report_file", "person", "period_reopen"},
        ),
        (
            "administrator",
            {"people", "user", "seat_end", "unit_found", "unit_move", "unit_close", "unit_stop"},
        ),
    ],
)
def test_what_is_somebodys_own_is_open_to_them(cast: Cast, part: str, names: set[str]) -> None:
    urls, client = walked(cast), as_(cast, part)
    assert {name: client.get(urls[name]).status_code for name in sorted(names)} == dict.fromkeys(
        sorted(names), 200
    )
