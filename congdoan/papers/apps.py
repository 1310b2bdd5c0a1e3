from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "congdoan.papers"
    verbose_name = "Văn bản, kế hoạch"
