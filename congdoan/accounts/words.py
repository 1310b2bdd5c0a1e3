"""What was typed into a search may be somebody's name, so no address bears it: it is kept in the session, and the
address carries a token for it, good only in that session."""

import secrets
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest

from congdoan.base.text import nfc

TOKEN, TYPED, KEY = "tim", "q", "typed"
PLACE = ("trang", "sau", "truoc")  # where in a list an address stands: a new search begins at its head
KEPT, LONGEST = 20, 100  # searches a session remembers, letters of one


def asked(request: HttpRequest) -> str:
    """The words the address asks for; it says so where they did not come along with a link."""
    token = request.GET.get(TOKEN, "")
    text = request.session.get(KEY, {}).get(token, "") if token else ""
    if token and not text:
        messages.warning(request, "Chữ cần tìm không đi theo liên kết; hãy gõ lại vào ô tìm.")
    return str(text)


def remembered(request: HttpRequest) -> str:
    """Keep what was sent; the address that shows the same page narrowed by it, from its first page on."""
    query = {key: value for key, value in request.GET.items() if key not in (TOKEN, *PLACE)}
    if text := nfc(request.POST.get(TYPED, ""))[:LONGEST]:
        query[TOKEN] = secrets.token_hex(4)
        kept = {**request.session.get(KEY, {}), query[TOKEN]: text}
        request.session[KEY] = dict(list(kept.items())[-KEPT:])
    return f"{request.path}?{urlencode(query)}" if query else request.path
