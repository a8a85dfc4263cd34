"""Policy: the dated numbers every rule reads; each value names its source in `resources/policy`."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Policy:
    """One published version. Lengths of time say their unit in their name; money is cents."""

    version: str
    effective: date
    # the help desk
    opens: time
    closes: time
    zone: str
    desk_phone: str
    tac_phone: str
    individuals_phone: str
    call_usual_minutes: int
    extension_most_minutes: int
    # who may see what
    record_opens: int
    record_opens_minutes: int
    record_again_minutes: int
    cluster_names: int
    cluster_staff: int
    cluster_minutes: int
    release_minutes: int
    reveal_seconds: int
    clipboard_seconds: int
    # the trail
    trail_years: int
    seal_late_seconds: int
    # records and the draw
    current_tax_year: int
    draw_current_return: int
    draw_prior_return: int
    draw_income_documents: int
    least_current_return: int
    least_prior_return: int
    least_income_documents: int
    least_names: int
    guessable_below_cents: int
    exposure_days: int
    exposure_percent: int
    extra_probes: int
    # answers
    money_tolerance_cents: int
    question_seconds: int
    question_warning_seconds: int
    long_pause_seconds: int
    clock_gap_seconds: int
    papers_minutes: int
    standing_minutes: int
    # attempts
    identify_attempts: int
    identify_minutes: int
    identify_person_attempts: int
    identify_person_minutes: int
    identify_tin_attempts: int
    identify_tin_minutes: int
    identity_attempts: int
    identity_minutes: int
    interview_attempts: int
    interview_cool_off_hours: int
    interviews_unscored: int
    find_attempts: int
    find_minutes: int
    sign_in_attempts: int
    sign_in_minutes: int
    continuation_attempts: int
    continuation_minutes: int
    redeem_attempts: int
    redeem_minutes: int
    session_hours: int
    idle_minutes: int
    idle_warning_seconds: int
    staff_password_least: int
    staff_temporary_hours: int
    recovery_codes: int
    reset_hours: int
    reply_hours: int
    # account and letter
    temporary_password_length: int
    temporary_password_days: int
    activation_code_digits: int
    activation_code_days: int
    mail_days_least: int
    mail_days_most: int
    letter_lease_minutes: int
    letters_per_run: int
    # visits
    slot_hold_minutes: int
    slot_lead_hours: int
    slot_days_ahead: int
    verification_holds_days: int
    visit_early_minutes: int
    visits_days_back: int
    visits_days_ahead: int
    continuation_code_bits: int
