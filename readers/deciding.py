"""The desk decides about a case, and those who asked for an answer get one in the language of their page."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from activity.models import record
from articles.models import Correction, Edition
from articles.refusals import NotAllowed, WrongState
from articles.rights import is_in_charge
from jobs import mail
from outlet.models import Outlet
from readers.models import Case, State
from staff.models import User

# The log's names for it.
VERBS = {
    State.ACCEPTED: "report-accept",
    State.DECLINED: "report-decline",
    State.DUPLICATE: "report-duplicate",
    State.SPAM: "report-spam",
}
# What a public note that is begun from a case says it came of.
CAME_OF = "report:"


def may_decide(case: Case, user: User) -> bool:
    """Whoever edits the article decides."""
    return user.has_perm("readers.change_case") and is_in_charge(case.article, user)


@transaction.atomic
def decide(case: Case, *, state: State, by: User, answer: str = "") -> int:
    """Writes the decision down and posts the answers; how many.

    Who was right is always thanked; the others are written to where the desk has something to say. No answer goes to
    what is spam.
    """
    if not may_decide(case, by):
        raise NotAllowed(_("Only an editor of this article decides about it."))
    known = Case.objects.select_for_update().get(pk=case.pk)
    if state == State.NEW or known.state == state:
        raise WrongState(_("This has been decided already."))
    case.state, case.answer = state, answer.strip()
    case.decided_at, case.decided_by = timezone.now(), by
    case.save(update_fields=["state", "answer", "decided_at", "decided_by"])
    record(case, VERBS[state], by=by, article=case.article_id)
    if state == State.SPAM or not (state == State.ACCEPTED or case.answer):
        return 0
    return _write_to_all(case)


def hear_of_note(correction: Correction, by: User, because: str) -> None:
    """A note that was begun from a case belongs to it, and its being public accepts what readers reported."""
    number = because.removeprefix(CAME_OF)
    if not because.startswith(CAME_OF) or not number.isdecimal() or len(number) > 18:
        return
    case = Case.objects.filter(pk=int(number), article=correction.article_id).first()
    if case is None:
        return
    case.correction = correction
    case.save(update_fields=["correction"])
    if case.state == State.NEW and may_decide(case, by):
        decide(case, state=State.ACCEPTED, by=by)


def _write_to_all(case: Case) -> int:
    """One letter to each address, in the language in which it came first."""
    languages: dict[str, tuple[str, str]] = {}
    for report in case.reports.exclude(email=""):
        languages.setdefault(report.email.lower(), (report.email, report.language))
    edition = Edition.objects.live().filter(article=case.article_id).first()
    for email, language in languages.values():
        _write(case, edition, email, language)
    return len(languages)


def _write(case: Case, edition: Edition | None, email: str, language: str) -> None:
    outlet = Outlet.objects.current()
    context = {
        "case": case,
        "is_accepted": case.state == State.ACCEPTED,
        "headline": (edition or case.edition).headline,
        "link": _link(case, edition) if edition else "",
        "outlet": outlet.text(language).name,
    }
    with translation.override(language):
        subject = _("Your report on “%(headline)s”") % context
        body = render_to_string("readers/answer.txt", context)
    mail.post(email, subject, body)


def _link(case: Case, edition: Edition) -> str:
    """The story, at the note where there is one."""
    anchor = f"#{case.correction.anchor}" if case.correction else ""
    return f"{settings.SITE_URL}{edition.path}{anchor}"
