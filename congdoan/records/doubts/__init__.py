"""Truth checks: what in the book looks like a slip though it may be right. Nothing is refused for it.

While a record is typed its doubts show under the form; whoever writes it may say in a word why it is right all the same
(`Record.despite`). Before a report is fixed the doubts of its union and period are listed; one about figures is settled there (`Upheld`).
"""

from .book import of
from .telling import Doubt, of_record

__all__ = ["Doubt", "of", "of_record"]
