from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "congdoan.meetings"
    verbose_name = "Hội nghị"

    def ready(self) -> None:
        from . import laid_before, papers

        papers.announce()
        laid_before.announce()
