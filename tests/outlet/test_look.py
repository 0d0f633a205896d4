"""The outlet's own look: colours that can be read, a logo that is nothing but a picture."""

import io
import re
from pathlib import Path

import pytest
from django.urls import reverse
from PIL import Image, PngImagePlugin

from outlet import colours, logo
from outlet.models import Outlet

TOKENS = (Path(__file__).parents[2] / "static/css/tokens.css").read_text(encoding="utf-8")
SENT = {
    "time_zone": "Europe/Kyiv", "silent_changes": "reason", "email": "", "accent_light": "", "accent_dark": "",
    "texts-INITIAL_FORMS": 0, "texts-TOTAL_FORMS": 1, "texts-0-language": "en", "texts-0-name": "The Lantern",
}  # fmt: skip


@pytest.fixture
def save(client, ada, outlet):
    client.force_login(ada)
    text = outlet.texts.get()
    sent = SENT | {"texts-INITIAL_FORMS": 1, "texts-0-id": text.pk, "texts-0-outlet": outlet.pk}
    return lambda **more: client.post(reverse("admin:outlet_outlet_change", args=[outlet.pk]), sent | more)


def picture(kind="PNG", size=(1600, 300), **options):
    file = io.BytesIO()
    Image.new("RGB", size, "teal").save(file, kind, **options)
    file.seek(0)
    file.name = f"logo.{kind.lower()}"
    return file


def test_the_colours_that_we_know_of_are_those_of_the_tokens():
    found = {name: values for name, *values in re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", TOKENS)}
    assert {
        scheme: (found["paper"][place], found["paper-raised"][place]) for place, scheme in enumerate(("light", "dark"))
    } == colours.PAPERS
    assert list(colours.ACCENTS.values()) == found["accent"]


def test_contrast_is_counted_as_wcag_does():
    assert colours.contrast("#000000", "#ffffff") == 21
    assert colours.contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("mine", colours.ACCENTS.items())
def test_our_own_colours_pass(mine):
    {"light": colours.stands_out_on_light, "dark": colours.stands_out_on_dark}[mine[0]](mine[1])


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("accent_light", "#ffcc00", "On the light paper this colour reaches a contrast of 1.3 : 1"),
        ("accent_dark", "#8a1f1f", "On the dark paper this colour reaches a contrast of"),
        ("accent_light", "red", "Write the colour as # and six digits"),
        ("accent_light", "#8a1f1", "Write the colour as # and six digits"),
        ("accent_dark", "#fff;}x", "Write the colour as # and six digits"),
    ],
)
def test_a_colour_that_cannot_be_read_is_refused_beside_its_field(save, field, value, message):
    answer = save(**{field: value})
    assert answer.status_code == 200
    assert message in str(answer.context["adminform"].form.errors[field])
    assert not getattr(Outlet.objects.get(), field)


def test_colours_come_in_a_stylesheet_whose_address_changes_with_them(save, client):
    assert "/outlet/" not in client.get("/").content.decode()
    save(accent_light="#00513F")
    path = re.search(r'<link rel="stylesheet" href="(/outlet/[0-9a-f]{16}\.css)">', client.get("/").content.decode())[1]
    answer = client.get(path)
    assert "--accent: light-dark(#00513f, #f0a08f);" in answer.content.decode()
    assert answer["Content-Type"] == "text/css; charset=utf-8" and "immutable" in answer["Cache-Control"]
    save(accent_light="#003f51")
    moved = client.get(path)
    assert moved.status_code == 302 and moved["Location"] != path and "immutable" not in moved["Cache-Control"]
    save(accent_light="#8a1f1f")
    assert client.get(path).status_code == 404
    assert "/outlet/" not in client.get("/").content.decode()


def test_nothing_but_a_colour_gets_into_the_stylesheet():
    assert colours.stylesheet(Outlet(accent_light="red;}x", accent_dark="")) == ""


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "JPEG"])
def test_a_logo_is_drawn_anew_and_small(save, client, settings, tmp_path, kind):
    settings.MEDIA_ROOT = tmp_path
    save(logo_file=picture(kind))
    outlet = Outlet.objects.get()
    assert (outlet.logo_width, outlet.logo_height) == (800, 150)
    page = client.get("/").content.decode()
    path = re.search(r'<img src="(/media/outlet/logo-[0-9a-f]{16}\.png)"[^>]* alt="The Lantern">', page)[1]
    answer = client.get(path)
    content = b"".join(answer.streaming_content)
    assert "immutable" in answer["Cache-Control"] and answer["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(content)).size == (800, 150)
    save(without_logo="on")
    assert "<img src" not in client.get("/").content.decode().partition("</header>")[0]


def test_nothing_that_the_file_held_besides_reaches_readers():
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "a secret place")
    drawn = logo.redraw(picture(pnginfo=info))
    assert b"secret" not in drawn.content


@pytest.mark.parametrize(
    "content",
    [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", b"", b"\x89PNG\r\n"],
)
def test_what_is_no_such_picture_is_refused(save, content):
    file = io.BytesIO(content)
    file.name = "logo.png"
    answer = save(logo_file=file)
    assert answer.context["adminform"].form.errors["logo_file"]
    assert not Outlet.objects.get().logo


def test_too_large_a_picture_is_refused(save):
    answer = save(logo_file=picture(size=(6000, 5000)))
    assert "25 million pixels" in str(answer.context["adminform"].form.errors["logo_file"])


@pytest.mark.parametrize("name", ["logo-0123456789abcdef.png", "../originals/x.png", "logo-x.png"])
def test_no_other_file_is_served(client, outlet, name):
    assert client.get(f"/media/outlet/{name}").status_code == 404
