"""The door of membership services: signed deliveries, answered in JSON."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from outlet.senders import address_of
from support.supporters.hearing import MOST, Answer, hear


# A signature proves who sent it; no browser does.
@csrf_exempt
@require_POST
def webhook(request: HttpRequest, key: str) -> JsonResponse:
    """One delivery of the service with this key."""
    length = request.headers.get("Content-Length") or "0"
    if not length.isdecimal() or int(length) > MOST:
        answer = Answer(413, {"error": "Too large."})
    else:
        answer = hear(key, request.headers, request.body, address=address_of(request))
    return JsonResponse(answer.data, status=answer.status, headers=answer.headers | {"Cache-Control": "no-store"})
