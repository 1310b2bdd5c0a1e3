"""Photos and files made on the spot."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def photo(
    kind: str = "JPEG", size: tuple[int, int] = (60, 40), colour: str = "navy", **more: object
) -> bytes:
    """The bytes of a picture of one colour."""
    file = io.BytesIO()
    mode = "RGBA" if kind == "PNG" else "RGB"
    Image.new(mode, size, colour).save(file, kind, **more)
    return file.getvalue()


def sent(name: str, content: bytes) -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content)


def located(size: tuple[int, int] = (60, 40)) -> bytes:
    """A photo that says where it was taken, by which camera, and that it must be turned."""
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter
    exif[0x010F] = "Máy của Mai"
    exif.get_ifd(0x8825)[1], exif.get_ifd(0x8825)[2] = "N", (22.0, 29.0, 8.0)
    return photo(size=size, exif=exif, comment=b"Lao Cai 22.4856")
