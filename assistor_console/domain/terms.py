"""Words that every room shares: enumerations and small values."""

from dataclasses import dataclass
from enum import StrEnum


class Realm(StrEnum):
    """What a database is for; never changed after it is made."""

    PRACTICE = "practice"
    LIVE = "live"


class Role(StrEnum):
    """Who may act. OPERATOR works beside the database, SYSTEM is the desk itself."""

    ASSISTOR = "assistor"
    SUPERVISOR = "supervisor"
    TAC = "tac"
    OPERATOR = "operator"
    SYSTEM = "system"


class SessionState(StrEnum):
    """How a session stands: OPEN works; UNREADY must first choose a password or enrol a second factor; LOCKED
    waits behind a locked screen for the password."""

    OPEN = "open"
    UNREADY = "unready"
    LOCKED = "locked"


class AccessReason(StrEnum):
    """Why somebody looks at taxpayer data where policy asks a reason: it stands on the trail."""

    CALLER_ON_LINE = "caller_on_line"
    CASE_REVIEW = "case_review"
    QUALITY_REVIEW = "quality_review"
    COMPLAINT = "complaint"
    INVESTIGATION = "investigation"
    TEST = "test"


class AlertKind(StrEnum):
    """What a supervisor is told of by itself."""

    OWN_RECORD = "own_record"
    FLAGGED_RECORD = "flagged_record"
    THROTTLED = "throttled"
    CLUSTER = "cluster"
    LOCKED_OUT = "locked_out"
    TRAIL = "trail"
    HOUSEHOLD = "household"
    ALTERED = "altered"


class Language(StrEnum):
    """A language a caller can be served in."""

    EN = "en"
    ES = "es"


class State(StrEnum):
    """Where a case stands; the only transition table is in `domain.case`."""

    OPENED = "opened"
    ALREADY_REGISTERED = "already_registered"
    INTERVIEWING = "interviewing"
    INTERRUPTED = "interrupted"
    PASSED = "passed"
    REFERRED = "referred"
    APPOINTMENT_BOOKED = "appointment_booked"
    NO_SHOW = "no_show"
    NOT_VERIFIED = "not_verified"
    VERIFIED_IN_PERSON = "verified_in_person"
    ACCOUNT_ISSUED = "account_issued"
    LETTER_MAILED = "letter_mailed"
    LETTER_EXPIRED = "letter_expired"
    LETTER_RETURNED = "letter_returned"
    ACTIVATED = "activated"
    HELD = "held"
    DISABLED = "disabled"
    ABANDONED = "abandoned"
    CLOSED = "closed"


class Verdict(StrEnum):
    """What the desk decided, in one word."""

    PASSED = "passed"
    REFERRED = "referred"


class Topic(StrEnum):
    """What a live page may watch."""

    QUEUE = "queue"
    FLOOR = "floor"
    LETTERS = "letters"
    APPOINTMENTS = "appointments"
    STAFF = "staff"
    RECORDS = "records"
    ALERTS = "alerts"


class Reason(StrEnum):
    """Why the caller phones; each leads through the call its own way."""

    NEW_PROOFING = "new_proofing"
    RETURN_AFTER_VISIT = "return_after_visit"
    LOST_PASSWORD = "lost_password"
    LETTER_NOT_ARRIVED = "letter_not_arrived"
    CODE_EXPIRED = "code_expired"
    MOVED = "moved"
    NOT_ME = "not_me"
    RESCHEDULE = "reschedule"


SERVED_REASONS = (Reason.NEW_PROOFING, Reason.RETURN_AFTER_VISIT)
"""The reasons a call can be begun for; the others have their script, and nothing yet that serves them."""


class Proof(StrEnum):
    """How a caller is proved or proved again; a script says which for each reason.

    INTERVIEW: the identity items and the tax items drawn. VISIT: the continuation code of the visit, without
    it the identity items. PROBES: the five identity items and policy's number of additional probes (TIGTA
    2010-40-045). IDENTITY: the five identity items.
    """

    INTERVIEW = "interview"
    VISIT = "visit"
    PROBES = "probes"
    IDENTITY = "identity"


class Escape(StrEnum):
    """What breaks a call off at once, whatever it is about (IRM 21.1.3.10 to 21.1.3.12)."""

    THREAT = "threat"
    SELF_HARM = "self_harm"
    VIOLENCE = "violence"
    COMPROMISED = "compromised"


class Signal(StrEnum):
    """What was noticed while a question was asked: for review alone, never scored."""

    LONG_PAUSE = "long_pause"
    CHANGED_ANSWER = "changed_answer"
    CLOCK_GAP = "clock_gap"
    ANOTHER_VOICE = "another_voice"


class CallState(StrEnum):
    """Where one contact stands."""

    OPEN = "open"
    DROPPED = "dropped"
    ENDED = "ended"


class Due(StrEnum):
    """What the call needs next; the page shows exactly this."""

    ELIGIBILITY = "eligibility"
    ANSWER = "answer"
    IDENTIFY = "identify"
    CHECK_IDENTITY = "check_identity"
    SCORE = "score"
    ISSUE_ACCOUNT = "issue_account"
    READ_OUT = "read_out"
    BOOK = "book"
    FIND_CASE = "find_case"
    PROVE = "prove"
    CLOSE = "close"
    RESUME = "resume"
    NOTHING = "nothing"


class Section(StrEnum):
    """The parts of an interview, in the order they are asked."""

    IDENTITY = "identity"
    CURRENT_RETURN = "current_return"
    PRIOR_RETURN = "prior_return"
    INCOME_DOCUMENTS = "income_documents"


class AnswerKind(StrEnum):
    """What sort of value answers a question: chooses the editor and the comparison."""

    TIN = "tin"
    PERSON_NAME = "person_name"
    DATE = "date"
    ADDRESS = "address"
    CHOICE = "choice"
    MONEY = "money"
    COUNT = "count"
    BUSINESS_NAME = "business_name"
    LAST_FOUR = "last_four"


class Response(StrEnum):
    """How a caller met a question; not knowing and declining are answers."""

    ANSWERED = "answered"
    DOES_NOT_KNOW = "does_not_know"
    DECLINES = "declines"


class FilingStatus(StrEnum):
    """The filing status on a Form 1040 (MeF codes 1 to 5)."""

    SINGLE = "single"
    MARRIED_JOINTLY = "married_jointly"
    MARRIED_SEPARATELY = "married_separately"
    HEAD_OF_HOUSEHOLD = "head_of_household"
    WIDOWED = "widowed"


class Form(StrEnum):
    """The tax forms a record can come from."""

    F1040 = "1040"
    F1040A = "1040A"
    F1040EZ = "1040EZ"
    W2 = "W-2"
    INT = "1099-INT"
    DIV = "1099-DIV"
    R = "1099-R"
    G = "1099-G"
    MISC = "1099-MISC"
    NEC = "1099-NEC"
    K = "1099-K"
    MORTGAGE = "1098"
    W2G = "W-2G"


class Origin(StrEnum):
    """What made a Secure Access account, or how a person stands with e-Services."""

    GET_TRANSCRIPT = "get_transcript"
    IP_PIN = "ip_pin"
    VIEW_BALANCE = "view_balance"
    EXCEPTION_PROCESSING = "exception_processing"


class UserKind(StrEnum):
    """What an e-Services user uses; TIN Matching users are never exempt from proofing."""

    E_SERVICES = "e_services"
    TIN_MATCHING = "tin_matching"
    LETTER_5903 = "letter_5903"


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages."""

    en: str
    es: str

    def say(self, language: Language) -> str:
        """The sentence in a language."""
        return self.es if language is Language.ES else self.en
