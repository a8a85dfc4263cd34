"""The keys of the call page, all of them in one table."""

KEYS: dict[str, str] = {
    "call.start": "Return",
    "call.record_greeting": "Return",
    "call.record": "Return",
    "call.verdict": "Return",
    "call.ready": "Return",
    "call.try_again": "Return",
    "call.resume": "Return",
    "call.issue": "Return",
    "call.hide": "Return",
    "call.find": "Return",
    "call.prove": "Return",
    "call.choose_time": "Space",
    "call.book": "Ctrl+Return",
    "call.finish": "Ctrl+Return",
    "call.back": "Alt+Left",
    "call.forward": "Alt+Right",
    "call.repeat": "F2",
    "call.rephrase": "F3",
    "call.does_not_know": "F4",
    "call.no_code": "F4",
    "call.declines": "F5",
    "call.another": "Ctrl+G",
    "call.other_zip": "Ctrl+F",
    "call.later_days": "PgDown",
    "call.first_days": "PgUp",
    "call.slip": "Ctrl+P",
    "call.calendar": "Ctrl+I",
    "call.cancel_appointment": "Ctrl+Del",
    "call.to_spanish": "F6",
    "call.to_english": "F6",
    "call.interpreter": "F7",
    "call.fetch_papers": "F8",
    "call.fold_offers": "F9",
    "call.another_voice": "Ctrl+O",
    "call.drop": "Ctrl+D",
    "call.danger": "Ctrl+E",
    "call.end_now": "Alt+End",
}
"""Each act and its key, by Qt's portable name."""

ENTERED = frozenset({"Return", "Space"})
"""Keys that whatever has the focus takes itself; they are shown, never a shortcut of the page."""

BUTTONS = frozenset(
    {"call.repeat", "call.rephrase", "call.does_not_know", "call.declines", "call.forward", "call.first_days"}
)
"""Acts that stand as buttons beside the work and are not offered a second time."""

FOOT = frozenset({"call.danger"})
"""Acts at the foot of the offers."""

AWAY = frozenset(
    {
        "call.record",
        "call.back",
        "call.forward",
        "call.repeat",
        "call.rephrase",
        "call.does_not_know",
        "call.declines",
        "call.interpreter",
        "call.fold_offers",
        "call.danger",
    }
)
"""Acts that are possible while the desk is away: answers are kept, the others need no desk."""

HIDDEN = frozenset({"call.fold_offers"})
"""Acts that the offers do not list."""
