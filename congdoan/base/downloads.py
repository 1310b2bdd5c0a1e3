"""A file handed to whoever asked for it."""

from django.http import HttpResponse

MEDIA = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv; charset=utf-8",
    "zip": "application/zip",
}


def download(content: bytes, name: str) -> HttpResponse:
    """The file under a name whose ending says what it is; kept by no one on the way."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=MEDIA[name.rsplit(".", 1)[-1]], headers=headers)
