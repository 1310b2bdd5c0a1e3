"""What the book refuses, said so that the person can mend it."""

from django.http import Http404


class Refused(Exception):
    """An act the book will not do.

    The sentence is shown as it is, to a person, where it happened: what is wrong and how to mend it.
    `field` names the input it is about, if it is about one.
    """

    def __init__(self, sentence: str, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class NotAllowed(Refused):
    """Refused because of who asks, whatever they say."""


def need_reason(why: str, sentence: str = "Hãy ghi lý do.") -> None:
    """Refuse what is to be done without its reason."""
    if not why.strip():
        raise Refused(sentence, "why")


class NotHere(Http404):
    """Nothing at this address, or nothing this person may see: the two are not told apart. The sentence is shown as it is."""
