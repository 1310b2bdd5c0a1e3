"""Reads an amount back while it is being typed."""

from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from congdoan.base.errors import Refused
from congdoan.base.money import in_words, parse_money
from congdoan.web.typed import typed


@require_safe
def money_words(request: HttpRequest) -> HttpResponse:
    """The amount typed, in words, or why it cannot be read; nothing while nothing is typed."""
    text = typed(request)
    try:
        return HttpResponse(in_words(parse_money(text)) if text else "")
    except Refused as refused:
        return HttpResponse(format_html('<span class="read-back bad">{}</span>', refused.sentence))
