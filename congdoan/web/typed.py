"""What an input that asks while one types has sent: htmx names it after the field it stands in."""

from django.http import HttpRequest

from congdoan.base.text import nfc


def typed(request: HttpRequest) -> str:
    """The one text sent, cleaned; empty if there is none."""
    return next((text for value in request.GET.values() if (text := nfc(str(value)))), "")
