"""What is counted is written straight into the ledger; a resolution stands on the first page of each test."""

from tests.ledger.conftest import said

__all__ = ["said"]
