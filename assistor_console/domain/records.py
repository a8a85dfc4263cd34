"""Tax records as the interview needs them: what a loader makes and the store keeps sealed.

Money is integer cents. A TIN is nine digits without dashes. Names are as filed.
"""

from dataclasses import dataclass
from datetime import date

from .terms import FilingStatus, Form, Origin, UserKind


@dataclass(frozen=True, slots=True)
class Address:
    """A mailing address as filed; `lines` are street lines (1 or 2), `zip` five or nine digits."""

    lines: tuple[str, ...]
    city: str
    state: str
    zip: str


@dataclass(frozen=True, slots=True)
class Filer:
    """One person on a return; `birth` is unknown where the source has none."""

    tin: str
    name: str
    name_control: str
    birth: date | None = None


@dataclass(frozen=True, slots=True)
class Dependent:
    """A dependent listed on a return."""

    name: str
    tin: str
    relationship: str


@dataclass(frozen=True, slots=True)
class TaxReturn:
    """One individual return; `amounts` maps an item of `domain.lines` (agi, total_tax, …) to cents."""

    tax_year: int
    form: Form
    status: FilingStatus
    primary: Filer
    spouse: Filer | None
    address: Address
    amounts: dict[str, int]
    dependents: tuple[Dependent, ...] = ()
    exemptions: int | None = None


@dataclass(frozen=True, slots=True)
class IncomeDocument:
    """One information return for one recipient; `amounts` maps a box name (wages, interest, …) to cents."""

    tax_year: int
    form: Form
    recipient: Filer
    recipient_address: Address
    payer_tin: str
    payer_name: str
    amounts: dict[str, int]
    account_last_four: str = ""
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class SecureAccess:
    """A Secure Access account that exists already, and the tool that made it."""

    username: str
    origin: Origin
    created: date


@dataclass(frozen=True, slots=True)
class EServicesUser:
    """A row of the e-Services user list: who may be proved, and an account if one exists."""

    tin: str
    name: str
    name_control: str
    birth: date
    kind: UserKind
    phone: str = ""
    account: SecureAccess | None = None


Record = TaxReturn | IncomeDocument | EServicesUser
