"""Three clusters on loopback: two provinces, each with a book of its own, and a centre that has nobody's."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, connections

from congdoan.funds.models import Fund
from congdoan.ledger import rollups
from congdoan.org.models import Unit
from congdoan.upward import actions
from tests import postgres
from tests.cast import BEGAN, found

FIRST, CENTRE = "default", "centre"
PROVINCES = {"laocai": "Lào Cai", "yenbai": "Yên Bái"}
PATIENCE = 600  # times a twentieth of a second


@dataclass
class Installation:
    """A cluster of its own, and the connection to its database; tests of other books know nothing of it."""

    cluster: postgres.Apart = field(default_factory=postgres.Apart)
    connection: Any = None

    def __post_init__(self) -> None:
        place = {"HOST": "127.0.0.1", "PORT": self.cluster.port, "PASSWORD": ""}
        made = type(connections[FIRST])({**connections[FIRST].settings_dict, **place}, FIRST)
        self.connection = made

    @property
    def address(self) -> str:
        """Where others find its database."""
        name = self.connection.settings_dict["NAME"]
        return f"host=127.0.0.1 port={self.cluster.port} user=postgres dbname={name}"

    def stop(self) -> None:
        self.connection.close()
        self.cluster.stop()


@dataclass
class Country:
    """The installations by name, the unions and funds of the provinces by code."""

    at: dict[str, Installation] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    funds: dict[str, Fund] = field(default_factory=dict)

    def gone(self) -> None:
        for one in reversed(self.at.values()):  # the centre first: a province waits for who listens
            one.connection.close()
            one.cluster.gone()


@contextmanager
def inside(one: Installation) -> Iterator[None]:
    """All that happens meanwhile happens in this installation."""
    first = connections[FIRST]
    connections[FIRST] = one.connection
    try:
        yield
    finally:
        connections[FIRST] = first


def country() -> Country:
    """Both provinces with their unions, sent to the centre."""
    made = Country()
    for name in (*PROVINCES, CENTRE):
        made.at[name] = Installation()
    for name, words in PROVINCES.items():
        with inside(made.at[name]):
            _found(made, name, words)
            actions.publish(code=f"{name}-ldld", by=None)
        with inside(made.at[CENTRE]):
            actions.subscribe(code=f"{name}-ldld", address=made.at[name].address, by=None)
    return made


def _found(made: Country, name: str, words: str) -> None:
    top = made.units[f"{name}-ldld"] = found(f"{name}-ldld", "province", f"LĐLĐ tỉnh {words}", None)
    for part in ("one", "two"):
        middle = made.units[f"{name}-{part}"] = found(
            f"{name}-{part}", "district", f"LĐLĐ {part} {words}", top
        )
        code = f"{name}-{part}-cs"
        made.units[code] = found(code, "grassroots", f"CĐCS {part} {words}", middle)
    made.funds[name] = Fund.objects.create(
        code=f"{name}-quy", name=f"Quỹ {words}", unit=top, source=Fund.Source.SOCIAL, from_on=BEGAN
    )


def fold(made: Country, name: str) -> None:
    """What the province's own process does all day."""
    with inside(made.at[name]):
        rollups.fold_all()


def _asked(text: str, *params: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(text, params)
        return cursor.fetchone()[0]


def settled(made: Country) -> None:
    """Wait until the centre has all that the provinces wrote."""
    for name in PROVINCES:
        with inside(made.at[name]):
            written = _asked("SELECT pg_current_wal_insert_lsn()::text")
            taken = "SELECT COALESCE(bool_and(confirmed_flush_lsn >= %s::pg_lsn), false) FROM pg_replication_slots"
            assert any(_asked(taken, written) or _asked("SELECT pg_sleep(0.05)") for _ in range(PATIENCE))
    with inside(made.at[CENTRE]):
        whole = "SELECT COUNT(*) = 4 FROM pg_subscription_rel WHERE srsubstate = 'r'"
        assert any(_asked(whole) or _asked("SELECT pg_sleep(0.05)") for _ in range(PATIENCE))
