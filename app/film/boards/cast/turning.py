"""Where the heads and bodies of a cast turn: to whom or what they look, or where they go."""

from app.film.boards.cast.pose import Pose
from app.film.boards.cast.skull import HeadTurn
from app.vocabulary.staging import Figure, Posture

# How far a head is turned to the side, in degrees, by whether it is seen close; away is behind.
_ASIDE_CLOSE, _ASIDE_FAR, _AWAY = 34.0, 46.0, 180.0
# The turn of a head that faces the camera: a little aside, which is livelier.
_TO_CAMERA = 8.0
# How far bodies turn with their heads, as a share.
_BODY_SHARE = 0.009
_LYING = (Posture.SLEEP, Posture.LIE)


def turn_head(
    figure: Figure, pose: Pose, *, is_close: bool, rise: float = 0.0, has_partner: bool = False
) -> HeadTurn:
    """Return how a head is turned; `rise` is how far above the eyes its target is, in body units."""
    gesture, stance = pose.gesture, pose.stance
    pitch = max(-1.0, min(1.0, gesture.pitch + stance.pitch - rise / 45))
    if figure.facing == "away" and pose.posture not in _LYING:
        return HeadTurn(_AWAY, 0.0, (0.0, 0.0), gesture.tilt)
    looks_aside = figure.facing in ("left", "right") or has_partner or bool(figure.target)
    aside = (_ASIDE_CLOSE if is_close else _ASIDE_FAR) if looks_aside else _TO_CAMERA
    yaw = max(stance.yaw * (0.8 if is_close else 1.0), gesture.yaw if gesture.yaw is not None else aside)
    if is_close and not has_partner:
        yaw = min(yaw, 58.0)
    gaze = (0.75, pitch * 0.9) if yaw > _TO_CAMERA else (0.0, pitch * 0.9)
    return HeadTurn(yaw, pitch, gaze, gesture.tilt)


def turn_body(turn: HeadTurn, pose: Pose) -> float:
    """Return how far a body is turned from the camera, 0 for its front and 1 for its side."""
    if turn.is_away:
        return 0.0
    return max(pose.stance.body_turn, min(1.0, turn.yaw * _BODY_SHARE))
