"""Văn bản, chương trình, kế hoạch: papers out and in, plans and who carries them out."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "congdoan.papers"
    verbose_name = "Văn bản, kế hoạch"

    def ready(self) -> None:
        from .draws import announce

        announce()
