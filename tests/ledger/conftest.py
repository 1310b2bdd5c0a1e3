"""What the tests say to the ledger themselves is a source like any other: it can be verified and redrawn."""

from collections.abc import Iterator

import pytest

from congdoan.ledger import origins
from congdoan.ledger.indicator import BY_KEY
from tests.ledger import book


@pytest.fixture(autouse=True)
def said() -> Iterator[None]:
    """An origin of the tests' own, which may draw anything."""
    book.SAID.clear()
    feeds = frozenset(BY_KEY)
    origins.register(origins.Origin(book.SOMETHING, "test", lambda: iter(book.SAID.items()), feeds))
    yield
    origins.ORIGINS.pop(book.SOMETHING, None)
