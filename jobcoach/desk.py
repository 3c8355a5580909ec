"""What a command receives: the repository, today, the language, the coach at work. All lazy."""

from __future__ import annotations

import os
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from jobcoach.errors import WrongUsage

if TYPE_CHECKING:
    from jobcoach.domain.cases import Cases
    from jobcoach.domain.settings import Coach, Settings
    from jobcoach.render.catalogue import Texts
    from jobcoach.store.repository import Repository

LANGUAGES = ("fr", "en", "nl", "de")


class Desk:
    """One run of one command: where the cases are, which day it is, in which language to speak."""

    def __init__(self, folder: str | None = None, language: str | None = None) -> None:
        self.folders = [folder] if folder is not None else []
        self.language_asked = language

    @property
    def folder(self) -> str | None:
        """The folder named on the line, or None. Raises WrongUsage where several are."""
        if len(self.folders) > 1:
            raise WrongUsage("several-repositories", folders=", ".join(self.folders))
        return self.folders[0] if self.folders else None

    @cached_property
    def root(self) -> Path:
        """The case repository's folder."""
        from jobcoach.store.files import find_repository

        return find_repository(self.folder)

    @cached_property
    def repository(self) -> Repository:
        """The case files, read when first asked for."""
        from jobcoach.render.console import reading_progress
        from jobcoach.store.repository import Repository

        return Repository(self.root, reading_progress())

    @property
    def cases(self) -> Cases:
        """Everything legible."""
        return self.repository.cases

    @property
    def settings(self) -> Settings:
        """The service's settings; what is legible of them."""
        from jobcoach.domain.settings import Settings

        record = self.repository.settings_file.record
        assert isinstance(record, Settings)
        return record

    @cached_property
    def today(self) -> date:
        """The day: ``JOBCOACH_TODAY``, else the clock's."""
        written = os.environ.get("JOBCOACH_TODAY")
        if not written:
            return date.today()  # noqa: DTZ011 - the coach's own calendar
        from jobcoach.store.codec import read_day

        day = read_day(written)
        if day is None:
            raise WrongUsage("bad-today", value=written)
        return day

    @cached_property
    def language(self) -> str:
        """The screen's language: asked for, the service's, the machine's, else French."""
        from jobcoach.render.catalogue import spoken

        choices = (self.language_asked, self._language_of_service(), language_of_machine(), "fr")
        return next((choice for choice in choices if choice and spoken(choice)), "en")

    def _language_of_service(self) -> str | None:
        from jobcoach.errors import Unusable

        try:
            return self.settings.language
        except Unusable:
            return None

    @cached_property
    def texts(self) -> Texts:
        """What the screen says, in its language."""
        from jobcoach.render.catalogue import texts

        return texts(self.language)

    @property
    def texts_at_least(self) -> Texts:
        """The same, also where there is no repository, or its settings cannot be read."""
        from jobcoach.errors import JobcoachError
        from jobcoach.render.catalogue import texts

        try:
            return self.texts
        except JobcoachError:
            return texts(self.language_asked or language_of_machine())

    @cached_property
    def coach_at_work(self) -> Coach | None:
        """The coach whose address git knows in this repository, or None."""
        from jobcoach.store.git import git_email

        return self.settings.coach_by_email(git_email(self.root))


def language_of_machine() -> str:
    """The machine's language where jobcoach speaks it; coaches read French first."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")[:2].lower()
        if value in LANGUAGES:
            return value
    return "fr"
