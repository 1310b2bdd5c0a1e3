"""Logging in."""

from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django_htmx.http import HttpResponseClientRefresh


class Door(LoginView):
    """The login page. Somebody who is in already goes on to the front page."""

    redirect_authenticated_user = True

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """A piece of a page asked for after the session ended makes the whole page load anew, and so come here."""
        if request.htmx:  # type: ignore[attr-defined]
            return HttpResponseClientRefresh()
        return super().get(request, *args, **kwargs)
