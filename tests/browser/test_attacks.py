"""Attacks in every field run nowhere: a real browser is the judge, with the policy and without it.

Without the policy it is the escaping alone that is judged; with it, that no page even tries what it forbids.
"""

from urllib.parse import quote

import pytest
from django.db import IntegrityError, transaction

from articles import actions, paging
from articles.models import AuthorLink, Image, RelatedStory
from outlet.models import Outlet
from tests.browser import desk, poison
from tests.browser.canary import Canary
from tests.cast import make_author

POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'"


@pytest.fixture
def newsroom(site, publish, ada, monkeypatch):
    """Served, and poisoned throughout; lists show everything on one page."""
    monkeypatch.setattr(paging, "PAGE", 500)
    Outlet.objects.update(four_eyes=False)  # Ada writes and publishes all of it
    newsroom = poison.Newsroom(boss=ada, harmless=publish(headline="Harmless").article)
    newsroom.fill()
    assert list(poison.spared()) == []
    return newsroom


@pytest.fixture
def watched(browser, site):
    """Opens a page that is watched: ``watched(bypass_csp=True)``."""
    contexts = []

    def watched(**options):
        contexts.append(browser.new_context(**options))
        return contexts[-1].new_page(), Canary(contexts[-1], site)

    yield watched
    for context in contexts:
        context.close()


# --- the judge is not deaf ---------------------------------------------------------------------


@pytest.mark.browser
@pytest.mark.parametrize(
    ("html", "bypass_csp", "caught"),
    [
        ("<script>alert(1)</script>", True, "ran 1"),
        ("<img src=/x onerror=alert(1)>", True, "ran 1"),
        ("<svg onload=alert(1)>", True, "ran 1"),
        ("<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>", True, "ran 1"),
        ("<script>alert(1)</script>", False, "refused script-src-elem"),
        ("<p onclick=alert(1)>x</p>", False, "refused script-src-attr"),
        ("<p style='color: red'>x</p>", False, "refused style-src-attr"),
        ("<base href=//evil.example>", False, "refused base-uri"),
        ("<img src=//evil.example/x>", False, "refused img-src"),
        ("<img src=http://evil.invalid/x>", True, "asked http://evil.invalid/x"),
        ("<p onclick=alert(1)>x</p>", True, "waits: P onclick"),
        ("<a href=' java&Tab;script:alert(1)'>x</a>", True, "waits: A href"),
        ("<form action=javascript:alert(1)></form>", True, "waits: FORM action"),
        ("<p>&lt;script&gt;alert(1)&lt;/script&gt; <a href=/>x</a></p>", True, ""),
        ("<p>&lt;script&gt;alert(1)&lt;/script&gt; <a href=/>x</a></p>", False, ""),
    ],
)
def test_the_judge_hears_what_runs_or_would(site, watched, html, bypass_csp, caught):
    page, canary = watched(bypass_csp=bypass_csp)
    served = {"body": html, "content_type": "text/html", "headers": {"Content-Security-Policy": POLICY}}
    page.route(f"{site}/control/", lambda route: route.fulfill(**served))
    canary.visit(page, f"{site}/control/")
    assert bool(canary.caught) == bool(caught)
    assert caught in "".join(canary.caught)


# --- readers -----------------------------------------------------------------------------------


@pytest.mark.browser
def test_no_attack_runs_on_a_public_page(newsroom, site, watched):
    asked = [f"/latest/?before={quote(attack)}" for attack in poison.ATTACKS[::5]]
    asked += [f"/tags/{quote(attack)}/" for attack in poison.ATTACKS[::5]]
    for bypass_csp in (True, False):
        page, canary = watched(bypass_csp=bypass_csp)
        for path in newsroom.public(newsroom.sets if bypass_csp else newsroom.sets[::5]):
            assert canary.visit(page, site + path) in {200, 451}, path
            assert path not in newsroom.headlines or page.locator("h1").text_content() == newsroom.headlines[path]
        for path in asked:
            assert canary.visit(page, site + path) == 404, path
        assert not canary.caught, "\n".join(canary.caught)


# --- the desk ----------------------------------------------------------------------------------


QUOTES = quote(poison.ATTACKS[4])
# What the desk gives back of what it was asked, and what it finds.
ASKED = [
    f"/admin/articles/article/?q={QUOTES}",
    f"/admin/articles/article/pick/images/?q={QUOTES}&language={QUOTES}",
    f"/admin/articles/article/pick/stories/?q={QUOTES}&not={QUOTES}",
    f"/admin/articles/article/pick/link/?href={QUOTES}&q={QUOTES}",
    "/admin/articles/article/pick/link/?href=javascript:alert(1)",
    "/admin/articles/article/pick/tags/?q=tag-",
    "/admin/autocomplete/?app_label=articles&model_name=article&field_name=lead_image&term=",
    "/admin/login/?next=javascript:alert(1)",
]


@pytest.mark.browser
def test_no_attack_runs_at_the_desk(newsroom, site, watched):
    for bypass_csp in (True, False):
        page, canary = watched(bypass_csp=bypass_csp)
        desk.sign_in(page, site, "ada")
        for path in newsroom.at_desk(one_in=10 if bypass_csp else 30):
            assert canary.visit(page, site + path) < 500, path
            desk.settled(page)
        for row in newsroom.sets[:: 15 if bypass_csp else 30]:
            use_the_form(page, canary, site, newsroom, row["article"])
        for path in ASKED:
            assert canary.visit(page, site + path) == 200, path
        assert not canary.caught, "\n".join(canary.caught)


def use_the_form(page, canary, site, newsroom, article):
    """Opens what opens, chooses what can be chosen, and saves over what somebody else saved meanwhile."""
    page.goto(f"{site}/admin/articles/article/{article.pk}/change/")
    desk.settled(page)
    desk.open_every_picker(page)
    assert "alert(1)" in " ".join(desk.ask_for_tags(page, "tag-"))
    canary.look(page)
    newsroom.change(article)
    desk.save_in_conflict(page)
    canary.look(page)


# --- and what no escaping could mend -----------------------------------------------------------


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//evil.example", "x"]
)
def test_an_address_that_does_not_lead_to_the_web_is_not_stored(publish, rita, address):
    article = publish().article
    link = AuthorLink.objects.create(author=make_author("A", "a"), label="x", url="https://fine.example/")
    for rows, field in (
        (AuthorLink.objects.filter(pk=link.pk), "url"),
        (Image.objects.all(), "licence_url"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**{field: address})
    with pytest.raises(IntegrityError):
        actions.save(
            article, by=rita, changes={"related": [{"target": None, "url": address, "kicker": "", "headline": "x"}]}
        )
    assert not RelatedStory.objects.exists()
