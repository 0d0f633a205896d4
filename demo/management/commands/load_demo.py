"""``manage.py load_demo``: fills an empty database with the demo newspaper."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from articles.models import Article
from demo.loading import SIGN_INS, Loader, sign_ins
from outlet.models import Outlet
from staff.models import User


class Command(BaseCommand):
    """Never touches a database in which somebody has begun."""

    help = "Fills an empty database with the demo newspaper and a user for each role."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="Do nothing where there is content already.")
        parser.add_argument("--sign-ins", action="store_true", help="Print how to sign in, where the demo is loaded.")

    def handle(self, *args: Any, **options: Any) -> None:
        if not (Outlet.objects.exists() or Article.objects.exists() or User.objects.exists()):
            with transaction.atomic():
                Loader().load()
        elif not options["if_empty"]:
            raise CommandError("There is content already; the demo is only loaded into an empty database.")
        if options["sign_ins"] and set(SIGN_INS) <= set(User.objects.values_list("username", flat=True)):
            self.stdout.write(sign_ins())
