"""A still in motion: the camera over its layers, and the life within them."""

import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

import cv2
import numpy as np

from app.film.boards.rng import seeded_rng
from app.film.camera import (
    Crop,
    Plane,
    Planes,
    compute_crop,
    convert_to_planes,
    load_planes,
    normalize_move,
    sample,
    split_planes,
)
from app.film.motion.blinks import Span, is_mouth_open, is_within, list_blinks
from app.film.motion.falling import paint_falling
from app.film.motion.layered_still import Face, Layers, Near, Patch
from app.film.motion.layers_file import read_layers
from app.film.motion.ripples import flicker, ripple

# Breathing lifts the shoulders this far, as a share of the height of what stands in front.
_BREATH, _BREATHS_A_SECOND, _BREATH_STEPS = 0.0035, 0.27, 10
# Of a locked-off camera so many frames are kept, because they come again.
_MOST_HELD = 32
# A blow shakes the camera this far, as a share of the frame's width, and for so many seconds.
_SHAKE, _SHAKE_SEC, _SHAKES_A_SECOND = 0.006, 0.45, 9.0


@dataclass(frozen=True, slots=True)
class Still:
    """An encoded picture; one that the storyboard artist drew `is_layered`."""

    png: bytes
    is_layered: bool = False


@dataclass(frozen=True, slots=True)
class Acting:
    """What happens in a shot, in seconds from its first frame.

    `speech` are the words of the one whose mouth is seen; at `impact_sec` something hits or falls.
    """

    speech: tuple[Span, ...] = ()
    impact_sec: float | None = None


NO_ACTING = Acting()


@dataclass(frozen=True, slots=True)
class _FramePose:
    """What a frame shows of those in front: how far they have breathed in, and their faces."""

    breath: float
    closed_eyes: tuple[bool, ...]
    has_open_mouth: bool


class MovingPicture:
    """The frames of one still."""

    def __init__(self, still: Still, move: str, frames: int, fps: int, size: tuple[int, int]) -> None:
        self._move, self._frames, self._fps, self._size = move, frames, fps, size
        layers = read_layers(still.png) if still.is_layered else Layers()
        self._layers = layers
        self._back = load_planes(still.png, size) if layers.dry is None else convert_to_planes(layers.dry)
        self._front = _FrontPlanes(layers.near, layers.faces, self._back) if layers.near else None
        if layers.near:
            _paste(self._back, layers.near.behind)
        self._blinks = [list_blinks(frames / fps, _seed_rng(face)) for face in layers.faces]
        self._is_held = normalize_move(move) == "static" and not (layers.water or layers.flickers)
        self._held: dict[_FramePose, Plane] = {}

    def render(self, index: int, acting: Acting) -> Plane:
        """Return a frame: YUV 4:2:0 planes one below the other, (height * 3 / 2, width)."""
        time = index / self._fps
        shake = _find_shake(time, acting.impact_sec)
        pose = self._find_pose(time, acting)
        if self._is_held and not shake:
            picture = self._hold(pose)
        else:
            picture = self._film(index / max(self._frames - 1, 1), pose, shake, time)
        if self._layers.falling:
            paint_falling(split_planes(picture)[0], self._layers.falling, time)
        return picture

    def _find_pose(self, time: float, acting: Acting) -> _FramePose:
        closed = tuple(is_within(time, blinks) for blinks in self._blinks)
        return _FramePose(_find_breath(time), closed, is_mouth_open(time, acting.speech))

    def _hold(self, pose: _FramePose) -> Plane:
        """Return the frame of a locked-off camera, which differs by the pose alone."""
        if pose not in self._held:
            if len(self._held) >= _MOST_HELD:
                self._held.clear()
            self._held[pose] = self._film(0.0, pose, 0.0, 0.0)
        return self._held[pose].copy()

    def _film(self, progress: float, pose: _FramePose, shake: float, time: float) -> Plane:
        near = self._layers.near
        view = self._find_crop(progress, near.parallax if near else 0.0, shake)
        picture = sample(self._render_back(time), view, self._size)
        if self._front:
            self._front.show(pose.closed_eyes, is_open=pose.has_open_mouth)
            self._front.lay_over(picture, self._find_crop(progress, 0.0, shake), pose.breath)
        return picture

    def _render_back(self, time: float) -> Planes:
        layers, luma = self._layers, self._back[0]
        if layers.water or layers.flickers:
            luma = luma.copy()
            if layers.water:
                ripple(luma, layers.water, time)
            flicker(luma, layers.flickers, time)
        return luma, self._back[1], self._back[2]

    def _find_crop(self, progress: float, parallax: float, shake: float) -> Crop:
        still = (self._back[0].shape[1], self._back[0].shape[0])
        crop = compute_crop(self._move, progress, still, self._size, parallax)
        return replace(crop, y=crop.y + shake * crop.width)


