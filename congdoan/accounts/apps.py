from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "congdoan.accounts"
    verbose_name = "Người dùng"
