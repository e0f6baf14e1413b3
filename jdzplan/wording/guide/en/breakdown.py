"""Rules about regions and targets broken down to them."""

from jdzplan.catalogue import Rule
from jdzplan.wording.guide import Explanation

BREAKDOWN = {
    Rule.REGION_UNLISTED: Explanation(
        "Whatever a breakdown names is listed under regions and divisions, with a source; else its "
        "figures would belong to nobody. One breakdown names regions of one division.",
        "A slip in an id; a new park that was not listed; counties and parks in one breakdown.",
        "Use the id that is offered, or list the region. Each division has a breakdown of its own.",
    ),
    Rule.BREAKDOWN_CONFLICT: Explanation(
        "Regions of a division do not overlap, so that their figures may be added up; and only "
        "numbers and amounts add up, not ratios, ranks or figures per head. Bands, multiples of a "
        "baseline and rates of growth are not made up of those of regions, and so not broken down.",
        "A park in one division with the district it lies in; a reserve of a ratio; a share whose "
        "bound is on the other side.",
        "Give parks a division of their own; write additive: true of an amount, else additive: "
        "false without a reserve; check the bound.",
    ),
    Rule.BREAKDOWN_SHORT: Explanation(
        "Every region keeps its share and the whole is still not reached, or its cap exceeded: the "
        "breakdown is not complete, or nobody is named for a part of it.",
        "A slip in a share; a region left out; what no region was given is not stated as reserve.",
        "Check the document. What really was given to no region is stated as reserve.",
    ),
    Rule.BREAKDOWN_BASELINES: Explanation(
        "Baselines of all regions in one year come to that of the whole. Beyond what rounding "
        "explains at least one of them is wrong. Verdicts are given, each by its own baseline.",
        "Figures of different releases; a whole with a region in it that is not listed; a slip.",
        "Check where each is printed. Where regions do not make up the whole, the division is "
        "complete: false.",
    ),
    Rule.PARTS_DIFFER: Explanation(
        "Figures of regions come to the figure of the whole; where the division does not make up "
        "the whole, they cannot exceed it. Beyond what rounding explains at least one is wrong. "
        "Verdicts are given, each by its own figure.",
        "The whole was revised and a region was not; figures compiled centrally beside local "
        "ones; a slip in a unit or a row.",
        "Check source and release of each. Where they really need not be equal, write additive: "
        "false in the plan.",
    ),
    Rule.PARTS_MISSING: Explanation(
        "Some region has no figure in this year. A missing figure is not zero, so that the sum of "
        "the others is not taken for the whole, and nothing is compared.",
        "A region has not filed yet; it has none of it and did not file 0; its name is misspelt.",
        "Ask for it; where there is none, file 0.",
    ),
}
