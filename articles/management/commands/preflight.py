"""``manage.py preflight``: the checks, over all that readers have."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from articles import patrol
from articles.refusals import Level


class Command(BaseCommand):
    """Does now what the worker does by night, and tells what was found."""

    help = "Runs the preflight over all live stories and writes down what it finds."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--level", choices=Level.values, default=Level.INFO, help="Tells nothing lighter than this (default: info)."
        )
        parser.add_argument(
            "--links", action="store_true", help="Asks the links to other sites as well, where it is time to."
        )

    def handle(self, *args: Any, level: str, links: bool, **options: Any) -> None:
        patrol.forget()
        told = Level.values[: Level.values.index(level) + 1]
        stories = findings = 0
        for edition in patrol.live():
            stories += 1
            for check, found in patrol.inspect(edition):
                problem = check.problem(found)
                if problem.level in told:
                    findings += 1
                    self.stdout.write(f"{edition.path}  {problem.level}  {problem.code}  {problem.message}")
        self.stdout.write(f"{stories} live stories, {findings} findings.")
        if links:
            asked = patrol.ask.func()
            self.stdout.write(f"{asked} links were asked.")
