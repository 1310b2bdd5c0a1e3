from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "congdoan.meetings"
    verbose_name = "Hội nghị"
