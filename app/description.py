"""The description of the API in its OpenAPI schema, and its tags in the order in which clients meet them."""

from typing import Final

DESCRIPTION: Final = """
A story becomes a **project**, which is cut into **scenes**. Each scene is filmed in **shots**, and a **job**
makes a film of them.

## Signing in

`POST /auth/login` sets the cookies `access_token` and `refresh_token`. With `"token_transport": "bearer"` it
returns the tokens instead; send the access token as `Authorization: Bearer …`. `POST /auth/token` is the form
of OAuth2 that the button “Authorize” uses. `POST /auth/refresh-token` rotates both tokens.

## Errors

Every error is `application/problem+json` (RFC 9457), with a sentence for people in `detail` and a stable word
for programs in `code`. Another user's object is answered like a missing one.
"""

TAGS: Final[list[dict[str, str]]] = [
    {"name": "auth", "description": "Accounts and sessions."},
    {"name": "projects", "description": "Stories, each with its settings, live changes and renders."},
    {"name": "scenes", "description": "The scenes into which a story is cut, in order."},
    {"name": "shots", "description": "The shots in which a scene is filmed, each with a still and a clip."},
    {"name": "characters", "description": "The cast of a project, which looks the same in all shots."},
    {"name": "jobs", "description": "Films that are being made or are finished, and what they cost."},
    {"name": "assets", "description": "Stored files, made by jobs or uploaded."},
    {"name": "admin", "description": "Users, jobs, queues, costs and the audit log, for admins."},
    {"name": "operations", "description": "Health and metrics."},
]
