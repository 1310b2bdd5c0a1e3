"""All tables of this room: what every record has, and each kind's own."""

from .kinds import care  # noqa: F401
from .record import Attachment, Line, Partner, Record, StoredFile, Version  # noqa: F401
