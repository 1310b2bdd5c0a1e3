"""The words of people's names, and what two records of one person have in common: worked out for those already known."""

from itertools import islice

import django.db.models.deletion
from django.db import migrations, models


def fill(apps, editor):
    from congdoan.members.names import twin_key

    Person, NameWord = apps.get_model("members", "Person"), apps.get_model("members", "NameWord")
    people = Person.objects.order_by("pk").only("name_key", "born_on").iterator(chunk_size=2000)
    while batch := list(islice(people, 2000)):
        born = [person for person in batch if person.born_on]
        for person in born:
            person.twin_key = twin_key(person.name_key, person.born_on)
        Person.objects.bulk_update(born, ["twin_key"], batch_size=500)
        words = [NameWord(person=person, word=word) for person in batch for word in set(person.name_key.split())]
        NameWord.objects.bulk_create(words, batch_size=1000)


class Migration(migrations.Migration):
    dependencies = [("members", "0005_twins")]
    operations = [
        migrations.AddField(
            model_name="person",
            name="twin_key",
            field=models.CharField(blank=True, db_index=True, default="", max_length=120),
            preserve_default=False,
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["given_key", "id", "name_key"], name="members_by_given_name"),
        ),
        migrations.CreateModel(
            name="NameWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(max_length=100)),
                ("person", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="words", to="members.person")),
            ],
            options={
                "indexes": [models.Index(fields=["word", "person"], name="members_by_word")],
                "constraints": [models.UniqueConstraint(fields=("person", "word"), name="members_word_once")],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
