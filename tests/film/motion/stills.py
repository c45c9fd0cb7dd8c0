"""A layered still: a bright square with a face before a dark ground."""

import cv2
import numpy as np

from app.film.motion.layered_still import Face, Layers, Near, Patch, Pixels
from app.film.motion.layers_file import add_layers
from app.film.motion.moving_picture import Still

SIZE = (320, 180)
LEFT, TOP, WIDTH, HEIGHT = 160, 60, 80, 120


def make_layers(**changes: object) -> Layers:
    """Return the layers of the square, whose one face closes its eyes and shuts its mouth to black."""
    face = Face(Patch(LEFT + 20, TOP + 20, fill(40, 10, 0)), Patch(LEFT + 20, TOP + 60, fill(40, 10, 0)))
    behind = Patch(LEFT, TOP, fill(WIDTH, HEIGHT, 60))
    near = Near(behind, np.full((HEIGHT, WIDTH), 255, np.uint8), parallax=0.5)
    return Layers(**{"near": near, "faces": (face,)} | changes)  # type: ignore[arg-type]


def make_still(layers: Layers) -> Still:
    """Return the still of 400 × 224 pixels with some layers in its file."""
    picture = fill(400, 224, 60)
    picture[TOP : TOP + HEIGHT, LEFT : LEFT + WIDTH] = 200
    png = cv2.imencode(".png", picture)[1].tobytes()
    return Still(add_layers(png, layers), is_layered=True)


def fill(width: int, height: int, grey: int) -> Pixels:
    """Return grey BGR pixels."""
    return np.full((height, width, 3), grey, np.uint8)
