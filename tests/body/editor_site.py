"""A page with nothing but the editor, under the product's policy for scripts: it shows a body, and saves what is sent."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template import Context, Template
from django.urls import path
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt

from body.csp import allow_editor
from body.fields import BodyFormField
from body.templatetags.body import trusted
from body.widgets import BodyWidget, PlainBodyWidget

PAGE = Template(
    """<!doctype html>
<html lang="{{ interface }}"{% if theme %} data-theme="{{ theme }}"{% endif %}>
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Editor</title>
    <link rel="icon" href="/static/favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/static/admin/css/base.css">
    <link rel="stylesheet" href="/static/admin/css/dark_mode.css">
    {{ form.media }}
  </head>
  <body>
    <main>
      <h1>Editor</h1>
      <form method="post">
        <label for="id_body">Story</label>
        {{ form.body }}
        <button name="save" value="1">Save</button>
      </form>
    </main>
  </body>
</html>"""
)
SHOWN = Template(
    """<!doctype html><html lang="en"><head><title>Story</title>
<link rel="icon" href="/static/favicon.svg"></head><body><main>{{ html }}</main></body></html>"""
)
# What the tests put in and take out; the page has one body and no database.
store = {"body": "", "lang": "en", "posted": None}


@allow_editor
def write(request: HttpRequest) -> HttpResponse:
    widget = PlainBodyWidget(lang=store["lang"]) if "plain" in request.GET else BodyWidget(lang=store["lang"])

    class Form(forms.Form):
        body = BodyFormField(required=False, widget=widget)

    if request.method == "POST":
        store["posted"] = request.POST["body"]
        form = Form(request.POST)
        if form.is_valid():
            store["body"] = form.cleaned_data["body"]
        return redirect(request.get_full_path())
    form = Form(initial={"body": store["body"]})
    interface = request.GET.get("interface", "en")
    with translation.override(interface):
        context = {"form": form, "theme": request.GET.get("theme", ""), "interface": interface}
        return HttpResponse(PAGE.render(Context(context)))


def read(request: HttpRequest) -> HttpResponse:
    """As a reader's page, without anything between the stored body and the browser."""
    return HttpResponse(SHOWN.render(Context({"html": trusted(str(store["body"]))})))


urlpatterns = [path("admin/write/", csrf_exempt(write)), path("read/", read)]
