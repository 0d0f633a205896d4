"""The demo's pictures: the list of them all, and the drawing itself."""

from __future__ import annotations

from PIL import Image

from demo.drawing import palette, portraits, scenes_boats, scenes_night, scenes_power, scenes_river, scenes_rooms
from demo.drawing.canvas import Canvas
from demo.picture import Picture, portrait
from demo.pictures_more import MORE_A
from demo.pictures_region import MORE_B


def draw(key: str) -> Image.Image:
    """The picture in RGB at its size. The same key always gives the same picture."""
    picture = PICTURES[key]
    canvas = Canvas(*picture.size, ground=palette.INK, seed=sum(key.encode()))
    picture.scene(canvas)
    return canvas.finished()


_ALL = [
    Picture(
        "heating-plant",
        scenes_power.chimneys,
        "A heating plant at night under stars. Of its two striped chimneys only one smokes; snow and dark cottages lie "
        "before it.",
        "The heating plant on the Low Bank, seen from the flood meadows.",
        0.72,
        0.42,
    ),
    Picture(
        "gas-engines",
        scenes_power.engines,
        "Three ribbed steel containers with exhaust pipes stand in falling snow behind baskets of stone. An engineer "
        "in an orange coat waits at an open, lit door.",
        "Gas engines in containers: small enough to hide, large enough to matter.",
        0.58,
        0.62,
    ),
    Picture(
        "balcony-generator",
        scenes_power.balcony,
        "The dark front of a block of flats. On one lit balcony a generator runs; its grey fumes rise past the window "
        "of the flat above.",
        "The fumes of one flat are the air of the next.",
        0.36,
        0.58,
    ),
    Picture(
        "tram-depot",
        scenes_rooms.depot,
        "Three trams stand in the arches of a brick depot, the middle one lit. On the floor before them burn small red "
        "lamps beside three white flowers.",
        "The depot on Lantern Square before the first tour.",
        0.5,
        0.5,
    ),
    Picture(
        "iron-bridge",
        scenes_river.bridge,
        "A tram full of people crosses a bridge of iron arches at dusk; a large low sun is mirrored in the river.",
        "The Iron Bridge has joined the two banks of the Verbna since 1931.",
        0.32,
        0.52,
    ),
    Picture(
        "mill-dam",
        scenes_river.dam,
        "Water falls through the arches of an old dam. At its end stands a small brick power house with three tall "
        "yellow windows; a grown-up and a child look down from the walkway.",
        "The mill dam and its power house, as they stood in 1926.",
        0.8,
        0.55,
    ),
    Picture(
        "cable-ferry",
        scenes_boats.ferry,
        "Three people and a red bicycle cross a misty river on a flat cable ferry; a willow leans in from the left, "
        "and cottages stand on the far bank.",
        "The morning crossing at Mlynky.",
        0.5,
        0.7,
    ),
    Picture(
        "grain-elevator",
        scenes_boats.elevator,
        "Grain pours through a chute into a red barge below tall concrete silos at sunrise. One silo has a jagged hole "
        "behind a scaffold.",
        "The elevator on the Low Bank.",
        0.6,
        0.6,
    ),
    Picture(
        "market-hall",
        scenes_night.market,
        "A red market hall with a large fan-shaped window glows in the dark. People with bags leave through its doors "
        "between two stalls with striped roofs.",
        "The market hall on Lantern Square.",
        0.5,
        0.5,
    ),
    Picture(
        "ambulance",
        scenes_night.ambulance,
        "An ambulance with its headlights on stands in a dark yard between blocks of flats; a paramedic with a bag "
        "waits behind it in the snow.",
        "Station No. 2 covers the whole of the Low Bank.",
        0.5,
        0.62,
    ),
    Picture(
        "library-window",
        scenes_night.library,
        "Through a tall arched window, taped crosswise, one lamp lights shelves of books and a reader. A black cat "
        "sits outside on the snowy sill.",
        "The Reading Room of the City Library.",
        0.5,
        0.55,
    ),
    Picture(
        "school-shelter",
        scenes_rooms.shelter,
        "A child with a satchel stands in a dark corridor with coats on hooks, before an open steel door; in the warm "
        "light behind it pupils sit at desks, and one raises a hand.",
        "The corridor under School No. 4.",
        0.66,
        0.6,
    ),
    Picture(
        "greenhouse",
        scenes_rooms.greenhouse,
        "A greenhouse full of plants glows yellow in a snowy field at nightfall; inside, a woman stands with a "
        "watering can.",
        "The municipal greenhouse on Mill Street.",
        0.5,
        0.52,
    ),
    portrait(
        "portrait-orlyk", portraits.orlyk, "Drawing of a woman with a grey bob, round glasses and an amber shawl."
    ),
    portrait(
        "portrait-vodianyk", portraits.vodianyk, "Drawing of a man with a dark beard, a knitted cap and a work jacket."
    ),
    portrait(
        "portrait-merezhko", portraits.merezhko, "Drawing of a woman with red curls, long earrings and a green jumper."
    ),
    portrait(
        "portrait-tarakly",
        portraits.tarakly,
        "Drawing of a woman with long dark hair and a teal jacket; waves behind her.",
    ),
]

PICTURES: dict[str, Picture] = {picture.key: picture for picture in [*_ALL, *MORE_A, *MORE_B]}
