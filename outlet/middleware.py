"""The language of a request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from outlet.languages import of_path


class LanguageFromPath:
    """Public pages take their language from the path alone, the desk from the person's browser.

    Django's ``LocaleMiddleware`` would make every public page vary on Accept-Language, and a shared
    cache would then keep a copy for each browser.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        at_desk = request.path_info.startswith("/admin/")
        language = translation.get_language_from_request(request) if at_desk else of_path(request.path_info)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if at_desk:
            patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response
