"""Examples of the rules about the plan (1xx)."""

from jdzplan.catalogue import Rule
from jdzplan.findings import Finding, Place
from jdzplan.plan import Text
from jdzplan.wording.guide import Example, State
from jdzplan.wording.guide.examples.common import PLAN_FILE, RD

PLAN = (
    Example(
        Finding(rule=Rule.PLAN_UNREADABLE, place=Place(PLAN_FILE, 2)),
        ("plan:", "  title: {zh: 某市科技创新规划}"),
        ("plan:", "  title: {zh: 某市科技创新规划}"),
        state=State.GBK,
        mended_state=State.UTF8,
    ),
    Example(
        Finding(rule=Rule.YAML_SYNTAX, place=Place(PLAN_FILE, 3, 9), params={"kind": "wide_colon"}),
        ("indicators:", "  rd-intensity:", '    unit："%"'),
        ("indicators:", "  rd-intensity:", '    unit: "%"'),
    ),
    Example(
        Finding(
            rule=Rule.DUPLICATE_KEY,
            place=Place(PLAN_FILE, 4, 5),
            params={"key": "unit", "first": 3},
        ),
        ("indicators:", "  rd-intensity:", '    unit: "%"', "    unit: 亿元"),
        ("indicators:", "  rd-intensity:", '    unit: "%"'),
    ),
    Example(
        Finding(
            rule=Rule.UNKNOWN_KEY,
            place=Place(PLAN_FILE, 2, 40),
            params={
                "where": "policy.bands.laging",
                "near": "lagging",
                "known": ("ahead", "on_track", "lagging", "behind"),
            },
        ),
        ("policy:", "  bands: {ahead: 1.20, on_track: 0.90, laging: 0.50}"),
        ("policy:", "  bands: {ahead: 1.20, on_track: 0.90, lagging: 0.50}"),
    ),
    Example(
        Finding(
            rule=Rule.MISSING_KEY,
            place=Place(PLAN_FILE, 3, 5),
            params={"key": "source", "where": "goals.G1.source"},
        ),
        ("goals:", "  G1:", "    name: {zh: 创新能力提升}"),
        ("goals:", "  G1:", "    name: {zh: 创新能力提升}", "    source: {chapter: 1}"),
    ),
    Example(
        Finding(
            rule=Rule.WRONG_VALUE,
            place=Place(PLAN_FILE, 3, 34),
            params={
                "where": "indicators.rd-intensity.target.at_least",
                "kind": "number",
                "found": "2.5%",
            },
        ),
        ("indicators:", "  rd-intensity:", '    target: {by: 2025, at_least: "2.5%"}'),
        ("indicators:", "  rd-intensity:", "    target: {by: 2025, at_least: 2.5}"),
    ),
    Example(
        Finding(
            rule=Rule.YAML_REFUSED,
            place=Place(PLAN_FILE, 3, 11),
            params={"kind": "tag", "found": "!percent"},
        ),
        ("indicators:", "  rd-intensity:", '    unit: !percent "%"'),
        ("indicators:", "  rd-intensity:", '    unit: "%"'),
    ),
    Example(
        Finding(
            rule=Rule.DIRECTION_CONFLICT,
            place=Place(PLAN_FILE, 4, 13),
            params={
                "better": "higher",
                "indicator": Text(zh="综合科技创新水平", en="Overall rank"),
            },
        ),
        (
            "indicators:",
            "  innovation-rank:",
            "    name: {zh: 综合科技创新水平, en: Overall rank}",
            "    better: higher",
            "    target: {by: 2025, at_most: 2}",
        ),
        (
            "indicators:",
            "  innovation-rank:",
            "    name: {zh: 综合科技创新水平, en: Overall rank}",
            "    better: lower",
            "    target: {by: 2025, at_most: 2}",
        ),
    ),
    Example(
        Finding(
            rule=Rule.UNKNOWN_GOAL,
            place=Place(PLAN_FILE, 3, 11),
            params={"found": "g1", "known": ("G1",)},
        ),
        ("indicators:", "  rd-intensity:", "    goal: g1"),
        ("indicators:", "  rd-intensity:", "    goal: G1"),
    ),
    Example(
        Finding(
            rule=Rule.NAME_TAKEN,
            place=Place(PLAN_FILE, 3, 22),
            params={"name": "GDP", "first": "gdp"},
        ),
        ("indicators:", "  gdp-growth:", "    aliases: [GDP增速, GDP]"),
        ("indicators:", "  gdp-growth:", "    aliases: [GDP增速]"),
    ),
    Example(
        Finding(
            rule=Rule.YEAR_ORDER,
            place=Place(PLAN_FILE, 3, 18),
            params={"kind": "target", "year": 2026},
        ),
        ("indicators:", "  rd-intensity:", "    target: {by: 2026, at_least: 2.5}"),
        ("indicators:", "  rd-intensity:", "    target: {by: 2025, at_least: 2.5}"),
    ),
    Example(
        Finding(
            rule=Rule.BASELINE_MEETS_TARGET,
            place=Place(PLAN_FILE, 4, 15),
            params={"value": "22.0", "indicator": RD},
        ),
        (
            "indicators:",
            "  rd-intensity:",
            "    name: {zh: 研发投入强度, en: R&D intensity}",
            "    baseline: {2020: 22.0}",
            "    target: {by: 2025, at_least: 2.5}",
        ),
        (
            "indicators:",
            "  rd-intensity:",
            "    name: {zh: 研发投入强度, en: R&D intensity}",
            "    baseline: {2020: 2.20}",
            "    target: {by: 2025, at_least: 2.5}",
        ),
    ),
    Example(
        Finding(rule=Rule.BANDS_ORDER, place=Place(PLAN_FILE, 2, 10)),
        ("policy:", "  bands: {on_track: 0.50}"),
        ("policy:", "  bands: {on_track: 0.90}"),
    ),
    Example(
        Finding(rule=Rule.REASON_MISSING, place=Place(PLAN_FILE, 4, 13), params={"indicator": RD}),
        (
            "indicators:",
            "  rd-intensity:",
            "    name: {zh: 研发投入强度, en: R&D intensity}",
            "    assess: false",
        ),
        (
            "indicators:",
            "  rd-intensity:",
            "    name: {zh: 研发投入强度, en: R&D intensity}",
            "    assess: false",
            "    assess_reason: {zh: 口径有疑问，待责任单位核实}",
        ),
    ),
    Example(
        Finding(
            rule=Rule.FORM_CONFLICT,
            place=Place(PLAN_FILE, 3, 36),
            params={"key": "by", "form": "every_year"},
        ),
        ("indicators:", "  projects:", "    target: {form: every_year, by: 2025, at_least: 2}"),
        ("indicators:", "  projects:", "    target: {form: every_year, at_least: 2}"),
    ),
    Example(
        Finding(
            rule=Rule.FIGURE_UNKNOWN,
            place=Place(PLAN_FILE, 3, 14),
            params={"found": "rd-spendings", "near": "rd-spending"},
        ),
        ("indicators:", "  rd-intensity:", "    formula: rd-spendings / gdp * 100"),
        ("indicators:", "  rd-intensity:", "    formula: rd-spending / gdp * 100"),
    ),
    Example(
        Finding(
            rule=Rule.FORMULA_WRONG,
            place=Place(PLAN_FILE, 3, 14),
            params={"formula": "rd-spending / gdp * 100%", "found": "%"},
        ),
        ("indicators:", "  rd-intensity:", "    formula: rd-spending / gdp * 100%"),
        ("indicators:", "  rd-intensity:", "    formula: rd-spending / gdp * 100"),
    ),
    Example(
        Finding(
            rule=Rule.UNITS_DIFFER,
            place=Place(PLAN_FILE, 2, 12),
            params={"first": "%", "second": "家"},
        ),
        ("subsets:", "  - {part: large-firms-share, whole: high-tech-firms, source: {chapter: 5}}"),
        ("subsets:", "  - {part: large-firms, whole: high-tech-firms, source: {chapter: 5}}"),
    ),
    Example(
        Finding(
            rule=Rule.RELATION_CONFLICT,
            place=Place(PLAN_FILE, 3, 11),
            params={"key": "than", "rule": "faster_than", "kind": "missing"},
        ),
        (
            "relations:",
            "  spending-outgrows-gdp:",
            "    rule: faster_than",
            "    of: [rd-spending]",
        ),
        (
            "relations:",
            "  spending-outgrows-gdp:",
            "    rule: faster_than",
            "    of: [rd-spending]",
            "    than: gdp",
        ),
    ),
    Example(
        Finding(
            rule=Rule.DICTIONARY_GAP,
            place=Place(PLAN_FILE, 3, 5),
            params={
                "name": Text(zh="重大创新项目", en="Major projects"),
                "lacking": ("publication_lag",),
            },
        ),
        (
            "indicators:",
            "  projects:",
            "    name: {zh: 重大创新项目, en: Major projects}",
            "    unit: 个",
            "    definition: {zh: 市级以上立项}",
            "    frequency: {zh: 每年}",
            "    provider: 市科技局",
        ),
        (
            "indicators:",
            "  projects:",
            "    name: {zh: 重大创新项目, en: Major projects}",
            "    unit: 个",
            "    definition: {zh: 市级以上立项}",
            "    frequency: {zh: 每年}",
            "    provider: 市科技局",
            "    publication_lag: {zh: 次年2月}",
        ),
        arguments="--strict",
    ),
    Example(
        Finding(
            rule=Rule.DEFINITION_INCOMPLETE,
            place=Place(PLAN_FILE, 4, 13),
            params={
                "indicator": Text(zh="新建创新平台", en="New platforms"),
                "field": "figures",
                "form": "cumulative",
            },
        ),
        (
            "indicators:",
            "  platforms:",
            "    name: {zh: 新建创新平台, en: New platforms}",
            "    target: {form: cumulative, at_least: 50}",
        ),
        (
            "indicators:",
            "  platforms:",
            "    name: {zh: 新建创新平台, en: New platforms}",
            "    target: {form: cumulative, figures: flows, at_least: 50}",
        ),
    ),
)
