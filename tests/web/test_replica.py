"""Two clusters on one machine: what is written goes to the first, figures come from the second; stopped, nothing is wrong."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from congdoan.web import replica
from tests import postgres
from tests.cast import Cast, care, gather
from tests.records.filled import as_
from tests.settings import ON_POSTGRES

pytestmark = pytest.mark.django_db(transaction=True)
FIGURES, MARCH = "/so-lieu/CAR-04?cd=laocai-cdvc&ky=2024-H1", date(2024, 3, 1)


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    return gather()


@pytest.fixture
def copy(cast: Cast) -> Iterator[postgres.Copy | None]:
    if not ON_POSTGRES:  # SQLite has no replicas: its book is read where it is written
        yield None
        return
    made = postgres.Copy()
    connections.databases[replica.COPY] = {**connections.databases[replica.FIRST], "HOST": made.folder}
    yield made
    connections[replica.COPY].close()
    del connections[replica.COPY]
    del connections.databases[replica.COPY]
    made.gone()


def asked(client: Client) -> tuple[int, int]:
    """What the page says of gifts, and how many questions the copy answered for it."""
    connections[replica.COPY].close()
    connections[replica.COPY].connect()  # tests let nobody open a database they were not told of
    with CaptureQueriesContext(connections[replica.COPY]) as answered:
        value = gifts(client)
    return value, sum("org_ancestry" in one["sql"] for one in answered.captured_queries)


def gifts(client: Client) -> int:
    page: Any = client.get(FIGURES)
    assert page.status_code == 200
    return int(page.context["figure"].value)


def wrote(client: Client) -> None:
    """The person is one who has written up to here."""
    session = client.session
    session[replica.WRITTEN] = replica.position()
    session.save()


def replayed(how: str) -> None:
    """What comes to the copy is put aside, or read again."""
    connections[replica.COPY].connect()
    with connections[replica.COPY].cursor() as cursor:
        cursor.execute(f"SELECT pg_wal_replay_{how}()")


def settled(client: Client, there: int) -> bool:
    """Whether the copy comes to answer, and all the while every answer is right."""
    for _ in range(3000):  # a long transaction of another test may keep the copy waiting
        value, answered = asked(client)
        assert value == there
        if answered:
            return True
    return False


def test_figures_come_from_the_copy_and_are_never_wrong(cast: Cast, copy: postgres.Copy | None) -> None:
    client, fund = as_(cast, "officer"), cast.funds["laocai-xa-hoi"]
    if copy is None:
        assert not replica.kept()
        return
    care(cast["laocai-bao"], fund, MARCH, gifts=3)
    wrote(client)
    assert settled(client, 3)
    care(cast["laocai-bao"], fund, MARCH, gifts=4)
    wrote(client)
    assert settled(client, 7)
    copy.stop()
    care(cast["laocai-bao"], fund, MARCH, gifts=1)
    wrote(client)
    assert gifts(client) == 8
    copy.start()
    assert settled(client, 8)


def test_whoever_writes_reads_what_they_wrote(cast: Cast, copy: postgres.Copy | None) -> None:
    client = as_(cast, "officer")
    if copy is None:
        assert not replica.kept()
        return
    client.post("/to-chuc/laocai-bao/ten", {})
    assert client.session[replica.WRITTEN]
    replayed("pause")
    care(cast["laocai-bao"], cast.funds["laocai-xa-hoi"], MARCH, gifts=2)
    wrote(client)
    assert asked(client) == (2, 0)
    replayed("resume")
    assert settled(client, 2)
