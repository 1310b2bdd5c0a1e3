"""Unions and postings are never deleted: nobody looks each of them up again for every member of a list. One index for
each key instead of PostgreSQL's two."""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models

guard = import_module("congdoan.members.migrations.0003_one_at_a_time")


def restore(apps, editor):
    """SQLite has just made the table anew, which leaves its triggers behind."""
    if editor.connection.vendor == "sqlite":
        guard.add(apps, editor)


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0001_initial'),
        ('members', '0012_birth_year'),
        ('org', '0007_funding'),
    ]

    operations = [
        migrations.AlterField(
            model_name='household',
            name='unit',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='households', to='org.unit'),
        ),
        migrations.AlterField(
            model_name='membership',
            name='changed',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='audit.posting'),
        ),
        migrations.AlterField(
            model_name='membership',
            name='made',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='audit.posting'),
        ),
        migrations.AlterField(
            model_name='membership',
            name='unit',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='org.unit'),
        ),
        migrations.AlterField(
            model_name='person',
            name='name_key',
            field=models.CharField(max_length=100),
        ),
        migrations.AlterField(
            model_name='person',
            name='twin_key',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AlterField(
            model_name='person',
            name='unit',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='people', to='org.unit'),
        ),
        migrations.AlterField(
            model_name='sensitive',
            name='id_number',
            field=models.CharField(blank=True, max_length=12),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['name_key'], name='members_by_name'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['twin_key'], name='members_by_twin'),
        ),
        migrations.AddIndex(
            model_name='sensitive',
            index=models.Index(fields=['id_number'], name='members_by_id_number'),
        ),
        migrations.RunPython(restore, migrations.RunPython.noop),
    ]
