"""Hand on: claims and events in the formats that other fields share."""

from factx.exports.formats import EXPORTS, exported
from factx.exports.iati import Publisher

__all__ = ["EXPORTS", "Publisher", "exported"]
