"""All tables of this room: what every record has, and each kind's own."""

from .kinds import (  # noqa: F401
    campaign,
    care,
    commendation,
    contest,
    declaration,
    donation,
    gathering,
    initiative,
    inspection,
    kept,
    nil,
    participation,
    party,
    regulation,
    workforce,
)
from .record import Attachment, Line, Partner, Record, StoredFile, Version  # noqa: F401
