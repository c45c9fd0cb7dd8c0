"""The tests. Their settings are set here, before any module of the app is imported."""

import atexit
import os
import shutil
import tempfile

_data = tempfile.mkdtemp(prefix="studio-tests-")
atexit.register(shutil.rmtree, _data, ignore_errors=True)
os.environ["STUDIO_DATA"] = _data
os.environ.setdefault("REDIS_URL", "")
os.environ.setdefault("LOG_LEVEL", "ERROR")

if worker := os.environ.get("PYTEST_XDIST_WORKER"):
    from tests.shares import take_share

    take_share(worker)
