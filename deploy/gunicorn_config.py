"""How gunicorn serves Newsroom, for `make run` and for the image alike: processes with threads.

It stands behind a proxy that buffers (deploy/nginx.conf): a slow reader must not hold a thread.
"""

import os

from newsroom import env

wsgi_app = "newsroom.wsgi:application"
bind = env.text("BIND", "127.0.0.1:8000")
worker_class = "gthread"
workers = env.whole_number("WEB_PROCESSES", 2, least=1, most=64)
threads = env.whole_number("WEB_THREADS", 4, least=1, most=64)
timeout = 60
# Less than the ten seconds after which a container engine loses its patience.
graceful_timeout = 8
# Heartbeats in memory, or a slow disk makes processes look dead.
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 (gunicorn makes an own file there)
# Nobody talks to it over a socket in the home folder, which an image need not have.
control_socket_disable = True
# The proxy writes the log of requests.
accesslog = None
