# syntax=docker/dockerfile:1
# One image for all parts: the API, the dispatcher, workers and migrations differ only in their command.
FROM python:3.13.14-slim-trixie AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/studio
# The same folder as in the final image: `studio` and the migrations are found by the path of `app`.
WORKDIR /srv/studio
COPY requirements.txt .
RUN /opt/studio/bin/pip install --require-hashes -r requirements.txt
COPY pyproject.toml README.md ./
COPY app app
RUN /opt/studio/bin/pip install --no-deps -e .

FROM python:3.13.14-slim-trixie
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates tini \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --create-home --home-dir /var/lib/studio --shell /usr/sbin/nologin studio
COPY --from=build /opt/studio /opt/studio
WORKDIR /srv/studio
COPY alembic.ini pyproject.toml README.md ./
COPY alembic alembic
COPY app app
# All files are written to STUDIO_DATA, over which a volume may be mounted.
ENV PATH=/opt/studio/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    STUDIO_DATA=/var/lib/studio OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
USER studio
EXPOSE 8000
# tini reaps the child processes of a killed worker, and forwards SIGTERM.
ENTRYPOINT ["tini", "--"]
CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0", "--port", "8000", "--no-access-log", "--no-proxy-headers"]
