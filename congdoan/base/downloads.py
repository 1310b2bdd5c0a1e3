"""A file handed to whoever asked for it."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

MEDIA = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "zip": "application/zip",
}


def download(content: bytes, name: str) -> HttpResponse:
    """The file under a name whose ending says what it is; kept by no one on the way."""
    headers = {"Content-Disposition": content_disposition_header(True, name) or "attachment"}
    headers["Cache-Control"] = "private, no-store"
    return HttpResponse(content, content_type=MEDIA[name.rsplit(".", 1)[-1]], headers=headers)
