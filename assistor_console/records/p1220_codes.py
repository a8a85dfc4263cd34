"""The codes of Publication 1220: return types, amount codes, and the states of K records."""

from assistor_console.domain.terms import Form

from .positions import CODES_2020, CODES_2021, P1220_B_2020, P1220_B_2021, Positions

FORMS = {
    "6": Form.INT,
    "1": Form.DIV,
    "9": Form.R,
    "F": Form.G,
    "A": Form.MISC,
    "NE": Form.NEC,
    "MC": Form.K,
    "3": Form.MORTGAGE,
    "W": Form.W2G,
}
"""Return types an interview can use (A record, 26-27)."""

BOXES: dict[Form, dict[str, str]] = {
    Form.INT: {
        "1": "interest",
        "2": "early_withdrawal_penalty",
        "3": "us_bonds",
        "4": "withheld",
        "8": "exempt",
    },
    Form.DIV: {"1": "ordinary", "2": "qualified", "3": "capital_gain", "A": "withheld"},
    Form.R: {"1": "gross", "2": "taxable", "4": "withheld", "A": "ira"},
    Form.G: {"1": "unemployment", "2": "state_refund", "4": "withheld"},
    Form.MISC: {"1": "rents", "2": "royalties", "3": "other", "4": "withheld", "7": "nonemployee"},
    Form.NEC: {"1": "compensation", "4": "withheld"},
    Form.K: {"1": "gross", "4": "withheld"},
    Form.MORTGAGE: {"1": "interest", "6": "principal"},
    Form.W2G: {"1": "winnings", "2": "withheld"},
}
"""The amounts an interview can use, by amount code."""

LAST_NONEMPLOYEE_YEAR = 2019
"""After this tax year nonemployee compensation is on 1099-NEC, and code 7 of 1099-MISC is another amount."""

FIRST_2021_LAYOUT_YEAR = 2021

CODES = {"2020": CODES_2020, "2021": CODES_2021}
PAYEES: dict[str, Positions] = {"2020": P1220_B_2020, "2021": P1220_B_2021}

_STATES = (
    "01AL 04AZ 05AR 06CA 07CO 08CT 10DE 11DC 13GA 15HI 16ID 18IN 20KS 22LA 23ME 24MD 25MA 26MI 27MN 28MS "
    "29MO 30MT 31NE 34NJ 35NM 37NC 38ND 39OH 40OK 42PA 44RI 45SC 55WI"
)
_STATE_CODES = {each[2:]: each[:2] for each in _STATES.split()}


def state_code(text: str) -> str:
    """The combined filing programme's code of a state; some writers put its letters into K records."""
    return _STATE_CODES.get(text.strip(), text.strip())


def boxes(form: Form, year: int) -> dict[str, str]:
    """The amounts of a form in a tax year, by amount code."""
    if form is Form.MISC and year > LAST_NONEMPLOYEE_YEAR:
        return {code: name for code, name in BOXES[form].items() if name != "nonemployee"}
    return BOXES[form]
