"""The reports that leave the house, a file each; `WORDINGS` lists them in the order people are offered them.

python -m congdoan.reports.wording    makes their Word files anew
"""

from .grassroots_year import GRASSROOTS_YEAR
from .half_year import HALF_YEAR
from .inspection_year import INSPECTION_YEAR
from .statistical import FORM_WORDINGS
from .term import TERM_REPORT
from .tet import TET
from .wording import Wording
from .year import YEAR_REPORT

WORDINGS = {
    wording.name: wording
    for wording in (
        HALF_YEAR,
        YEAR_REPORT,
        GRASSROOTS_YEAR,
        TERM_REPORT,
        TET,
        INSPECTION_YEAR,
        *FORM_WORDINGS,
    )
}
__all__ = ["WORDINGS", "Wording"]
