"""Pictures for the demo: calm hills, drawn by numbers. No person is in them."""

import io
from math import sin
from random import Random

from PIL import Image, ImageDraw, ImageFilter

SIZE = (1200, 800)
# Sky above and below, then the hills from the far one to the near one.
PALETTES = (
    ((247, 214, 165), (253, 240, 213), ((168, 181, 178), (112, 141, 129), (67, 104, 80), (35, 66, 50))),
    ((173, 201, 224), (233, 241, 247), ((150, 173, 190), (104, 137, 160), (70, 104, 125), (38, 62, 84))),
    ((221, 190, 206), (249, 232, 226), ((178, 160, 178), (138, 116, 145), (96, 79, 112), (56, 46, 75))),
    ((205, 222, 190), (244, 246, 226), ((170, 190, 150), (129, 160, 110), (88, 127, 80), (49, 84, 52))),
)


def scene(number: int) -> bytes:
    """A landscape as JPEG; the same number gives the same bytes."""
    random = Random(f"scene {number}")
    above, below, hills = PALETTES[number % len(PALETTES)]
    picture = _sky(above, below)
    draw = ImageDraw.Draw(picture)
    x, y, r = random.randint(200, 1000), random.randint(110, 240), random.randint(40, 70)
    draw.ellipse((x - r, y - r, x + r, y + r), fill=(255, 250, 235))
    for depth, colour in enumerate(hills):
        draw.polygon(_hill(random, depth), fill=colour)
    kept = io.BytesIO()
    picture.filter(ImageFilter.GaussianBlur(1.2)).save(kept, "JPEG", quality=82)
    return kept.getvalue()


def _sky(above: tuple[int, ...], below: tuple[int, ...]) -> Image.Image:
    width, height = SIZE
    column = Image.new("RGB", (1, height))
    for y in range(height):
        mixed = tuple(a + (b - a) * y // height for a, b in zip(above, below, strict=True))
        column.putpixel((0, y), mixed)
    return column.resize((width, height))


def _hill(random: Random, depth: int) -> list[tuple[float, float]]:
    """The outline of one range of hills, lower and livelier the nearer it is."""
    width, height = SIZE
    base, steep = height * (0.42 + 0.14 * depth), 70 - 8 * depth
    waves = [(random.uniform(0.003, 0.012), random.uniform(0, 6.3)) for _ in range(3)]
    ridge = [
        (
            float(x),
            base
            + sum(steep / (n + 1) * sin(rate * (n + 1) * x + shift) for n, (rate, shift) in enumerate(waves)),
        )
        for x in range(0, width + 1, 8)
    ]
    return [(0.0, float(height)), *ridge, (float(width), float(height))]
