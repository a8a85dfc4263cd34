"""The form of the texts in `resources/letters`: every sentence in both languages, side by side."""

import re

from ..domain.terms import Language, Text
from .settings import Setting


class Both(Setting):
    """The same list in both languages (months, weekdays)."""

    en: tuple[str, ...]
    es: tuple[str, ...]

    def say(self, language: Language) -> tuple[str, ...]:
        """The list in a language."""
        return self.es if language is Language.ES else self.en


class Words(Setting):
    """Dates, times and zones in words."""

    months: Both
    weekdays: Both
    date: Text
    date_with_weekday: Text
    time: Text
    time_in_zone: Text
    morning: Text
    afternoon: Text
    hours: Text
    zones: dict[str, Text]


class Common(Setting):
    """What every document says."""

    sender: tuple[Text, ...]
    return_address: tuple[str, ...]
    case: Text
    page: Text
    page_count: Text
    practice: Text


class ActivationTexts(Setting):
    """The activation letter; `phone` and `hours` stand in braces."""

    title: Text
    notice_date: Text
    letter: Text
    intro: Text
    code: Text
    account: Text
    deadline: Text
    unasked_title: Text
    unasked: Text
    steps_title: Text
    steps: tuple[Text, ...]
    questions_title: Text
    questions: Text
    warning: Text
    other_language: Text


class SlipTexts(Setting):
    """The appointment slip and its calendar entry."""

    title: Text
    intro: Text
    when: Text
    minutes: Text
    where: Text
    bring_title: Text
    bring: Text
    bring_choice: Text
    code_title: Text
    code: Text
    next_title: Text
    next: tuple[Text, ...]
    change_title: Text
    change: Text
    privacy: Text
    other_language: Text
    calendar_summary: Text
    calendar_description: Text
    calendar_reminder: Text


def fill(text: str, **values: str | int) -> str:
    """The text with each `{name}` replaced once, values untouched; KeyError for an unknown name."""
    return re.sub(r"\{(\w+)\}", lambda found: str(values[found[1]]), text)
