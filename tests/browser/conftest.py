"""What every browser test may ask for."""

import pytest

from tests.cast import Cast, gather


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The cast, where the live server sees them."""
    return gather()
