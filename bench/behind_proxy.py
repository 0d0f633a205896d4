"""Settings of a demo newspaper that answers as it does behind its proxy: pages are compressed (deploy/nginx.conf)."""

from newsroom.settings import *  # noqa: F403
from newsroom.settings import MIDDLEWARE

MIDDLEWARE = ["django.middleware.gzip.GZipMiddleware", *MIDDLEWARE]
