"""A walk through a page with the Tab key, and what somebody sees who takes it."""

from itertools import pairwise

# Everything that the keyboard has to reach, in the order of the document.
FIND = """() => {
  window.stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }));
  return window.stops.length;
}"""
# Where the focus is, and whether one can see it: a ring around something that nothing covers, inside the window.
LOOK = """() => {
  const element = document.activeElement, style = getComputedStyle(element);
  const box = [...element.getClientRects()].find((each) => each.width && each.height) ?? new DOMRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const top = document.elementFromPoint(x, y);
  return {
    stop: window.stops.indexOf(element),
    name: element.outerHTML.slice(0, 90),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== "transparent",
    seen: Boolean(top) && (element.contains(top) || top.contains(element) && top !== document.body
      && top !== document.documentElement && !top.matches("main")),
    top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left, right: box.right,
  };
}"""


def walk(page, key="Tab"):
    """Every stop on the way from one end of the page to the other."""
    count = page.evaluate(FIND)
    stops = []
    for _press in range(count + 2):
        page.keyboard.press(key)
        stop = page.evaluate(LOOK)
        if stop["stop"] < 0 or (stops and stop["stop"] == stops[0]["stop"]):
            return count, stops
        stops.append(stop)
    raise AssertionError(f"the keyboard does not come out of {stops[-1]['name']}")


def tab_to(page, selector):
    """Presses Tab until the focus is there."""
    for _press in range(page.evaluate(FIND)):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard does not lead to {selector}")


def leaps(stops):
    """Where the way leads back: neither further down nor to the right."""
    return [
        f"{one['name']} → {two['name']}"
        for one, two in pairwise(stops)
        if two["bottom"] <= one["top"] + 1 and two["left"] < one["right"] - 1
    ]
