from django.db import migrations

# Roll-ups are only sums of entries: thrown away here, and folded again with the numbers of who is counted once.
AGAIN = "DELETE FROM ledger_rollup; DELETE FROM ledger_node; UPDATE ledger_watermark SET entry = 0;"


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_append_only")]

    operations = [migrations.RunSQL(AGAIN.split("; "), migrations.RunSQL.noop)]
