"""The pictures of the stories from 27 on."""

from __future__ import annotations

from demo.drawing import (
    scenes_banks,
    scenes_bicycle,
    scenes_country,
    scenes_kitchen,
    scenes_school,
    scenes_shelf,
    scenes_table,
    scenes_voices,
)
from demo.picture import Picture

MORE_B: list[Picture] = [
    Picture(
        "night-bakery",
        scenes_kitchen.bakery,
        "At night a baker in white lifts a loaf out of a glowing brick oven on a long peel. Beside him stands a rack of "
        "bread; the window shows the moon and a dark street.",
        "At the oven of the Table's Edge.",
        0.56,
        0.58,
    ),
    Picture(
        "budget-evening",
        scenes_kitchen.budget,
        "Under a green hanging lamp a thick pile of paper lies on a table between a glass of tea and an abacus. A black "
        "cat sleeps beside it, and a crescent moon stands in the window.",
        "Two hundred and twelve pages, one evening.",
        0.5,
        0.66,
    ),
    Picture(
        "cleared-field",
        scenes_country.cleared_field,
        "A farmer in a red headscarf and boots stands with a sheaf in a field whose rows run towards a low sun. A "
        "tractor works far off; in front tomatoes climb up a red stake.",
        "The slope above Stavky.",
        0.44,
        0.6,
    ),
    Picture(
        "bell-tower",
        scenes_voices.bell_tower,
        "In the open belfry of a tower a white-haired man in headphones holds the clapper of a great bell. A wireless "
        "glows beside him, an aerial stands on the roof; the moon shines on the river and the dark city.",
        "The tower above the ford.",
        0.64,
        0.52,
    ),
    Picture(
        "one-ring",
        scenes_table.one_ring,
        "A red pot with white dots steams on a camping stove. On the chequered cloth before it lie onions; a cookbook "
        "stands open, and five jars are lined up on a shelf.",
        "Soup, at page 31.",
        0.46,
        0.6,
    ),
    Picture(
        "choir-windows",
        scenes_voices.choir,
        "The front of an old brick house in falling snow. In six of eight arched windows somebody sings to a lit "
        "telephone that leans against a jar; two windows are dark.",
        "One house, six voices, no sound.",
        0.5,
        0.5,
    ),
    Picture(
        "mushroom-wood",
        scenes_country.mushroom_wood,
        "A woman with a basket stands on a path among birches in autumn light. Behind a red and white tape grow five "
        "very large mushrooms.",
        "In the wood of Hrabyna.",
        0.5,
        0.64,
    ),
    Picture(
        "teachers-desk",
        scenes_school.teachers_desk,
        "After dark a teacher in a red cardigan writes by the light of a lamp between two towers of notebooks. Behind "
        "him is a blackboard; on the desks in front the chairs are put up, and it snows outside.",
        "After the last lesson comes the other half of the work.",
        0.36,
        0.55,
    ),
    Picture(
        "captains-bicycle",
        scenes_bicycle.captain,
        "An old man with a white beard and a captain's cap pushes a yellow bicycle along the embankment at sunrise. On "
        "the river lies a barge; small figures push their bicycles over an iron bridge.",
        "All hands on the handlebar: the embankment on the High Bank.",
        0.62,
        0.6,
    ),
    Picture(
        "flood-gauge",
        scenes_banks.gauge,
        "From wooden steps a woman in a yellow coat leans towards a tall striped gauge that stands in the river. A grey "
        "box hangs under a footbridge; on the bank above are an autumn tree and a cottage.",
        "The gauge at Nyzhni Luky.",
        0.52,
        0.55,
    ),
    Picture(
        "library-boat",
        scenes_banks.library_boat,
        "A red boat with a striped awning carries shelves full of books; a librarian hands out one of them. On the "
        "landing stage a woman and two children wait with bags, and a jackdaw sits on the roof.",
        "The “Jackdaw” lends as far as the river goes.",
        0.45,
        0.55,
    ),
    Picture(
        "shelter-chess",
        scenes_table.chess,
        "Under the only lamp of a vaulted cellar an old man with a white beard and a girl with a ponytail play chess on "
        "a crate. Two others look on from a bench.",
        "Board one, in the shelter of Tannery Lane 17.",
        0.54,
        0.66,
    ),
    Picture(
        "nurses-room",
        scenes_school.nurses_room,
        "A girl waits on a chair in a school corridor, her satchel beside her. The open door next to an eye chart bears "
        "a green cross; behind it desks are stacked up to the ceiling.",
        "Room for everything but a question.",
        0.5,
        0.55,
    ),
    Picture(
        "third-shelf",
        scenes_shelf.third_shelf,
        "Three shelves full of books glow in the light of a small yellow lamp. On the third one a black cat lies half "
        "asleep where books are missing.",
        "The Third Shelf is open until the lamp goes out.",
        size=(1200, 430),
        credit="The Third Shelf",
        copyright_notice="© The Third Shelf",
        licence="https://third-shelf.example/pictures/",
    ),
]
