"""The country's figures are for who holds a seat at the union that stands above all here."""

from congdoan.accounts import access
from congdoan.accounts.access import Somebody

from . import following
from .models import Book
from .queries import top


def sees(user: Somebody) -> bool:
    """Whether the country's figures are shown to this person."""
    unit = top()
    return bool(unit) and access.seats(user).filter(unit=unit).exists()


def offered(user: Somebody) -> bool:
    """Whether there is anything to show: provinces that send, and somebody who may see it."""
    return following.supported() and Book.objects.exists() and sees(user)
