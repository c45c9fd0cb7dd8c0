"""The removal of uploads and of their files."""

from fastapi.testclient import TestClient
from sqlalchemy import select, update

from app.core.clock import db_now
from app.core.database import in_transaction, reading
from app.modules.asset.models import Artifact, Asset
from app.modules.asset.service import remove_stale_uploads
from app.modules.auth.models import User
from app.providers.registry import storage
from tests.files import begin, image, send, upload
from tests.outbox import Outbox

PNG = image()


def read_storage_key(asset_id: int) -> str:
    return in_transaction(lambda session: session.get_one(Asset, asset_id).storage_key)


def test_deleting_an_upload_removes_its_file(ada_api: TestClient, project: int, outbox: Outbox) -> None:
    asset = upload(ada_api, project, PNG, type="background", filename="scene-1.png")
    key = read_storage_key(asset["id"])

    answer = ada_api.delete(f"/assets/{asset['id']}")
    outbox.deliver_all()

    assert answer.status_code == 204
    assert not storage().has(key)
    assert ada_api.get(f"/projects/{project}/scenes").json()[0]["background_path"] is None


def test_deleting_a_project_removes_its_files(ada_api: TestClient, project: int, outbox: Outbox) -> None:
    ready = read_storage_key(upload(ada_api, project, PNG)["id"])
    pending = begin(ada_api, project, PNG).json()["upload"]
    send(ada_api, pending, PNG)

    ada_api.delete(f"/projects/{project}")
    outbox.deliver_all()

    assert not storage().has(ready)
    assert not storage().has(pending["fields"]["key"])


def test_uploads_that_are_not_completed_in_time_are_removed(
    ada_api: TestClient, project: int, outbox: Outbox
) -> None:
    stale, fresh = begin(ada_api, project, PNG).json(), begin(ada_api, project, PNG).json()
    send(ada_api, stale["upload"], PNG)
    old = update(Asset).where(Asset.id == stale["asset_id"]).values(created_at=db_now(-2 * 86_400))
    in_transaction(lambda session: session.execute(old))

    count = in_transaction(remove_stale_uploads)
    outbox.deliver_all()

    assert count == 1
    assert not storage().has(stale["upload"]["fields"]["key"])
    assert ada_api.get(f"/assets/{stale['asset_id']}").status_code == 404
    assert ada_api.get(f"/assets/{fresh['asset_id']}").status_code == 200


def test_deleting_an_account_removes_its_files(
    ada: User, ada_api: TestClient, grace_api: TestClient, project: int, outbox: Outbox
) -> None:
    uploaded = read_storage_key(upload(ada_api, project, PNG)["id"])
    scene = ada_api.get(f"/projects/{project}/scenes").json()[0]["id"]
    ada_api.post(f"/projects/{project}/scenes/{scene}/render", json={"what": "background"})
    outbox.deliver_all()
    with reading() as session:
        drawn = session.scalars(select(Artifact.storage_key)).one()

    answer = grace_api.delete(f"/admin/users/{ada.id}")
    outbox.deliver_all()

    assert answer.status_code == 200
    assert not storage().has(uploaded)
    assert not storage().has(drawn)
