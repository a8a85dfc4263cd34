"""The user list as CSV."""

import csv
from collections.abc import Iterable
from io import TextIOWrapper
from typing import BinaryIO

from assistor_console.domain.records import EServicesUser
from assistor_console.records.users_csv import FORMULA, HEADER


def write_users(file: BinaryIO, users: Iterable[EServicesUser]) -> int:
    """Writes users, no cell of which a spreadsheet takes for a formula; returns how many."""
    text = TextIOWrapper(file, "utf-8", newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    count = 0
    for user in users:
        writer.writerow(f"'{value}" if FORMULA.match(value) else value for value in _row(user))
        count += 1
    text.flush()
    text.detach()
    return count


def _row(user: EServicesUser) -> tuple[str, ...]:
    account = user.account
    held = (account.username, account.origin.value, account.created.isoformat()) if account else ("", "", "")
    birth, kind = user.birth.isoformat(), user.kind.value
    return (user.tin, user.name, user.name_control, birth, kind, user.phone, *held)
