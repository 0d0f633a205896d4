"""The pictures of the stories from 13 to 26, and the portraits of the authors who joined later."""

from __future__ import annotations

from demo.drawing import (
    portraits_more,
    scenes_desk,
    scenes_frost,
    scenes_halftram,
    scenes_learning,
    scenes_lock,
    scenes_upriver,
    scenes_work,
)
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
    Picture(
        "adding-machine",
        scenes_desk.adding_machine,
        "The paper tape of a green adding machine runs across a desk under a red lamp and becomes a street; on it stand "
        "a cottage, a hall, a block of flats and a small walker.",
        "It takes a long strip of paper to get from the wages of a city to its street lamps.",
        0.3,
        0.5,
    ),
    Picture(
        "button-factory",
        scenes_work.buttons,
        "Four women sort coloured buttons at a long table before three tall windows. In front stand crates heaped with "
        "buttons, and a ginger cat sits between them.",
        "The sorting room of the button factory. The cat is on the payroll.",
        0.5,
        0.6,
    ),
    Picture(
        "kitchen-bill",
        scenes_desk.kitchen_bill,
        "A brass tap drips into a basin. On the kitchen table, by candlelight, a bill with five lines leans against a "
        "kettle; the last figure is circled in red.",
        "Five lines, and a drop.",
        0.68,
        0.68,
    ),
    Picture(
        "winter-birds",
        scenes_upriver.birds,
        "From a snowy bank two grown-ups and a child count birds with a telescope and a list: swans and ducks between "
        "floes, a cormorant drying its wings on a post, an eagle overhead.",
        "Post 4 of fourteen: whoever is counted must hold still, and does not.",
        0.42,
        0.58,
    ),
    Picture(
        "well-sweep",
        scenes_upriver.well,
        "A cut through the ground. On the left a woman stands by a well whose bucket hangs far above the water; on the "
        "right the pump of a pit lifts water, and the water table slopes down to it.",
        "Where the water stood, by the dashed line, and where it stands now. A drawing of the principle, not to scale.",
        0.3,
        0.5,
    ),
    Picture(
        "river-lock",
        scenes_lock.lock,
        "Water spurts through the closed wooden gates of a lock at dusk. A woman in an orange coat leans on the beam of "
        "a capstan; opposite stands a lit house with geraniums.",
        "Lock No. 2 at Pryshyb. The lower gates have leaked since 1974.",
        0.5,
        0.5,
    ),
    Picture(
        "replacement-bus",
        scenes_halftram.bus,
        "A crowded bus with the sign 3A waits in the sleet. On its fogged windows are finger drawings; through a round "
        "hole wiped into one of them looks an old man with a white beard and a captain's cap.",
        "The 3A, which went round by the elevator.",
        0.55,
        0.55,
    ),
    Picture(
        "first-lesson",
        scenes_learning.first_lesson,
        "A classroom before daybreak, with the moon in the window. The pupils sleep on their folded arms; one sits "
        "upright. At the blackboard a teacher lays a finger on her lips.",
        "Chemistry, eight o'clock.",
        0.55,
        0.62,
    ),
    Picture(
        "insulin-windowsill",
        scenes_frost.windowsill,
        "A packet and three small vials stand on the sill of a window overgrown with frost; outside are the moon, dark "
        "houses and a thermometer that reads very low.",
        "The coldest place in the kitchen is not the safest.",
        0.46,
        0.72,
    ),
    Picture(
        "half-a-tram",
        scenes_halftram.half_tram,
        "In a tiled room under a washing line stands half a tram on springs. A man with an artificial leg takes the "
        "step, his hand on the rail; a physiotherapist holds him by the arm.",
        "Car 86, or the front of it, in the old laundry of the city hospital.",
        0.52,
        0.6,
    ),
    Picture(
        "glaziers",
        scenes_work.glaziers,
        "Two people in winter coats carry a large pane, in which the evening sky is mirrored, past a brick front with "
        "boarded, mended and lit windows. Beside them lies stacked firewood.",
        "Board first, then glass: Sadova Street on the fourth evening.",
        0.5,
        0.68,
    ),
    Picture(
        "wrong-maps",
        scenes_learning.wrong_maps,
        "Seven framed maps hang on a dark red wall, each with a river in another place. A grey-haired woman in a yellow "
        "shawl points a pencil at the largest; before another stands an empty chair.",
        "Seven of the forty-one. The pencil was confiscated.",
        0.5,
        0.5,
    ),
]
