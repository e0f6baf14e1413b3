"""How verdicts come about, on one page, with the cut-offs of the plan; and the words used."""

from jdzplan.plan import Path
from jdzplan.report.records import Labelled, Method, Table
from jdzplan.report.scope import Scope
from jdzplan.verdicts import Verdict
from jdzplan.wording.guide import guide_in
from jdzplan.wording.sentences import inert

_FORMULAS = ("step_met", "step_share", "step_elapsed", "step_pace", "step_expected", "step_needed")
_AFTER = ("after_forms", "after_missing", "after_odds", "after_rounding")
_GLOSSARY = (
    "baseline",
    "target",
    "actual",
    "expected",
    "share",
    "elapsed",
    "pace",
    "relation",
    "task",
    "sample",
)


def method(scope: Scope) -> Method:
    """The page on the method."""
    policy, says, language = scope.in_force.policy, scope.says, scope.words.language
    sentences = [says["method_exact"]]
    if policy.path is not Path.LINEAR:
        sentences.append(says[f"method_{policy.path.value}"])
    if policy.reason:
        sentences.append(inert(policy.reason.get(language)))
    return Method(
        sentences=tuple(sentences),
        steps=Labelled(
            says["method_steps"], tuple(says[key] for key in _FORMULAS), is_ordered=True
        ),
        verdicts=_verdicts(scope),
        after=tuple(says[key] for key in _AFTER),
    )


def _verdicts(scope: Scope) -> Table:
    terms = guide_in(scope.words.language).verdicts
    cuts = {name: f"{cut:f}" for name, cut in scope.in_force.policy.bands}
    rows = [(scope.words.verdicts[v], terms[v].when.format_map(cuts)) for v in Verdict]
    return Table((scope.words.table["verdict"], scope.says["condition"]), tuple(rows))


def glossary(scope: Scope) -> Table:
    """The terms of the report."""
    rows = tuple((scope.says[f"term_of_{key}"], scope.says[f"meaning_{key}"]) for key in _GLOSSARY)
    return Table((scope.says["term"], scope.says["meaning"]), rows)
