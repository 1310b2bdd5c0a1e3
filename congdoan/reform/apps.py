from django.apps import AppConfig


class ReformConfig(AppConfig):
    name = "congdoan.reform"
    verbose_name = "Sắp xếp tổ chức"

    def ready(self) -> None:
        from .draws import announce

        announce()
