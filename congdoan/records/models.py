"""All tables of this room: what every record has, and each kind's own."""

from .kinds import (  # noqa: F401
    advancement,
    agreement,
    board_rating,
    campaign,
    care,
    commendation,
    contest,
    counsel,
    declaration,
    discipline,
    donation,
    gathering,
    incident,
    initiative,
    inspection,
    kept,
    nil,
    participation,
    party,
    petition,
    reception,
    regulation,
    workforce,
)
from .record import Attachment, Line, Partner, Record, StoredFile, Version  # noqa: F401
