from collections.abc import Iterator

import pytest
from django import forms
from django.contrib import admin
from django.db import connection, models
from django.template import Context, Template

from body.fields import BodyField
from body.widgets import BodyWidget


class Leaflet(models.Model):
    body = BodyField()
    copy = models.TextField(default="")

    class Meta:
        app_label = "tests"
        managed = False
        db_table = "test_leaflet"

    def __str__(self):
        return self.copy


class LeafletForm(forms.ModelForm):
    class Meta:
        model = Leaflet
        fields = ("body",)


@pytest.fixture
def table(transactional_db: None) -> Iterator[None]:
    with connection.schema_editor() as editor:
        editor.create_model(Leaflet)
    yield
    with connection.schema_editor() as editor:
        editor.delete_model(Leaflet)


DIRTY = "Words\r\n\r\n<script>x</script><b>bold</b>"
CLEAN = "<p>Words</p>\n<p><strong>bold</strong></p>"


def test_what_is_saved_is_clean_and_the_object_in_hand_as_well(table: None):
    leaflet = Leaflet(body=DIRTY)
    leaflet.save()
    assert leaflet.body == CLEAN
    assert Leaflet.objects.get().body == CLEAN


def test_ways_around_save_are_clean_too(table: None):
    made = Leaflet.objects.bulk_create([Leaflet(body=DIRTY), Leaflet()])
    assert made[0].body == CLEAN
    Leaflet.objects.filter(pk=made[1].pk).update(body=DIRTY)
    assert set(Leaflet.objects.values_list("body", flat=True)) == {CLEAN}


def test_a_text_can_be_found_by_a_part_of_it_and_copied_in_the_database(table: None):
    Leaflet.objects.create(copy="<p>as it is</p>", body="words")
    assert Leaflet.objects.filter(body__contains="word").exists()
    Leaflet.objects.update(body=models.F("copy"))
    assert Leaflet.objects.get().body == "<p>as it is</p>"


def test_migrations_see_an_ordinary_text():
    name, path, args, kwargs = Leaflet._meta.get_field("body").deconstruct()
    assert (name, path, args, kwargs) == ("body", "django.db.models.TextField", [], {"blank": True, "default": ""})


def test_a_form_gives_the_clean_text():
    form = LeafletForm({"body": DIRTY})
    assert form.is_valid()
    assert form.cleaned_data["body"] == form.instance.body == CLEAN


def test_a_text_that_only_travelled_through_a_browser_has_not_changed():
    leaflet = Leaflet(body=CLEAN)
    assert not LeafletForm({"body": CLEAN.replace("\n", "\r\n")}, instance=leaflet).has_changed()
    assert LeafletForm({"body": CLEAN + "\nMore"}, instance=leaflet).has_changed()


def test_a_required_body_must_have_words():
    with pytest.raises(forms.ValidationError):
        BodyField(blank=False).clean("<p>&nbsp;</p><script>x</script>", None)


def test_the_body_is_written_in_its_own_widget_in_the_admin_too():
    field = Leaflet._meta.get_field("body")
    assert isinstance(field.formfield().widget, BodyWidget)
    assert isinstance(admin.ModelAdmin(Leaflet, admin.site).formfield_for_dbfield(field, None).widget, BodyWidget)


def test_the_widget_is_a_text_area_that_knows_its_language():
    html = BodyWidget(lang="uk").render("body", "<p>A</p>")
    assert 'class="body-input"' in html
    assert 'rows="24"' in html
    assert 'lang="uk"' in html
    assert "&lt;p&gt;A&lt;/p&gt;" in html
    assert "lang=" not in BodyWidget().render("body", "")


def test_only_what_is_marked_as_trusted_reaches_a_page_as_html():
    template = Template("{% load body %}{{ html }} {{ html|trusted }}")
    assert template.render(Context({"html": "<em>a</em>"})) == "&lt;em&gt;a&lt;/em&gt; <em>a</em>"
