"""The catalogue, a file a chapter. Importing it declares every indicator."""

from congdoan.ledger.catalogue import (  # noqa: F401, I001  (in the order of the chapters)
    org,
    members,
    labour,
    representation,
    care,
    funds,
    propaganda,
    culture,
    emulation,
    awards,
    women,
    party,
    officers,
    ratings,
    inspection,
    complaints,
    finance,
    digital,
    conferences,
)
