from django.apps import AppConfig


class MembersConfig(AppConfig):
    name = "congdoan.members"
    verbose_name = "Đoàn viên"

    def ready(self) -> None:
        from .draws import announce

        announce()
