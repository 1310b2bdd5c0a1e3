from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("funds", "0003_yearly")]

    operations = [
        migrations.RenameField("dues", "members", "payers"),
        migrations.AddField(
            "dues",
            "levy",
            models.CharField(
                choices=[("dues", "Đoàn phí"), ("fund", "Kinh phí công đoàn")], default="dues", max_length=4
            ),
        ),
        migrations.AlterField(
            "rate",
            "what",
            models.CharField(
                choices=[
                    ("dues", "Mức đóng đoàn phí (% tiền lương)"),
                    ("cap", "Đoàn phí nhiều nhất (% lương cơ sở)"),
                    ("base", "Lương cơ sở (đồng)"),
                    ("fund", "Mức đóng kinh phí công đoàn (% quỹ tiền lương)"),
                    ("dues_kept", "Cơ sở giữ lại đoàn phí (%)"),
                    ("fund_kept", "Cơ sở được sử dụng kinh phí 2% (%)"),
                ],
                max_length=10,
            ),
        ),
    ]
