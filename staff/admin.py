"""Where administrators look after people and their roles."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from staff import explaining, invitations, lately, people
from staff.filters import RoleFilter, StateFilter
from staff.forms import HandOverForm, NewPersonForm, PasswordForm, PersonForm
from staff.models import User
from staff.roles import ROLES

# What a higher app knows about a person (inlines of ``User``) it adds here when it is ready.
PANELS: list[type[admin.options.InlineModelAdmin]] = []

# Groups carry the roles of the table (staff/roles.py); edited by hand they would drift from it.
admin.site.unregister(Group)


@admin.register(User)
class PersonAdmin(UserAdmin):
    """People, without Django's superuser switch, groups and single permissions."""

    form = PersonForm
    add_form = NewPersonForm
    add_form_template = "admin/staff/user/change_form.html"
    change_form_template = "admin/staff/user/change_form.html"
    change_password_form = PasswordForm
    change_user_password_template = "admin/staff/user/password.html"  # noqa: S105  (a file, not a password)
    list_display = ["name", "username", "email", "roles", "state", "last_login"]
    list_filter = [RoleFilter, StateFilter]
    search_help_text = _("Name, username or e-mail address")
    filter_horizontal = []
    fieldsets = [
        (None, {"fields": ["username", "first_name", "last_name", "email", "password"]}),
        (_("At the desk"), {"fields": ["roles", "is_active"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["first_name", "last_name", "email"]}),
        (_("At the desk"), {"fields": ["roles"]}),
        (
            _("A first password instead of a letter"),
            {"fields": ["username", "password1", "password2"], "classes": ["collapse"]},
        ),
    ]

    @admin.display(description=_("name"), ordering=models.functions.Concat("last_name", "first_name"))
    def name(self, person: User) -> str:
        return str(person)

    @admin.display(description=_("roles"))
    def roles(self, person: User) -> str:
        return ", ".join(str(ROLES[name].title) for name in people.roles_of(person))

    @admin.display(description=_("state"))
    def state(self, person: User) -> str:
        return invitations.standing(person)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups", "invitations")

    def get_inlines(self, request: HttpRequest, obj: User | None) -> list[Any]:
        return PANELS if obj else []

    def get_form(self, request: HttpRequest, obj: User | None = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.by = request.user
        return form

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("roles/", wrap(self.roles_view), name="staff_user_roles"),
            path("<int:pk>/invitation/", wrap(self.invitation_view), name="staff_user_invitation"),
            path("<int:pk>/hand-over/", wrap(self.hand_over_view), name="staff_user_hand_over"),
            *super().get_urls(),
        ]

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        # Else an administrator could take over a superuser's account by giving it a new password.
        out_of_reach = obj is not None and obj.is_superuser and not request.user.is_superuser
        return not out_of_reach and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        by, roles = cast(User, request.user), form.cleaned_data["roles"]
        if not change and form.is_invitation:
            invitations.invite(obj, roles=roles, by=by)
            self._say_that_a_letter_goes_out(request, obj)
            return
        people.save(obj, roles=roles, by=by)
        if "is_active" in form.changed_data and not obj.is_active and (number := people.open_work(obj)):
            words = ngettext(
                "%(number)d unfinished article is theirs.", "%(number)d unfinished articles are theirs.", number
            )
            address = reverse("admin:staff_user_hand_over", args=[obj.pk])
            link = format_html('<a href="{}">{}</a>', address, gettext("Hand over"))
            messages.warning(request, format_html("{} {}", words % {"number": number}, link))

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        # here and not before, because here the outlet's time zone holds
        if person := kwargs.get("obj"):
            context.update(self._about(request, person))
        return super().render_change_form(request, context, *args, **kwargs)

    def _about(self, request: HttpRequest, person: User) -> dict[str, Any]:
        """What stands beside and below the form of a person."""
        may_see_the_log = request.user.has_perm("activity.view_entry")
        return {
            "standing": invitations.standing(person),
            "may_be_invited": not invitations.objection(person),
            "is_invited": person.invitations.filter(accepted_at=None, withdrawn_at=None).exists(),
            "open_work": people.open_work(person),
            "hands_over": bool(people.HANDING_OVER),
            "deeds": lately.deeds(person) if may_see_the_log else None,
            "signs": lately.signs(person) if may_see_the_log else None,
            "log": f"{reverse('admin:activity_entry_changelist')}?person={person.pk}",
        }

    @transaction.atomic
    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:
        response = super().user_change_password(request, id, form_url)
        # The page is shown again until a password was saved; only then does it lead on.
        if response.status_code == 302:
            people.password_was_set(User.objects.get(pk=id), by=cast(User, request.user))
        return response

    # --- screens of our own ------------------------------------------------------------------------

    def roles_view(self, request: HttpRequest) -> HttpResponse:
        """What each role may do, in plain words."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return self._page(request, "roles", title=_("What each role may do"), explained=explaining.explain())

    def invitation_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Sends the letter, again if need be, or withdraws it; the buttons stand on the person's page."""
        person, by = self._to_change(request, pk), cast(User, request.user)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if request.POST.get("do") == "withdraw":
            invitations.withdraw(person, by=by)
            messages.success(request, _("The invitation is withdrawn; its link lets nobody in."))
        elif request.POST.get("do") == "send":
            try:
                invitations.send(person, by=by)
            except ValidationError as refusal:
                messages.error(request, " ".join(refusal.messages))
            else:
                self._say_that_a_letter_goes_out(request, person)
        return redirect("admin:staff_user_change", pk)

    def hand_over_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Gives somebody's unfinished articles to a colleague, after a look at how many they are."""
        person = self._to_change(request, pk)
        form = HandOverForm(person, request.POST or None)
        if request.method == "POST" and form.is_valid():
            to = form.cleaned_data["to"]
            number = people.hand_over(person, to=to, by=cast(User, request.user))
            words = ngettext(
                "%(number)d article was handed to %(to)s.", "%(number)d articles were handed to %(to)s.", number
            )
            messages.success(request, words % {"number": number, "to": to})
            return redirect("admin:staff_user_change", pk)
        work = people.open_work(person)
        return self._page(request, "hand_over", title=_("Hand over"), original=person, form=form, open_work=work)

    def _to_change(self, request: HttpRequest, pk: int) -> User:
        """The person, for one who may change them."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        person = self.get_object(request, str(pk))
        if person is None:
            raise Http404
        if not self.has_change_permission(request, person):
            raise PermissionDenied
        return person

    def _page(self, request: HttpRequest, name: str, **context: Any) -> TemplateResponse:
        shared = self.admin_site.each_context(request) | {"opts": self.opts, "media": self.media}
        return TemplateResponse(request, f"admin/staff/user/{name}.html", shared | context)

    def _say_that_a_letter_goes_out(self, request: HttpRequest, person: User) -> None:
        words = gettext("A letter with a link goes to %(email)s. The link works once, within %(hours)d hours.")
        messages.success(request, words % {"email": person.email, "hours": invitations.HOURS})
