"""6 normalise: facts that report one claim to claims, those of one occurrence to events."""

from factx.claims.cluster import ClaimGrouper
from factx.claims.events import EventGrouper
from factx.claims.parties import full_names
from factx.claims.people import named_people

__all__ = ["ClaimGrouper", "EventGrouper", "full_names", "named_people"]
