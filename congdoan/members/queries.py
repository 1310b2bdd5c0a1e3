"""Finding people by name, accents or not."""

from django.db.models import QuerySet

from congdoan.base.text import fold

from .models import Person


def search(among: QuerySet[Person], text: str, limit: int = 12) -> list[Person]:
    """People whose name holds every word typed, in any order, sorted by given name."""
    for word in fold(text).split():
        among = among.filter(name_key__contains=word)
    return list(among.select_related("unit").order_by("given_key", "name_key")[:limit])
