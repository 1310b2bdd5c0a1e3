"""The kinds of record, a file each. Importing it registers them all, in the order people meet them."""

from . import care  # noqa: F401, I001  (in the order people meet them; totals and "không phát sinh" rest on all others)
from . import shelter, service, gathering, study, publication  # noqa: F401
from . import campaign, participation, summary, work, contest, donation, blood  # noqa: F401
from . import commendation, recognition, initiative, inspection, kept, party, regulation  # noqa: F401
from . import discipline, reception  # noqa: F401
from . import workforce, agreement, petition, counsel, advancement, board_rating, incident  # noqa: F401
from . import congress, rating  # noqa: F401
from . import declaration, nil  # noqa: F401
