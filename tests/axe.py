"""What axe finds on a page that is open in a browser, in all looks that a page has."""

from pathlib import Path

import axe_playwright_python

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What a scheme of colours can make worse; of all else both schemes have the same.
OF_COLOURS = ["color-contrast", "link-in-text-block"]
LOOKS = [(1280, "light", RULES), (1280, "dark", OF_COLOURS), (390, "light", RULES), (390, "dark", OF_COLOURS)]
# The frame of the text editor is not ours to judge here.
# Colours that are still on their way from one scheme to the other are judged as they will be. A page without any
# colours stands on the browser's own ground, which axe would take for white.
RUN = """(rules) => {
    document.documentElement.style.backgroundColor = "Canvas";
    document.getAnimations().forEach((each) => each.finish());
    return axe.run({exclude: [[".cke"]]}, {runOnly: rules, resultTypes: ["violations"]});
}"""


def wrong(page, name):
    """What axe finds, and whether the page has to be scrolled sideways; in all looks."""
    page.evaluate(AXE)
    found = []
    for width, scheme, rules in LOOKS:
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme=scheme)
        look = f"{name}, {width} px, {scheme}"
        found += [
            f"{look}: {each['id']} at {node['target']}: {node['html'][:120]}"
            for each in page.evaluate(RUN, rules)["violations"]
            for node in each["nodes"]
        ]
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            found.append(f"{look}: too wide")
    return found
