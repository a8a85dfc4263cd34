"""Every table there is: `meta` with all of them in it."""

from . import tables_access as _access
from . import tables_appointments as _appointments
from . import tables_interviews as _interviews
from . import tables_staff as _staff
from . import tables_trail as _trail
from .tables import meta

__all__ = ["meta"]
assert all(room.meta is meta for room in (_access, _appointments, _interviews, _staff, _trail))
