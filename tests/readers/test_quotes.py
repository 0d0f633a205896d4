"""A passage that was quoted is found again in a text that changed, or said to be gone, and never a wrong one."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers import quotes

TEXT = quotes.text_of(
    [
        "The bridge is open again",
        "After nine months the first tram has crossed.",
        "Engineer Olha Bahan — “the bridge was never in doubt” — rode in the first tram.",
        "It holds. The bridge is open to trams only.",
    ]
)
SEEDS = st.integers(0, 2**32)


def found(exact, prefix="", suffix="", text=TEXT):
    return quotes.anchor(text, exact, prefix, suffix)


# --- taking a quote ----------------------------------------------------------------------------


def test_words_are_found_across_lines_and_however_marks_are_typed():
    quote = found('first tram has   crossed.\n\nEngineer Olha Bahan - "the')
    assert quote.exact == "first tram has crossed. Engineer Olha Bahan — “the"
    assert quote.prefix.endswith("After nine months the ") and quote.suffix.startswith(" bridge was")
    assert TEXT[quote.start : quote.end].replace("\n", " ") == quote.exact


def test_what_stands_around_tells_which_of_several_is_meant():
    assert found("bridge", "— “the ", " was never").start == TEXT.index("bridge was")
    assert found("bridge", "", "is open to trams").start == TEXT.rindex("bridge")
    with pytest.raises(quotes.SeveralTimes):
        found("bridge")


def test_a_quote_takes_in_the_words_that_it_cuts():
    assert found("onths the fir").exact == "months the first"
    assert found("hold").exact == "holds"


def test_a_word_is_not_found_inside_another_if_it_also_stands_alone():
    text = quotes.text_of(["An overture over the river."])
    assert quotes.anchor(text, "over").start == text.index("over the")


def test_words_that_are_not_there_are_refused():
    for words in ("the tunnel", "Bridge is", "", "   "):
        with pytest.raises(quotes.NotThere):
            found(words)


def test_ukrainian_words_keep_their_apostrophes_and_lose_soft_hyphens():
    text = quotes.text_of(["П’ять мос\u00adтів з’єднали береги."])
    assert quotes.anchor(text, "п'ять".capitalize()).exact == "П’ять"
    assert quotes.anchor(text, "мостів").exact == "мостів"
    assert quotes.anchor(text, "єднали").exact == "з’єднали"


# --- finding it again --------------------------------------------------------------------------


def again(quote, now, then=TEXT):
    start = quotes.locate(quote, then, now)
    return start if start is None else now[start : start + len(quote.exact)].replace("\n", " ")


def test_the_words_are_found_after_changes_around_them():
    quote = found("was never in doubt")
    assert again(quote, TEXT.replace("After nine months", "At last")) == quote.exact
    assert again(quote, TEXT.replace("again\n", "again ")) == quote.exact


def test_words_that_were_changed_are_gone():
    quote = found("nine months")
    assert again(quote, TEXT.replace("nine", "ten")) is None
    assert again(quote, "") is None


def test_the_same_words_elsewhere_are_not_taken_for_them():
    first = found("bridge", "The", "is open again")
    now = TEXT.replace("The bridge is open again", "Trams cross the river")
    assert again(first, now) is None
    assert quotes.locate(first, TEXT, TEXT + "\nThe bridge.") == 4


def words_of(chance, number, start=0, repeated=False):
    return [f"w{chance.randrange(12) if repeated else start + place}" for place in range(number)]


def edited(chance, words, *, repeated):
    """The words after some edits, each with the number that it had before, or None where it is new."""
    now = list(enumerate(words))
    for edit in range(chance.randrange(1, 6)):
        start = chance.randrange(len(now) + 1)
        end = min(len(now), start + chance.randrange(0, 9))
        new = words_of(chance, chance.randrange(0, 6), 10_000 * (edit + 1), repeated)
        now[start:end] = [(None, word) for word in new]
    return now


def lines_of(chance, words):
    """The words in lines of some length; where the lines end is no part of a quote."""
    lines, rest = [], list(words)
    while rest:
        length = chance.randrange(3, 15)
        lines.append(" ".join(rest[:length]))
        rest = rest[length:]
    return quotes.text_of(lines)


def story(seed, *, repeated):
    """A text, a quote from it, the numbers of the words in it, the text after edits, and that as words."""
    chance = random.Random(seed)
    words = words_of(chance, chance.randrange(20, 200), repeated=repeated)
    then = lines_of(chance, words)
    first = chance.randrange(len(words))
    last = min(len(words), first + chance.randrange(1, 12))
    start = len(" ".join(words[:first])) + bool(first)
    quote = quotes.quote(then, start, start + len(" ".join(words[first:last])))
    now = edited(chance, words, repeated=repeated)
    return then, quote, range(first, last), lines_of(chance, [word for _number, word in now]), now


def word_number(now, place):
    """The number of the word that begins at a place of the text."""
    return len(now[:place].split())


@given(SEEDS)
def test_every_selection_is_found_in_its_own_text(seed):
    then, quote, _numbers, _now, _words = story(seed, repeated=True)
    assert quotes.anchor(then, quote.exact, quote.prefix, quote.suffix) == quote
    assert quotes.locate(quote, then, then) == quote.start


@given(SEEDS)
def test_after_random_edits_the_words_themselves_are_found_or_said_to_be_gone(seed):
    """All words differ, so each can be followed through the edits."""
    then, quote, numbers, now, words = story(seed, repeated=False)
    place = quotes.locate(quote, then, now)
    kept = [number for number, _word in words]
    whole = any(kept[at : at + len(numbers)] == list(numbers) for at in range(len(kept)))
    if place is None:
        # It may be given up only where the words were touched, or everything near them.
        assert not whole or len(quote.exact) < quotes.LONG
    else:
        at = word_number(now, place)
        assert kept[at : at + len(numbers)] == list(numbers)


@given(SEEDS)
def test_where_words_repeat_no_other_place_is_taken_for_theirs(seed):
    """Found are these words and no others, with as much around them as they had on one side at least.

    So many words that stand there once, before and after, are the passage wherever they have gone.
    """
    then, quote, numbers, now, words = story(seed, repeated=True)
    place = quotes.locate(quote, then, now)
    if place is None:
        return
    then, now, end = then.replace("\n", " "), now.replace("\n", " "), place + len(quote.exact)
    assert now[place:end] == quote.exact
    at = word_number(now, place)
    are_the_same = [number for number, _word in words][at : at + len(numbers)] == list(numbers)
    near = quotes.NEAR
    reads_the_same = (
        now[max(0, place - near) : place] == quote.prefix[-near:] or now[end : end + near] == quote.suffix[:near]
    )
    is_the_only_one = len(quote.exact) >= quotes.LONG and then.count(quote.exact) == now.count(quote.exact) == 1
    assert are_the_same or reads_the_same or is_the_only_one


@given(st.text(max_size=200), st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_whatever_is_sent_there_is_an_answer(text, exact, prefix, suffix):
    text = quotes.text_of(text.splitlines())
    try:
        quote = quotes.anchor(text, exact, prefix, suffix)
    except (quotes.NotThere, quotes.SeveralTimes):
        return
    assert quote.exact == text[quote.start : quote.end].replace("\n", " ")
