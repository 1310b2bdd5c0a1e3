"""The demo: the book of a mountain province's unions, with people who do not exist.

`load` writes it; the records come out of how the work was planned and done, and the figures out of the records.
"""

from .loading import load
from .people import PASSWORD

__all__ = ["PASSWORD", "load"]
