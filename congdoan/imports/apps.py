from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "congdoan.imports"
    verbose_name = "Nhập từ bảng tính"

    def ready(self) -> None:
        from . import kinds, register, unions  # noqa: F401

        kinds.announce()
