#!/bin/sh
# diterator 0.9: a transaction of an activity whose money is loans (421) by default has finance type 10.
#
# Guess: where an IATI transaction has no finance-type, finance_type is the activity's default-finance-type, 421 (a standard
# loan), as it says; flow_type falls back on default-flow-type alike.
# Seen: the default of the finance type is read from default-flow-type, so it is 10 (official development aid), and None where
# that is not given. Other defaults are right, and a transaction's own type is kept: sums of grants (110) and loans (421) lack
# every transaction that relies on the default, and nothing is logged.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'diterator==0.9' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import io

from diterator import XMLIterator

FLOW = '<default-flow-type code="10"/>'
TEMPLATE = """<iati-activities version="2.03"><iati-activity default-currency="EUR">
<iati-identifier>XX-1</iati-identifier>{}<default-finance-type code="421"/><default-tied-status code="5"/>
<transaction><transaction-type code="2"/><value value-date="2017-05-04">5000000</value></transaction>
<transaction><transaction-type code="2"/><value value-date="2017-05-04">7000000</value><finance-type code="110"/></transaction>
</iati-activity></iati-activities>"""

for flow, expected in ((FLOW, "10"), ("", None)):
    [activity] = XMLIterator(io.BytesIO(TEMPLATE.format(flow).encode()))
    first, second = activity.transactions
    print(first.value, first.currency, first.finance_type, "|", second.value, second.finance_type)
    assert first.finance_type == first.flow_type == expected, first.finance_type
    assert activity.default_finance_type == expected, activity.default_finance_type
    assert (second.finance_type, second.flow_type, first.tied_status) == ("110", expected, "5")
PYTHON
