"""What keeps the bundled CKEditor 4 defensible is configuration; these checks keep it so (docs/concepts/editor.md)."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.utils.module_loading import import_string

from body import editor, widgets

# Those that lie loose in the wheel are from 2012 to 2015, or send what is written to somebody else.
STALE = frozenset(
    {"adobeair", "autoembed", "autogrow", "autolink", "bbcode", "codesnippet"}
    | {"codesnippetgeshi", "devtools", "divarea", "docprops", "embed", "embedbase"}
    | {"embedsemantic", "iframedialog", "image2", "mathjax", "placeholder", "sharedspace"}
    | {"sourcedialog", "stylesheetparser", "tableresize", "uicolor", "wsc", "exportpdf"}
    | {"scayt", "preview", "filebrowser", "uploadimage", "uploadwidget", "iframe"}
)


@register("body")
def check_widget(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    name = getattr(settings, "BODY_WIDGET", "body.widgets.BodyWidget")
    try:
        import_string(name)
    except ImportError as error:
        return [Error(f"BODY_WIDGET names no widget: {error}", id="body.E001")]
    return check_configuration(editor.ckeditor()) if issubclass(widgets.chosen(), widgets.BodyWidget) else []


@register("body", "security")
def check_uploader(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if not apps.is_installed("ckeditor_uploader"):
        return []
    return [Error("ckeditor_uploader takes files past credit and rights. Remove it.", id="body.E002")]


def check_configuration(config: dict[str, Any]) -> list[CheckMessage]:
    """Each of these opens a hole of 4.22.1 that nobody will mend."""
    found: list[CheckMessage] = []
    if config.get("allowedContent") in (True, None):
        found.append(Error("The editor's allowedContent must be the allowlist.", id="body.E003"))
    for risky in ("script", "style", "*"):
        if isinstance(config.get("allowedContent"), dict) and risky in config["allowedContent"]:
            found.append(Error(f"The editor's allowedContent lets “{risky}” in.", id="body.E003"))
    if config.get("fullPage"):
        found.append(Error("The editor's fullPage must stay off (CVE-2024-24815).", id="body.E004"))
    if config.get("versionCheck", True):
        found.append(Error("The editor's versionCheck must be off (CVE-2024-43411).", id="body.E005"))
    plugins = set(f"{config.get('plugins', '')},{config.get('extraPlugins', '')}".split(","))
    if stale := sorted(plugins & STALE):
        found.append(Error(f"The editor's plugins are stale or tell others: {', '.join(stale)}.", id="body.E006"))
    if config.get("customConfig") != "":
        found.append(Error("The editor's customConfig would be loaded over this configuration.", id="body.E007"))
    return found
