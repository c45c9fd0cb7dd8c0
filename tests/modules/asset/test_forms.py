"""Upload forms that are used again, changed, exceeded or late."""

import pytest
from fastapi.testclient import TestClient

from app.providers.registry import storage
from app.providers.storage.local import LocalStorage
from tests.files import begin, fetch, image, send

PNG = image()


def test_a_form_that_is_used_again_does_not_change_the_inspected_file(
    ada_api: TestClient, project: int
) -> None:
    begun = begin(ada_api, project, PNG).json()
    send(ada_api, begun["upload"], PNG)
    asset = ada_api.post(f"/assets/{begun['asset_id']}/complete").json()

    send(ada_api, begun["upload"], b"<script>".ljust(len(PNG)))

    assert fetch(ada_api, asset["url"]).content == PNG


@pytest.mark.parametrize(
    "change",
    [{"Content_Type": "text/html"}, {"key": "users/1/incoming/other.png"}, {"policy": "e30="}],
)
def test_a_changed_form_is_refused(ada_api: TestClient, project: int, change: dict[str, str]) -> None:
    begun = begin(ada_api, project, PNG).json()

    answer = send(ada_api, begun["upload"], PNG, **change)

    assert answer.status_code == 403


def test_a_form_accepts_no_file_larger_than_announced(ada_api: TestClient, project: int) -> None:
    begun = begin(ada_api, project, PNG).json()

    answer = send(ada_api, begun["upload"], PNG + b"more")

    assert answer.status_code == 400
    assert not storage().has(begun["upload"]["fields"]["key"])


def test_an_expired_form_is_refused(
    ada_api: TestClient, project: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("local", "s3"):
        monkeypatch.setattr(f"app.providers.storage.{module}.UPLOAD_SECONDS", -1)
    begun = begin(ada_api, project, PNG).json()

    answer = send(ada_api, begun["upload"], PNG)

    assert answer.status_code == 403


@pytest.mark.usefixtures("local_files")
def test_a_storage_that_cannot_be_written_is_no_error_of_the_server(
    ada_api: TestClient, project: int
) -> None:
    begun, store = begin(ada_api, project, PNG).json(), storage()
    assert isinstance(store, LocalStorage)
    store.root.mkdir(parents=True, exist_ok=True)
    store.root.rename(store.root.with_name("elsewhere"))
    store.root.write_text("not a folder")

    away = send(ada_api, begun["upload"], PNG)
    store.root.unlink()
    store.root.with_name("elsewhere").rename(store.root)
    back = send(ada_api, begun["upload"], PNG)

    assert (away.status_code, back.status_code) == (503, 204)
