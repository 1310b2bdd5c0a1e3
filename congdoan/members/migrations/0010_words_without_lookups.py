"""The words of a name are written with the person: the person need not be looked up for each."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('members', '0009_only_indexes_asked'),
    ]

    operations = [
        migrations.AlterField(
            model_name='nameword',
            name='person',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='words', to='members.person'),
        ),
    ]
