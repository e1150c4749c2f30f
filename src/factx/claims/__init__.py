"""6 normalise: facts that report one claim to clusters, within an article and across articles."""

from factx.claims.cluster import ClaimGrouper

__all__ = ["ClaimGrouper"]
