# The image of web server and worker. It holds no secret, and nothing in it runs as root.
FROM python:3.12-slim AS packages
COPY requirements/base.txt /tmp/base.txt
RUN python -m venv /opt/venv \
 && /opt/venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --only-binary :all: -r /tmp/base.txt

FROM python:3.12-slim
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DATA_DIR=/data
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin newsroom \
 && install -d -o newsroom -g newsroom /data /data/media /data/originals
COPY --from=packages /opt/venv /opt/venv
WORKDIR /app
COPY . .
# Static files belong to the image, pictures to volumes: a new image brings its own style sheets.
RUN SECRET_KEY=used-only-while-the-image-is-being-built python manage.py collectstatic --no-input --verbosity 0
USER newsroom
EXPOSE 8000
CMD ["python", "-m", "gunicorn", "--config", "deploy/gunicorn_config.py"]
