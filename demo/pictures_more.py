"""The pictures of the stories from 13 to 26, and the portraits of the authors who joined later."""

from __future__ import annotations

from demo.drawing import portraits_more
from demo.picture import Picture, portrait

MORE_A: list[Picture] = [
    portrait(
        "portrait-kesar",
        portraits_more.kesar,
        "Drawing of a bald man with a grey moustache, a bow tie and sleeve garters; columns of figures behind him.",
    ),
    portrait(
        "portrait-sylenko",
        portraits_more.sylenko,
        "Drawing of a woman with a fair plait and a straw hat with the veil of a beekeeper turned up; bees around her.",
    ),
    portrait(
        "portrait-hrebin",
        portraits_more.hrebin,
        "Drawing of an old man with a white beard, a captain's cap and a striped jersey; a barge passes behind him.",
    ),
    portrait(
        "portrait-kvitna",
        portraits_more.kvitna,
        "Drawing of a woman with dark hair in a bun, small pearl earrings and a wine-red cardigan; sprigs behind her.",
    ),
]
