"""What a rule about the plan returns: the rule, the path to the place, what its sentence needs."""

from jdzplan.catalogue import Rule

Where = tuple[str | int, ...]
Problem = tuple[Rule, Where, dict[str, object]]
