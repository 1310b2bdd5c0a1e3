"""What the book refuses, said so that the person can mend it."""


class Refused(Exception):
    """An act the book will not do.

    The sentence is shown as it is, to a person, where it happened: what is wrong and how to mend it.
    `field` names the input it is about, if it is about one.
    """

    def __init__(self, sentence: str, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field