class _FrontPlanes:
    """The planes of what stands in front, times its cover, with the faces as they are now."""

    def __init__(self, near: Near, faces: Sequence[Face], still: Planes) -> None:
        self._left, self._top = near.behind.left, near.behind.top
        height, width = near.cover.shape
        rows, columns = slice(self._top, self._top + height), slice(self._left, self._left + width)
        half_rows = slice(self._top // 2, (self._top + height) // 2)
        half_columns = slice(self._left // 2, (self._left + width) // 2)
        self._covers = (near.cover, _halve(near.cover))
        self._still: Planes = (
            still[0][rows, columns].copy(),
            still[1][half_rows, half_columns].copy(),
            still[2][half_rows, half_columns].copy(),
        )
        self._faces = faces
        self._shown: tuple[tuple[bool, ...], bool] | None = None
        self._planes = self._still

    def show(self, closed: Sequence[bool], *, is_open: bool) -> None:
        """Close the eyes of some faces, and open the mouth of the one who speaks."""
        state = (tuple(closed), is_open)
        if state == self._shown:
            return
        planes = _copy(self._still)
        for face, is_closed in zip(self._faces, closed, strict=True):
            if face.mouth and not is_open:
                _paste(planes, self._move_in(face.mouth))
            if is_closed:
                _paste(planes, self._move_in(face.eyes))
        covers = (self._covers[0], self._covers[1], self._covers[1])
        self._planes = (
            _cover(planes[0], covers[0]),
            _cover(planes[1], covers[1]),
            _cover(planes[2], covers[2]),
        )
        self._shown = state

    def lay_over(self, picture: Plane, crop: Crop, breath: float) -> None:
        """Lay the planes over a frame, in place; `breath` stretches them upward by that share."""
        for number, (target, plane) in enumerate(zip(split_planes(picture), self._planes, strict=True)):
            shrink = 1 if number == 0 else 2
            cover = self._covers[min(number, 1)]
            _lay_over(target, plane, cover, self._find_matrix(crop, target, shrink, plane.shape[0], breath))

    def _find_matrix(
        self, crop: Crop, target: Plane, shrink: int, height: int, breath: float
    ) -> tuple[float, float, float, float]:
        """Return the scales across and down, and the shifts, by which a pixel of the frame is found here."""
        scale = crop.width / shrink / target.shape[1]
        across = crop.x / shrink - self._left / shrink + scale / 2 - 0.5
        down = crop.y / shrink - self._top / shrink + scale / 2 - 0.5
        # Stretched about the foot of the planes, which stands still.
        return scale, scale / (1 + breath), across, height - (height - down) / (1 + breath)

    def _move_in(self, patch: Patch) -> Patch:
        return replace(patch, left=patch.left - self._left, top=patch.top - self._top)


def _lay_over(target: Plane, plane: Plane, cover: Plane, matrix: tuple[float, float, float, float]) -> None:
    across, down, shift_x, shift_y = matrix
    height, width = target.shape
    left, right = (min(max(round((x - shift_x) / across), 0), width) for x in (-1, plane.shape[1] + 1))
    top, bottom = (min(max(round((y - shift_y) / down), 0), height) for y in (-1, plane.shape[0] + 1))
    if right <= left or bottom <= top:
        return
    size = (right - left, bottom - top)
    way = np.array([[across, 0, shift_x + left * across], [0, down, shift_y + top * down]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    front = cv2.warpAffine(plane, way, size, flags=flags, borderMode=cv2.BORDER_CONSTANT)
    share = cv2.warpAffine(cover, way, size, flags=flags, borderMode=cv2.BORDER_CONSTANT)
    part = target[top:bottom, left:right]
    part[:] = cv2.add(cv2.multiply(part, cv2.bitwise_not(share), scale=1 / 255), front)


def _seed_rng(face: Face) -> Random:
    """Return random numbers of a face's own: people do not blink together."""
    return seeded_rng(zlib.crc32(face.eyes.pixels.tobytes()))


def _copy(planes: Planes) -> Planes:
    return planes[0].copy(), planes[1].copy(), planes[2].copy()


def _cover(plane: Plane, cover: Plane) -> Plane:
    return np.asarray(cv2.multiply(plane, cover, scale=1 / 255), np.uint8)


def _halve(cover: Plane) -> Plane:
    half = (cover.shape[1] // 2, cover.shape[0] // 2)
    return np.asarray(cv2.resize(cover, half, interpolation=cv2.INTER_AREA), np.uint8)


def _paste(planes: Planes, patch: Patch) -> None:
    for number, (plane, pixels) in enumerate(zip(planes, convert_to_planes(patch.pixels), strict=True)):
        shrink = 1 if number == 0 else 2
        top, left = patch.top // shrink, patch.left // shrink
        plane[top : top + pixels.shape[0], left : left + pixels.shape[1]] = pixels


def _find_breath(time: float) -> float:
    """Return how far a breath stretches the figures, in so few steps that held frames are made once."""
    depth = 0.5 - 0.5 * math.cos(2 * math.pi * time * _BREATHS_A_SECOND)
    return _BREATH * round(depth * _BREATH_STEPS) / _BREATH_STEPS


def _find_shake(time: float, impact_sec: float | None) -> float:
    """Return how far the camera is shaken down, as a share of the frame's width."""
    if impact_sec is None or not 0 <= time - impact_sec < _SHAKE_SEC:
        return 0.0
    since = time - impact_sec
    return _SHAKE * math.sin(2 * math.pi * since * _SHAKES_A_SECOND) * (1 - since / _SHAKE_SEC)
