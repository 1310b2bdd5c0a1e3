"""Photos made fit to keep: upright, bounded, and nothing in them but the picture (no place, no camera, no comment)."""

import io
from contextlib import suppress

from PIL import Image, ImageCms, ImageOps

from congdoan.base.errors import Refused

FORMATS = ("JPEG", "PNG", "WEBP")
LARGEST = 2400  # pixels of the longer side: a page of A4 stays readable
THUMBNAIL = 400
QUALITY = 85
PIXELS = 64_000_000  # more is no phone's photo but a bomb, small in the file and huge when opened


def clean(data: bytes, name: str) -> bytes:
    """The photo anew, as a JPEG. Refuses one that cannot be opened or has too many pixels."""
    try:
        _check(data, name)
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            image.draft(None, (LARGEST, LARGEST))  # spares the memory a large JPEG would take
            return _written(_bounded(_opaque(ImageOps.exif_transpose(image)), LARGEST), QUALITY)
    except Image.DecompressionBombError:
        raise _too_many(name) from None
    except Refused:
        raise
    except Exception:  # a decoder may raise anything over a broken or hostile file
        raise Refused(
            f"Ảnh “{name}” bị hỏng, không mở được; hãy chụp hoặc chọn lại ảnh khác.", "uploads"
        ) from None


def small(data: bytes) -> bytes:
    """A kept photo for lists."""
    with Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
        image.draft(None, (THUMBNAIL, THUMBNAIL))
        return _written(_bounded(image, THUMBNAIL), QUALITY)


def _check(data: bytes, name: str) -> None:
    """Measure before opening: the size stands in the first bytes."""
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        if image.width * image.height > PIXELS:
            raise _too_many(name)
        image.verify()


def _too_many(name: str) -> Refused:
    return Refused(
        f"Ảnh “{name}” có trên {PIXELS // 10**6} triệu điểm ảnh; hãy thu nhỏ ảnh rồi gửi lại.", "uploads"
    )


def _opaque(image: Image.Image) -> Image.Image:
    """In the usual colours, on white paper where it was transparent."""
    image = _usual_colours(image)
    if image.mode in ("P", "LA", "PA", "RGBA"):
        over = image.convert("RGBA")
        paper = Image.new("RGBA", over.size, "white")
        return Image.alpha_composite(paper, over).convert("RGB")
    return image.convert("RGB")


def _usual_colours(image: Image.Image) -> Image.Image:
    """Phones write in wider colours than screens take for granted; without their profile these would look pale."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK"):
        with suppress(ImageCms.PyCMSError, OSError):
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            made = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
            return made or image
    return image


def _bounded(image: Image.Image, side: int) -> Image.Image:
    image.thumbnail((side, side), Image.Resampling.LANCZOS)
    return image


def _written(image: Image.Image, quality: int) -> bytes:
    """Only the pixels are copied over, so that nothing else can come along."""
    bare = Image.new("RGB", image.size)
    bare.paste(image.convert("RGB"))
    file = io.BytesIO()
    bare.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
    return file.getvalue()
