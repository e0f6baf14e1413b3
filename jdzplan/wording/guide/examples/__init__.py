"""One example for each rule, the same in both languages but for the headers of its tables.

The tests run each of them: `check` must print its finding and no other, and none once mended.
"""

from collections.abc import Mapping

from jdzplan.catalogue import Rule
from jdzplan.wording.guide import Example
from jdzplan.wording.guide.examples.amendments import AMENDMENTS
from jdzplan.wording.guide.examples.breakdown import BREAKDOWN
from jdzplan.wording.guide.examples.consistency import CONSISTENCY
from jdzplan.wording.guide.examples.files import FILES
from jdzplan.wording.guide.examples.gate import GATE
from jdzplan.wording.guide.examples.plan import PLAN
from jdzplan.wording.guide.examples.revisions import REVISIONS
from jdzplan.wording.guide.examples.values import VALUES

EXAMPLES: Mapping[Rule, Example] = {
    example.finding.rule: example
    for example in (
        *PLAN,
        *AMENDMENTS,
        *BREAKDOWN,
        *GATE,
        *REVISIONS,
        *FILES,
        *VALUES,
        *CONSISTENCY,
    )
}
