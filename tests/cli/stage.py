"""Puts the cast and a little work into the installation named by the environment: `python -m tests.cli.stage`."""

import os
from datetime import date

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congdoan.settings")


def main() -> None:
    django.setup()
    from django.core.files.base import ContentFile
    from PIL import Image

    from congdoan.records import files
    from tests.cast import care, gather

    cast = gather()
    record = care(cast["laocai-tu-phap"], cast.funds["laocai-xa-hoi"], date(2024, 2, 1), gifts=3)
    photo = ContentFile(b"", name="anh.png")
    Image.new("RGB", (60, 40), "navy").save(photo, "PNG")
    photo.seek(0)
    files.attach(record=record, upload=photo, by=None, caption="Trao quà")


if __name__ == "__main__":
    main()
