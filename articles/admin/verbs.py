"""The verbs as buttons: a page that asks what the verb needs to know, and does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import actions, preflight, rights
from articles.admin import correcting, forms, sentences
from articles.models import Article, Edition
from articles.refusals import Level, NotReady, Refused
from articles.workflow import TABLE, Publication, Stage, Verb
from staff.models import User

if TYPE_CHECKING:
    from articles.admin.article import ArticleAdmin

# The likeliest first. Scheduling is a field on the page of publishing; saving and restoring have their own places.
ORDER = (
    Verb.SUBMIT, Verb.PUBLISH, Verb.CORRECT, Verb.CLAIM, Verb.APPROVE, Verb.SEND_BACK, Verb.RELEASE,
    Verb.UNPUBLISH, Verb.RETRACT, Verb.TAKE_DOWN,
)  # fmt: skip
# These ask nothing, so their buttons do them at once; their page is for links.
AT_ONCE: dict[Verb, Callable[..., None]] = {Verb.CLAIM: actions.claim, Verb.RELEASE: actions.release}
ASKING: dict[Verb, type[forms.VerbForm]] = {
    Verb.SUBMIT: forms.VerbForm,
    Verb.CLAIM: forms.VerbForm,
    Verb.RELEASE: forms.VerbForm,
    Verb.APPROVE: forms.VerbForm,
    Verb.SEND_BACK: forms.NoteForm,
    Verb.PUBLISH: forms.PublishForm,
    Verb.CORRECT: correcting.CorrectForm,
    Verb.UNPUBLISH: forms.UnpublishForm,
    Verb.RETRACT: forms.NoticeForm,
    Verb.TAKE_DOWN: forms.ReasonForm,
}
WITHDRAWING = {Verb.UNPUBLISH, Verb.RETRACT, Verb.TAKE_DOWN}
# Before these the reader of the page sees what stands in the way.
PUBLISHING = {Verb.SUBMIT, Verb.APPROVE, Verb.PUBLISH, Verb.CORRECT}
# One who did not write the change approves it in the same step.
IN_ONE_STEP = {
    Verb.PUBLISH: gettext_lazy("Approve and publish"),
    Verb.CORRECT: gettext_lazy("Approve and correct publicly"),
}
# Only somebody with the same right brings the story back.
FOR_GOOD = {Verb.RETRACT, Verb.TAKE_DOWN}
DONE = {
    Verb.SUBMIT: gettext_lazy("Submitted. An editor will read it."),
    Verb.CLAIM: gettext_lazy("You review this now. Others see it and wait."),
    Verb.RELEASE: gettext_lazy("Given back. Another editor can review it."),
    Verb.APPROVE: gettext_lazy("Approved."),
    Verb.SEND_BACK: gettext_lazy("Sent back with your note."),
    Verb.UNPUBLISH: gettext_lazy("The story is taken back."),
    Verb.RETRACT: gettext_lazy("The story is retracted; your notice stands in its place."),
    Verb.TAKE_DOWN: gettext_lazy("The story is taken down."),
}


@dataclass(frozen=True)
class Button:
    """A verb that this person may use on this article now."""

    verb: Verb
    label: str | Promise
    tells: str | Promise
    is_withdrawing: bool
    asks: bool


def approves_in_one_step(article: Article, verb: Verb, user: User, state: Publication | None = None) -> bool:
    """Whether publishing or correcting a submitted article may approve it as well."""
    return (
        verb in IN_ONE_STEP
        and article.stage == Stage.SUBMITTED
        and (state is None or state in TABLE[verb].publications)
        and actions.may(article, Verb.APPROVE, user, state=state)
        and user.has_perm(TABLE[verb].permission)
        and rights.may_publish_kind(article, user)
        and not rights.wrote_the_change(article, user)
    )


def buttons(article: Article, user: User, state: Publication) -> list[Button]:
    """The verbs for this person and this article, the likeliest first."""
    found = []
    for verb in ORDER:
        label: str | Promise = verb.label
        possible = actions.may(article, verb, user, state=state)
        if verb == Verb.PUBLISH and state == Publication.LIVE and not article.is_pending:
            continue  # readers have it already
        if not possible and approves_in_one_step(article, verb, user, state):
            possible, label = True, IN_ONE_STEP[verb]
        if verb == Verb.CLAIM and possible and article.claimed_by_id:
            label = _("Take the review over")
        if possible:
            found.append(Button(verb, label, TABLE[verb].tells, verb in WITHDRAWING, verb not in AT_ONCE))
    return found


def view(desk: ArticleAdmin, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Asks (GET) and does (POST). Who may not see the article finds nothing here."""
    user: Any = request.user
    article = get_object_or_404(Article.objects.visible_to(user), pk=pk)
    if verb not in ASKING:
        raise Http404
    wanted = Verb(verb)
    in_one_step = approves_in_one_step(article, wanted, user)
    if not in_one_step and not user.has_perm(TABLE[wanted].permission):
        raise PermissionDenied
    found = preflight.run(article) if wanted in PUBLISHING else None
    problems = [each for each in found or [] if each.level == Level.BLOCK]
    form = _form(
        request,
        wanted,
        article,
        asks_override=wanted in IN_ONE_STEP and bool(problems) and actions.may_override(problems, user),
    )
    if request.method == "POST" and form.is_valid():
        try:
            _do(wanted, article, form, by=user, approving=in_one_step)
        except NotReady as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(f"{reverse('admin:articles_article_change', args=[pk])}?check=1")
        except Refused as refusal:
            form.add_error(None, str(refusal.message))
        else:
            messages.success(request, _done(wanted, article, form))
            return HttpResponseRedirect(_afterwards(wanted, article))
    context = _context(desk, request, wanted, article) | {
        "title": IN_ONE_STEP[wanted] if in_one_step else wanted.label,
        "form": form,
        "in_one_step": in_one_step,
        "found": found,
        "problems": problems,
        "remarks": [each for each in found or [] if each.level != Level.BLOCK],
        "corrects": wanted == Verb.PUBLISH and "substantial" in form.fields,
    }
    status = 200 if request.method != "POST" else 422
    return TemplateResponse(request, "admin/articles/article/verb.html", context, status=status)


