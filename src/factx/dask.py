"""Facts of Dask collections, on any number of machines: ``factx.dask.extract(bag)``.

It needs the extra ``dask``. Whole folders are read by ``factx extract … --engine dask``.
"""

from factx.engines import extract_collection as extract
from factx.engines import merge_claims

__all__ = ["extract", "merge_claims"]
