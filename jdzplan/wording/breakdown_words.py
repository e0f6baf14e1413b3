"""The words of regions and of targets broken down to them, in both languages."""

from jdzplan.catalogue import Rule
from jdzplan.wording.words import Sentence

BROKEN_DOWN_EN = {
    Rule.REGION_UNLISTED: Sentence(
        'the plan lists no region "{found}"', "use an id of regions, or list it there with a source"
    ),
    Rule.BREAKDOWN_CONFLICT: Sentence(
        "a target of form {form}, a band or a multiple of the baseline is not broken down",
        "delete the breakdown; give a share only of a plain bound of form by_year, every_year or "
        "cumulative",
    ),
    Rule.BREAKDOWN_SHORT: Sentence(
        'the shares of "{indicator}" and the reserve come to {found}, less than the {expected} of '
        "the whole",
        "check the shares; what is left to no region is stated as reserve (now {reserve})",
    ),
    Rule.BREAKDOWN_BASELINES: Sentence(
        'the baselines of "{indicator}" in {division} come to {found} in {year}, that of the whole '
        "is {expected}",
        "check the baselines, and whether all are of one release and one definition",
    ),
    Rule.PARTS_DIFFER: Sentence(
        'the figures of "{indicator}" in {division} come to {found}, that of the whole is '
        "{expected}, further apart than rounding allows",
        "check the figures, and whether all are of one release and one definition",
    ),
    Rule.PARTS_MISSING: Sentence(
        '"{indicator}" is not known of {missing}; {division} come to {found} at least, which was '
        "not held against the {expected} of the whole",
        "ask for what is missing; if there is none of it, file 0",
    ),
}
BROKEN_DOWN_ZH = {
    Rule.REGION_UNLISTED: Sentence(
        "规划没有列出地区“{found}”", "请改为regions中的编号，或在regions中补列并注明出处"
    ),
    Rule.BREAKDOWN_CONFLICT: Sentence(
        "form为{form}的目标、区间目标和按基期倍数表述的目标不能分解到地区",
        "请删去breakdown；只有by_year、every_year、cumulative的单一界限可以分解",
    ),
    Rule.BREAKDOWN_SHORT: Sentence(
        "“{indicator}”各地区分解数与预留数合计{found}，少于总目标{expected}",
        "请核对各地区的分解数；未分解到地区的部分请写入reserve（现为{reserve}）",
    ),
    Rule.BREAKDOWN_BASELINES: Sentence(
        "“{indicator}”{year}年的基期值，{division}合计为{found}，总数为{expected}",
        "请核对各基期值，以及是否为同一口径、同一版本",
    ),
    Rule.PARTS_DIFFER: Sentence(
        "“{indicator}”{division}合计为{found}，总数为{expected}，相差超出四舍五入的范围",
        "请核对各数，以及是否为同一口径、同一版本",
    ),
    Rule.PARTS_MISSING: Sentence(
        "“{indicator}”缺少{missing}的数，{division}已报数合计不少于{found}，未与总数{expected}核对",
        "请催报所缺的数；确实没有的请填0",
    ),
}
BROKEN_DOWN_VARIANTS_EN = {
    (Rule.REGION_UNLISTED, "division"): Sentence(
        'the plan has no division "{found}"', "use a key of divisions, or list it there"
    ),
    (Rule.REGION_UNLISTED, "elsewhere"): Sentence(
        'region "{found}" does not belong to the division "{expected}"',
        "give regions of another division a breakdown of their own; they are not added up",
    ),
    (Rule.NAME_TAKEN, "region"): Sentence(
        'the name "{name}" belongs to region "{first}" already',
        "rename it or delete the alias, so that every name means one region",
    ),
    (Rule.NAME_TAKEN, "whole"): Sentence(
        'the name "{name}" means the whole area', "rename the region; figures of it would be lost"
    ),
    (Rule.BREAKDOWN_CONFLICT, "overlap"): Sentence(
        'the region lies in "{found}" and belongs to the same division, so that it would count '
        "twice",
        "put one of them into another division",
    ),
    (Rule.BREAKDOWN_CONFLICT, "ratio"): Sentence(
        'figures of "{indicator}" cannot be added up: it is a ratio, a rank, or per something',
        "delete additive",
    ),
    (Rule.BREAKDOWN_CONFLICT, "open"): Sentence(
        'the plan does not say whether figures of "{indicator}" add up',
        "write additive: true for an amount or a number, false for anything else",
    ),
    (Rule.BREAKDOWN_CONFLICT, "reserve"): Sentence(
        'shares of "{indicator}" are not added up, so that nothing can be kept in reserve',
        "delete reserve",
    ),
    (Rule.BREAKDOWN_CONFLICT, "direction"): Sentence(
        'the share of "{indicator}" has its bound on the other side than the whole',
        "use at_least or more_than where the whole does, else at_most or less_than",
    ),
    (Rule.BREAKDOWN_CONFLICT, "twice"): Sentence(
        'the target is broken down to the division "{found}" twice', "keep one of them"
    ),
    (Rule.BREAKDOWN_SHORT, "over"): Sentence(
        'the shares of "{indicator}" and the reserve come to {found}, more than the {expected} of '
        "the whole",
        "check the shares and the reserve (now {reserve})",
    ),
    (Rule.PARTS_DIFFER, "beyond"): Sentence(
        'the figures of "{indicator}" in {division} come to {found}, more than the {expected} of '
        "the whole",
        "check the figures, and whether all are of one release and one definition",
    ),
}
BROKEN_DOWN_VARIANTS_ZH = {
    (Rule.REGION_UNLISTED, "division"): Sentence(
        "规划没有列出地区分组“{found}”", "请改为divisions中的键，或在divisions中补列"
    ),
    (Rule.REGION_UNLISTED, "elsewhere"): Sentence(
        "地区“{found}”不属于分组“{expected}”",
        "其他分组的地区请另写一项breakdown；不同分组的数不相加",
    ),
    (Rule.NAME_TAKEN, "region"): Sentence(
        "名称“{name}”已由地区“{first}”使用", "请改名，或从aliases中删去，使每个名称只指一个地区"
    ),
    (Rule.NAME_TAKEN, "whole"): Sentence(
        "名称“{name}”指规划的整个区域", "请给地区改名，否则它的数会当作总数"
    ),
    (Rule.BREAKDOWN_CONFLICT, "overlap"): Sentence(
        "该地区位于“{found}”之内，又同属一个分组，相加时会重复计算", "请把其中一个改归其他分组"
    ),
    (Rule.BREAKDOWN_CONFLICT, "ratio"): Sentence(
        "“{indicator}”是比率、位次或平均数，不能相加", "请删去additive"
    ),
    (Rule.BREAKDOWN_CONFLICT, "open"): Sentence(
        "没有说明“{indicator}”各地区的数能否相加",
        "总量、个数写additive: true，其他写additive: false",
    ),
    (Rule.BREAKDOWN_CONFLICT, "reserve"): Sentence(
        "“{indicator}”各地区的数不相加，谈不上预留", "请删去reserve"
    ),
    (Rule.BREAKDOWN_CONFLICT, "direction"): Sentence(
        "“{indicator}”分解数的界限与总目标方向不一致",
        "总目标为at_least或more_than的，分解数也用这两种；否则用at_most或less_than",
    ),
    (Rule.BREAKDOWN_CONFLICT, "twice"): Sentence("目标向分组“{found}”分解了两次", "请只保留一处"),
    (Rule.BREAKDOWN_SHORT, "over"): Sentence(
        "“{indicator}”各地区分解数与预留数合计{found}，超过总目标{expected}",
        "请核对各地区的分解数和reserve（现为{reserve}）",
    ),
    (Rule.PARTS_DIFFER, "beyond"): Sentence(
        "“{indicator}”{division}合计为{found}，超过总数{expected}",
        "请核对各数，以及是否为同一口径、同一版本",
    ),
}
