"""地区与目标分解的规则。"""

from jdzplan.catalogue import Rule
from jdzplan.wording.guide import Explanation

BREAKDOWN = {
    Rule.REGION_UNLISTED: Explanation(
        "分解目标所指的地区、分组，都要在regions、divisions中列出并注明出处，否则所填的数没有归属。"
        "一项breakdown只能列同一分组的地区。",
        "编号拼错；新设的园区没有补列；县区和园区写在了同一项breakdown里。",
        "改为提示中的编号，或补列地区。不同分组各写一项breakdown。",
    ),
    Rule.BREAKDOWN_CONFLICT: Explanation(
        "同一分组的地区互不重叠，它们的数才能相加；能相加的只有个数和总量，比率、位次、人均数不能相加。"
        "区间目标、按基期倍数或增速表述的目标，不能由各地区的数合成，也就不能分解。",
        "园区与其所在的区归入同一分组；给比率类指标写了预留数；分解数的界限与总目标方向相反。",
        "园区另设分组；总量类指标写明additive: true，其他写additive: false，并删去reserve；"
        "核对界限。",
    ),
    Rule.BREAKDOWN_SHORT: Explanation(
        "各地区都完成了分解数，总目标却仍完不成（越低越好的指标则是超过了总量），"
        "说明分解没有到位，或有一部分没有写明由谁承担。",
        "分解数抄错；有的地区漏列；没有分解到地区的部分没有写入reserve。",
        "核对分解文件。确有一部分留在本级、未分解到地区的，如实写入reserve。",
    ),
    Rule.BREAKDOWN_BASELINES: Explanation(
        "同一年各地区的基期值之和应等于总的基期值，相差超出四舍五入的范围，至少有一个数有误。"
        "判定照常进行，各用各的基期值。",
        "各地区的数与总数来自不同版本；总数含有未列出的地区；抄错。",
        "核对各基期值的出处，统一为同一口径、同一版本。地区不构成全域的，分组写complete: false。",
    ),
    Rule.PARTS_DIFFER: Explanation(
        "各地区的数相加应等于总数（分组不构成全域的，不应超过总数）。考虑了四舍五入之后仍不相符，"
        "至少有一个数有误。判定照常进行，总数和各地区各按自己的数。",
        "总数已经修订，有的地区还是旧数；统一核算与分级核算的数混用；单位或行填错。",
        "核对各数的来源和版本；因核算方法不同而确实不等的，在规划文件中写additive: false。",
    ),
    Rule.PARTS_MISSING: Explanation(
        "有的地区这一年没有数。缺数不是0，所以不把其余地区之和当作总数，也不作比较。",
        "地区尚未报送；该地区没有这项业务，未填0；地区名称写错。",
        "催报；确实没有的填0。",
    ),
}
