from django.apps import AppConfig
from django.core.checks import register
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class StaffConfig(AppConfig):
    name = "staff"
    verbose_name = _("People")

    def ready(self) -> None:
        from activity import verbs
        from staff import checks, groups, invitations, people, signs  # noqa: F401  imported for what they register

        verbs.TITLES.update(people.VERBS)
        post_migrate.connect(groups.write_roles, sender=self, dispatch_uid="staff.write_roles")
        register(checks.roles_name_real_permissions)
