"""修订规则的说明。"""

from jdzplan.catalogue import Rule
from jdzplan.wording.guide import Explanation

REVISIONS = {
    Rule.REVISION_UNKNOWN: Explanation(
        "修订（revisions）记录普查、口径调整或上级标准变化对哪一项有影响。所指的指标或比较性要求不在"
        "规划中，修订就落不到实处。",
        "编号拼错，或写了中文名称；比较性要求写到了indicator下；只用于计算的数据项不在此列。",
        "改为规划中的编号。",
    ),
    Rule.REVISION_DIFFERS: Explanation(
        "from写修订之前的基期值，第一次修订时就是规划印发的数，用来核对：对不上，说明抄错了数，或者"
        "中间漏了一次修订。判定仍以印发的基期值为准，按修订值的判定列在旁边。",
        "把规划中的基期值改成了修订值；漏录了前一次修订；小数位数抄错。",
        "indicators中的baseline保留印发的数，修订值只写在revisions的to中。",
    ),
    Rule.REVISION_CONFLICT: Explanation(
        "基期值修订（baseline）要写from和to，可以写basis；上级标准（standard）可以写from和to；口径"
        "调整（definition）不写数。修订前后不能相同，同一天也不能对同一项作同类修订两次。",
        "口径调整写了数；没有基期值的指标写了基期值修订；同一份文件录入了两次。",
        "对照提示增删；修订后的历史数据不是基期值的，写入相应年份的数据文件。",
    ),
    Rule.COUNTERPART_CONFLICT: Explanation(
        "counterparts写上级规划的同一要求，用来对照；standard: true表示数值由那份规划来定，判定就用"
        "那个数。因此只能写在没有数值的增速或比例上，只能有一处，并且要有以%表示的数值。",
        "本规划自己有数值，也写了standard；两份上级规划都写了standard；上级规划也没有数值。",
        "只作对照的不写standard；数值以哪一份为准，就只在那一处写。",
    ),
    Rule.REVIEW_BEHIND: Explanation(
        "规划文件规定了连续多少年滞后或更差就要评估（policy.adjustment.behind_years），到所检查的最后一年"
        "已满这个年数。没有规定的不提示。这只是建议评估，判定和规划都不因此改动。",
        "推进不力；目标定得过高；统计口径或填报有误，使判定连年偏低。",
        "先核对数据，再评估措施和目标；需要调整的按规划审批程序办理，批准后写入amendments。",
    ),
    Rule.REVIEW_REVISED: Explanation(
        "基期值、统计口径或上级标准有了修订，目标的含义可能随之变化，建议评估。修订之后对同一事项有了规划"
        "调整（amendments），或写明了评估日期（reviewed），就不再提示。",
        "普查后基期值修订；上级改变了标准或统计制度；已经评估，但没有记录。",
        "评估后决定调整的写入amendments；决定不调整的，在这项修订中写reviewed和日期。",
    ),
}
