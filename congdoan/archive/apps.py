from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "congdoan.archive"
    verbose_name = "Sổ mang đi"
