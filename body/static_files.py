"""Which static files are served, and under which names."""

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import AppDirectoriesFinder
from django.core.files.base import ContentFile, File
from whitenoise.storage import CompressedManifestStaticFilesStorage

# The wheel holds 34 plugins from 2012 to 2015 whose holes were mended elsewhere only. What is not
# named here is served neither by `collectstatic` nor while developing.
_ROOT = "ckeditor/ckeditor/"
_FILES = (
    "ckeditor.js",
    "skins/moono-lisa/editor.css",
    "skins/moono-lisa/editor_gecko.css",
    "skins/moono-lisa/dialog.css",
    "skins/moono-lisa/icons*.png",
    "skins/moono-lisa/images/*",
    "plugins/icons*.png",
    "plugins/a11yhelp/dialogs/a11yhelp.js",
    "plugins/clipboard/dialogs/paste.js",
    "plugins/dialog/styles/dialog.css",
    "plugins/find/dialogs/find.js",
    "plugins/magicline/images/*",
    "plugins/pastefromword/filter/default.js",
    "plugins/pastetools/filter/*.js",
    "plugins/specialchar/dialogs/specialchar.js",
    "plugins/table/dialogs/table.js",
    "plugins/widget/images/handle.png",
)
# No string of ours goes over several lines, so what looks like a comment at the begin of one is a comment.
_INDENT = re.compile(r"^[ ]+", re.MULTILINE)
_COMMENTS = re.compile(r"^(?:/\*(?:[^*]|\*(?!/))*\*/|//.*)\n", re.MULTILINE)
_BY_LANGUAGE = (
    "lang/{}.js",
    "plugins/a11yhelp/dialogs/lang/{}.js",
    "plugins/specialchar/dialogs/lang/{}.js",
)


def is_served(path: str) -> bool:
    """Whether a file of the editor's wheel is needed; ``path`` as in ``{% static path %}``."""
    languages = {"en", *settings.LANGUAGE_NAMES}
    wanted = [*_FILES, *(file.format(language) for file in _BY_LANGUAGE for language in languages)]
    return path.startswith(_ROOT) and any(fnmatchcase(path.removeprefix(_ROOT), pattern) for pattern in wanted)


class Finder(AppDirectoriesFinder):
    """The static files of all apps, of CKEditor's only those that are needed."""

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[Any]:
        for path, storage in super().list(ignore_patterns):
            if storage is not self.storages.get("ckeditor") or is_served(path):
                yield path, storage

    def find_in_app(self, app: str, path: str) -> str | None:
        return super().find_in_app(app, path) if app != "ckeditor" or is_served(path) else None


class Storage(CompressedManifestStaticFilesStorage):
    """Also the modules that a module imports carry the hash of what is in them in their names."""

    support_js_module_import_aggregation = True

    def _save(self, name: str, content: File) -> str:
        """Our own scripts are served without their comments and indents, a fifth of what they weigh."""
        if name.startswith("body/editor/") and name.endswith(".js"):
            content.seek(0)
            content = ContentFile(squeeze(content.read().decode()).encode())
        saved: str = super()._save(name, content)
        return saved


def squeeze(script: str) -> str:
    """Takes away lines that are nothing but comment, and what lines begin with."""
    return _COMMENTS.sub("", _INDENT.sub("", script))
