"""Which modules are tried together, and which tests look at them."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_CODE = "assistor_console"


@dataclass(frozen=True)
class Group:
    """Modules (below the package) and tests (below `tests`)."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]

    def paths(self) -> list[Path]:
        """The modules, as paths below the checkout."""
        return [Path(_CODE, f"{module}.py") for module in self.modules]


GROUPS = {
    "sign-in": Group(
        (
            *("services/sign_in", "services/second_factor", "services/passwords", "services/own_account"),
            *("services/first_passwords", "services/resetting", "services/staff", "domain/passwords"),
            *("store/sessions", "store/people", "store/recovery_codes", "store/resets", "store/attempts"),
            *("desk/trials", "domain/limits"),
        ),
        (
            *("services/test_sign_in.py", "services/test_sign_in_account.py", "services/test_staff.py"),
            *("services/test_first_supervisors.py", "services/test_practice_staff.py"),
            *("domain/test_passwords.py", "store/test_sessions.py", "desk/test_guesses.py"),
            *("attacks/test_row_18_scripted_sign_in.py", "attacks/test_row_16_staff_by_sql.py"),
            "store/test_grants.py",
        ),
    ),
    "authority": Group(
        (
            *("domain/access", "domain/duties", "domain/offers", "services/access", "store/access"),
            *("store/alerts", "store/opens", "desk/pipeline", "desk/act", "desk/guard", "desk/openings"),
            "desk/reports",
        ),
        (
            *("domain/test_access.py", "domain/test_offers_table.py", "services/test_access.py"),
            *("services/test_unproved.py", "services/test_review.py", "services/test_visits.py"),
            *("services/test_calls.py", "services/test_main_job.py", "desk/test_guard.py"),
            *("services/test_free_text.py", "trail/test_about.py"),
            *("desk/test_pipeline.py", "desk/test_matrix.py", "desk/test_guesses.py"),
            *("attacks/test_row_13_every_request_every_role.py", "attacks/test_row_17_browsing.py"),
            *("attacks/test_row_15_no_account_without_a_pass.py", "attacks/test_row_17_searching.py"),
        ),
    ),
    "audit": Group(
        (
            *("domain/trail", "services/trail", "store/trail", "store/seals", "store/leaves", "store/ranges"),
            *("store/checking", "store/purging", "store/signing", "store/trail_rows", "store/unsealed"),
            *("desk/sealer", "desk/checkpoints"),
        ),
        (
            "trail",
            "domain/test_trail.py",
            "desk/test_pipeline.py",
            "attacks/test_row_16_superuser_edits_the_trail.py",
            "commands/test_audit.py",
        ),
    ),
    "keys": Group(
        (
            *("sealing", "domain/keys", "services/rotating", "store/vault", "store/kept_vault"),
            *("store/key_file", "store/key_source", "store/keys", "store/wrapping", "store/resealing"),
            "store/system_keyring",
        ),
        (
            *("keys", "store/test_vault.py", "desk/test_opening.py", "commands/test_database.py"),
            *("attacks/test_row_20_keys.py", "attacks/test_row_25_backup_and_restore.py"),
        ),
    ),
}
