"""What the reader of facts tells apart: kinds of facts, slots, statuses and modalities, in the order of its scores."""

KINDS = ("none", "pledge", "troops", "arrest", "killed", "injured", "missing", "displaced", "members")
SLOTS = ("agent", "object", "recipient", "purpose", "location", "time", "source")
STATUSES = ("requested", "pledged", "approved", "delivered", "withheld", "present", "sent", "planned", "withdrawn")
MODALITIES = ("asserted", "possible", "denied")
