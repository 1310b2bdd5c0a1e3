"""A reference hardly any row has costs the others no index; one that another index begins with needs none."""

import django.db.models.deletion
from importlib import import_module

from django.db import migrations, models

guard = import_module("congdoan.members.migrations.0003_one_at_a_time")


def restore(apps, editor):
    """SQLite has just made the table anew, which leaves its triggers behind."""
    if editor.connection.vendor == "sqlite":
        guard.add(apps, editor)


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0001_initial'),
        ('members', '0008_taken_back'),
        ('org', '0004_taken_back'),
    ]

    operations = [
        migrations.AlterField(
            model_name='membership',
            name='changed',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='audit.posting'),
        ),
        migrations.AlterField(
            model_name='membership',
            name='previous',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followers', to='members.membership'),
        ),
        migrations.AlterField(
            model_name='membership',
            name='unit',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='org.unit'),
        ),
        migrations.AlterField(
            model_name='membership',
            name='unmade',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='audit.posting'),
        ),
        migrations.AlterField(
            model_name='person',
            name='merged_into',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='members.person'),
        ),
        migrations.AlterField(
            model_name='person',
            name='unit',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='people', to='org.unit'),
        ),
        migrations.AlterField(
            model_name='person',
            name='unmade',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='audit.posting'),
        ),
        migrations.RunPython(restore, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name='membership',
            index=models.Index(condition=models.Q(('previous__isnull', False)), fields=['previous'], name='members_previous'),
        ),
        migrations.AddIndex(
            model_name='membership',
            index=models.Index(condition=models.Q(('unmade__isnull', False)), fields=['unmade'], name='members_unmade'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(condition=models.Q(('merged_into__isnull', False)), fields=['merged_into'], name='members_merged'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(condition=models.Q(('unmade__isnull', False)), fields=['unmade'], name='members_person_unmade'),
        ),
    ]
