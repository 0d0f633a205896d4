"""Words for addresses."""

import pytest

from articles.slugs import fold, slug_of, transliterate


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Згурський", "Zghurskyi"),
        ("Знам'янка", "Znamianka"),
        ("Знамʼянка", "Znamianka"),
        ("Їжакевич", "Yizhakevych"),
        ("Щербухи", "Shcherbukhy"),
        ("Юрій", "Yurii"),
        ("Ґалаґан", "Galagan"),
        ("Єнакієве", "Yenakiieve"),
        ("Кадиївка", "Kadyivka"),
        ("Короп'є", "Koropie"),
        ("Гоща", "Hoshcha"),
        ("Русь", "Rus"),
        ("Йосипівка", "Yosypivka"),
        ("Костянтин", "Kostiantyn"),
    ],
)
def test_ukrainian_is_spelled_by_the_cabinets_table(name, latin):
    assert transliterate(name) == latin


def test_a_headline_becomes_a_slug_of_whole_words():
    assert slug_of("Україна отримала F-16: що далі?") == "ukraina-otrymala-f-16-shcho-dali"
    long = slug_of("слово " * 40)
    assert len(long) <= 80
    assert not long.endswith("-")
    assert slug_of("?!…") == ""


def test_names_are_one_whatever_their_case_and_apostrophe():
    assert fold("  П'ЯТНИЦЯ ") == fold("пʼятниця") == fold("П’ятниця")
    assert fold("Її") != fold("Ії")
