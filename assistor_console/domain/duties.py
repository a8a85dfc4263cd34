"""Rules about whoever asks: need to know (IRM 10.5.5) and separation of duties (NIST SP 800-53 AC-5).

Who interviewed does not verify the visit, print the letter or approve; nor does anybody do two of these.
"""

from .access import FLAGGED, OWN, barred
from .errors import Refusal
from .situation import Situation, says


@says("authority.interviewer")
def not_interviewer(s: Situation) -> Refusal | None:
    """Separation of duties (NIST SP 800-53 AC-5): who interviewed does not verify, print or approve."""
    if s.case and s.case.interviewer is not None and s.case.interviewer == s.who:
        return Refusal("authority.interviewer")
    return None


@says("authority.verifier")
def not_verifier(s: Situation) -> Refusal | None:
    """Who verified the visit does not create the account, nor approve."""
    if s.case and s.case.verifier is not None and s.case.verifier == s.who:
        return Refusal("authority.verifier")
    return None


@says("authority.printer")
def not_printer(s: Situation) -> Refusal | None:
    """Who printed the letter does not approve."""
    return Refusal("authority.printer") if s.printed else None


@says("record.flagged")
def not_flagged(s: Situation) -> Refusal | None:
    """A record is flagged once."""
    return Refusal("record.flagged") if s.access.flagged else None


@says("record.not_flagged", "authority.flagger")
def another_flagged(s: Situation) -> Refusal | None:
    """Two people agree that a record is sensitive no longer."""
    if not s.access.flagged:
        return Refusal("record.not_flagged")
    return Refusal("authority.flagger") if s.access.flagged_by == s.who else None


@says(OWN, FLAGGED)
def may_open(s: Situation) -> Refusal | None:
    """Stands before every act's own rules."""
    return barred(s.access)


IN_HANDLERS: dict[str, tuple[str, ...]] = {
    "identify_caller": (OWN, FLAGGED),
    "find_cases": (OWN, FLAGGED),
    "take_case": (OWN, FLAGGED),
    "ask_identity": (OWN,),
    "check_identity": (OWN,),
    "issue_account": (OWN,),
    "see_visit": ("authority.office",),
    "examine_documents": ("authority.office",),
    "record_visit": ("authority.office", "authority.same_person"),
    "mark_no_show": ("authority.office",),
    "lease_run": ("run.for_others",),
    "run_document": ("run.not_yours", OWN),
    "confirm_printed": ("run.not_yours",),
    "confirm_mailed": ("run.not_yours",),
    "replace_run": ("run.not_yours",),
    "release_record": ("alert.unknown",),
    "close_alert": ("alert.unknown",),
    "new_enrolment": ("authority.role",),
    "link_household": ("staff.own_household",),
    "ask_reset": ("reset.own",),
    "approve_reset": ("reset.own", "authority.same_person"),
}
"""What handlers refuse because of who asks, by act: where the matter is known to them alone, as before there
is a case, or is no case's. Beside these stand the rules of `domain.offers`."""
