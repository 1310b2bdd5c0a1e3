"""What is shown when a page cannot be: what happened, and what to do."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from congdoan.base.errors import NotHere, Refused


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for an address that leads nowhere."""
    sentence = str(exception) if isinstance(exception, NotHere) else ""
    return render(request, "404.html", {"sentence": sentence}, status=404)


class RefusedMiddleware:
    """An act refused where no form could show it: its sentence, on a page of its own, and nothing written."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answers 422 for `Refused`; leaves every other exception alone."""
        if not isinstance(exception, Refused):
            return None
        return render(request, "web/refused.html", {"sentence": exception.sentence}, status=422)