def _context(desk: ArticleAdmin, request: HttpRequest, verb: Verb, article: Article) -> dict[str, Any]:
    """What the page says before it asks."""
    user: Any = request.user
    return desk.admin_site.each_context(request) | {
        "article": article,
        "change_url": reverse("admin:articles_article_change", args=[article.pk]),
        "opts": desk.opts,
        "tells": sentences.of(verb, article, by=user),
        "is_withdrawing": verb in WITHDRAWING,
        "is_for_good": verb in FOR_GOOD,
        "lying_ahead": article.editions.ahead(timezone.now()),
        "media": desk.media + correcting.STYLES,
    }


def at_once(request: HttpRequest, article: Article, verb: Verb) -> HttpResponse:
    """Does a verb that asks nothing, from its button on the form, and leads back there."""
    try:
        AT_ONCE[verb](article, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, str(DONE[verb]))
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def cancel(desk: ArticleAdmin, request: HttpRequest, pk: int, edition: int) -> HttpResponse:
    """Cancels what lies ahead; by POST only, from the panel beside the form."""
    user: Any = request.user
    article = get_object_or_404(Article.objects.visible_to(user), pk=pk)
    if request.method != "POST":
        raise Http404
    if not user.has_perm(TABLE[Verb.CANCEL].permission):
        raise PermissionDenied
    try:
        actions.cancel(get_object_or_404(Edition, article=article, pk=edition), by=user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Cancelled. It will not begin."))
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))


def _afterwards(verb: Verb, article: Article) -> str:
    """Where the person goes next: after a correction, to the list of what else may carry the wrong words."""
    place = "corrections" if verb == Verb.CORRECT and article.corrections.exists() else "change"
    return reverse(f"admin:articles_article_{place}", args=[article.pk])


def _form(request: HttpRequest, verb: Verb, article: Article, *, asks_override: bool) -> forms.VerbForm:
    """The questions of a verb, for this article as it stands; answers may stand in the address already."""
    data, seen = request.POST if request.method == "POST" else None, request.GET.get("version", "")
    options: dict[str, Any] = {
        "initial": request.GET.dict() | {"version": int(seen) if seen.isdigit() else article.version}
    }
    if verb in IN_ONE_STEP:
        options |= {
            "asks_ahead": article.editions.ahead(timezone.now()).exists(),
            "asks_override": asks_override,
        }
    if verb == Verb.CORRECT:
        options |= {"article": article, "by": request.user, "anew": "anew" in request.GET}
    if verb == Verb.PUBLISH:
        options |= {
            "article": article,
            "asks_substantial": article.editions.uncancelled()
            .filter(notice="", live_from__lte=timezone.now())
            .exists(),
        }
    return ASKING[verb](data, **options)


def _do(verb: Verb, article: Article, form: forms.VerbForm, *, by: User, approving: bool) -> None:
    """Calls the verb with what the form said."""
    data = dict(form.cleaned_data)
    version = data.pop("version")
    if verb == Verb.SUBMIT:
        actions.submit(article, by=by, version=version)
    elif verb in AT_ONCE:
        AT_ONCE[verb](article, by=by)
    elif verb == Verb.APPROVE:
        actions.approve(article, by=by, version=version)
    elif verb == Verb.SEND_BACK:
        actions.send_back(article, by=by, version=version, **data)
    elif verb == Verb.PUBLISH:
        actions.publish(
            article,
            by=by,
            version=version,
            at=data["at"],
            approving=approving,
            substantial=data.get("substantial"),
            why=data.get("why", ""),
            ahead=data.get("ahead") or None,
            override=data.get("override", ""),
        )
    elif isinstance(form, correcting.CorrectForm):
        form.do(by=by, approving=approving)
    elif verb == Verb.UNPUBLISH:
        actions.unpublish(article, by=by, **data)
    elif verb == Verb.RETRACT:
        actions.retract(article, by=by, **data)
    elif verb == Verb.TAKE_DOWN:
        actions.take_down(article, by=by, **data)


def _done(verb: Verb, article: Article, form: forms.VerbForm) -> str:
    """What the person is told afterwards."""
    if isinstance(form, correcting.CorrectForm):
        return form.done
    if verb != Verb.PUBLISH:
        return str(DONE[verb])
    if form.cleaned_data["at"]:
        return _("Scheduled. It becomes public by itself at that time.")
    live = article.editions.answering(timezone.now()).first()
    return _("Published at %(path)s.") % {"path": live.path if live else ""}
