import django.db.models.deletion
import outlet.languages
import outlet.models
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Outlet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("singleton", models.BooleanField(default=True, editable=False)),
                (
                    "first_language",
                    outlet.languages.LanguageField(
                        default=outlet.languages.first_language,
                        editable=False,
                        max_length=12,
                        verbose_name="first language",
                    ),
                ),
                (
                    "time_zone",
                    models.CharField(
                        default="Europe/Kyiv",
                        help_text="Dates in addresses and on pages are those of this zone.",
                        max_length=64,
                        validators=[outlet.models.is_time_zone],
                        verbose_name="time zone",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address of the newsroom")),
                (
                    "four_eyes",
                    models.BooleanField(
                        default=False,
                        help_text="Nobody approves what they wrote or changed themselves. Switched off, they may, but never in the same step as publishing it.",
                        verbose_name="four eyes",
                    ),
                ),
            ],
            options={
                "verbose_name": "outlet",
                "verbose_name_plural": "outlet",
                "constraints": [
                    models.UniqueConstraint(fields=("singleton",), name="outlet_outlet_one"),
                    models.CheckConstraint(condition=models.Q(("singleton", True)), name="outlet_outlet_singleton"),
                ],
            },
        ),
        migrations.CreateModel(
            name="OutletText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "language",
                    outlet.languages.LanguageField(
                        default=outlet.languages.first_language, max_length=12, verbose_name="language"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("tagline", models.CharField(blank=True, max_length=200, verbose_name="tagline")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                (
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="texts", to="outlet.outlet"
                    ),
                ),
            ],
            options={
                "verbose_name": "text",
                "verbose_name_plural": "texts",
                "constraints": [
                    models.UniqueConstraint(fields=("outlet", "language"), name="outlet_text_once_a_language")
                ],
            },
        ),
    ]
