/** What the wording of a task asks for, and by which words it is reached. */
type Result = {
  /** The wording that asks for it. */
  asks: RegExp;
  /** The verb itself, its everyday words, and what can only come later. */
  reached: string;
  /** What is told of a step right before it, and reads as the result elsewhere: 报上去了 of an approval. */
  early?: string;
  example: { task: string; told: string; early: string };
};

/**
 * Results by what a plan asks for. What comes before the result (合同签了 of a building, 报上去了 of an approval) is in no
 * row of its kind and so reaches nothing. A task may ask for several kinds.
 */
export const RESULTS: readonly Result[] = [
  {
    asks: /(?:召开|举办|举行|组织|开展|开)[^,;。]*(?:会(?!计|员)|节|活动|仪式|演练|竞赛|培训|班|演出|月|周|日|宣传|行动)/u,
    reached: '召开|举办|举行|开展|开|办|搞|演|做|落幕|闭幕',
    early: '敲定|(?<![搞办弄])定|安排',
    example: { task: '组织消防演练1次。', told: '演过了', early: '方案定了' },
  },
  {
    asks: /印发|出台|下发|发布|公布|颁布/u,
    reached: '印发|下发|发布|公布|颁布|出台|印|发(?!现|生|动)|施行|下(?=的$|了$)',
    example: { task: '印发《冬季供水应急预案》。', told: '预案今早印的', early: '过了常务会' },
  },
  {
    asks: /(?:制定|制订|修订|编制|编印)(?![^,;。]*(?:印发|出台))/u,
    reached: '印发|下发|发布|公布|颁布|出台|印|发(?!现|生|动)|施行|审议通过|批准|批复|获批|批',
    example: { task: '制定学校食堂管理细则。', told: '细则已下发各校执行', early: '初稿写好了' },
  },
  {
    asks: /建设|建成|新建|改造|改建|扩建|改扩建|迁建|提升|维修|修缮|整治|治理|加固|硬化|护岸|创建|布展|延伸|养护|铺设|工程|建立|亭|站|公园/u,
    reached:
      '验收(?:合格)?|投用|投运|投入使用|投产|交付|完工|竣工|建成|建好|建|启用|用上|开放|(?:搬|住)进[去来]?(?:人|企业)?|入住|达标|命名|挂牌|上线|通车|通水|立|装|通|修|硬化|改|埋|铺|治理|整治|整改|传数据',
    example: { task: '新建健身步道5公里。', told: '步道已投入使用', early: '合同签了' },
  },
  {
    asks: /验收|评审/u,
    reached: '验收|过',
    example: { task: '完成水渠工程验收。', told: '验收过了', early: '资料报了' },
  },
  {
    asks: /搬迁|避让|安置/u,
    reached: '入住(?:新居|新房)?|搬入|(?:搬|住)进(?:去|新[房居家])?|搬',
    example: { task: '完成沿河搬迁安置8户。', told: '8户均已入住新居', early: '协议签了' },
  },
  {
    asks: /兑现|兑付|发放|拨付|支付|资助|补贴|补助|奖补|津贴/u,
    reached:
      '钱|款|兑现|兑付|发放|拨付|支付|打卡|到卡|卡里[也都已]*到|兑|发(?!现|生|动|文)|拨|付|打款',
    early: '到(?:账|位|[县局镇乡])?里?|下达|下拨到县',
    example: { task: '兑现耕地补贴。', told: '补贴都打卡了', early: '名单公示了' },
  },
  {
    asks: /报批|获批|批准|审批|选址/u,
    reached: '批准|批复|获批|批(?:下来)?',
    early: '报(?:送|给|到)?\\p{Script=Han}{0,4}|上报',
    example: { task: '完成加油站选址报批。', told: '省里批下来了', early: '报到市里了' },
  },
  {
    asks: /(?:申报|上报|报送|编报|推荐|按月报|报(?=县|市委|市政府|省))(?![^,;。]*批)/u,
    reached: '申报|编报|上报|报送|提交|递交|报',
    example: { task: '组织申报科技项目。', told: '上周报到市局了', early: '材料在写' },
  },
  {
    asks: /申报|创建|评选|认定/u,
    reached: '命名|授牌|认定|获评|批复|获批',
    example: { task: '创建平安村2个。', told: '2个村已命名', early: '材料报了' },
  },
  {
    asks: /采购|购置|配备|储备/u,
    reached: '到货|入库|上牌|装(?:好)?|上线|配(?:齐|备)?|买|到(?=了|位|齐|货)|立',
    example: { task: '采购清雪车2辆。', told: '两辆到了', early: '标招了' },
  },
  {
    asks: /安装|新装|加装|布设/u,
    reached: '安装|装|安(?=[好上完]|了)|上线|配(?:齐|备)?|立|亮|用上',
    example: { task: '安装健身器材20套。', told: '20套都安上了', early: '器材到了' },
  },
  {
    asks: /检查|排查|走访|慰问|调研|抽检|筛查|核查|普查|摸底|清查|督查|覆盖/u,
    reached: '走访|检查|排查|覆盖|抽检|查|跑|走|看|扫|搞|做',
    example: { task: '检查加油站18家。', told: '十八家都跑了', early: '通知发了' },
  },
  {
    asks: /摸底|摸排|排查|普查/u,
    reached: '摸[底排]|摸',
    example: { task: '摸排停产企业12家。', told: '12家都摸了', early: '名单有了' },
  },
  {
    asks: /招聘|招录|选派|选调|引进/u,
    reached: '招(?:齐)?|录用|上岗|到岗|到位|选派|派(?:出|驻)?|签(?:约|订)?',
    example: { task: '招聘护士12名。', told: '12个都签了', early: '面试完了' },
  },
  {
    asks: /签订|签约|委托|出让|流转/u,
    reached: '合同|协议|签(?:订|约|署|完)?|成交|摘牌|流转|出让|委托',
    example: { task: '流转土地300亩。', told: '300亩合同签了', early: '意向有了' },
  },
  {
    asks: /化解|办结|处置|清理|整改|清零|调解|解决/u,
    reached: '化解|化|办结|销号|清零|清(?:理)?|处置|整改(?:到位)?|解决|调解',
    example: { task: '化解积案9件。', told: '9件全化了', early: '还在约谈' },
  },
  {
    asks: /上线|开通|归集|接入/u,
    reached: '上线|开通|通车|接入|归集|上|跑起来|运行',
    example: { task: '开通公交线路3条。', told: '3条都跑起来了', early: '站牌在做' },
  },
  {
    asks: /培训|辅导|宣讲|宣传/u,
    reached: '培训|辅导|宣讲|宣传|讲|训|办|搞|做|结业',
    example: { task: '培训家政员90人。', told: '90人都培训了', early: '90人报名了' },
  },
  {
    asks: /造林|植树|播种|种植|营造/u,
    reached: '种|栽|播|造',
    example: { task: '完成造林800亩。', told: '800亩都栽了', early: '树苗到了' },
  },
  {
    asks: /拆除|征收|拆迁|征迁/u,
    reached: '拆(?:除)?|腾空|交地',
    example: { task: '拆除违建5处。', told: '5处都拆了', early: '协议签了' },
  },
  {
    asks: /收缴|征缴|追回|追缴|争取|盘活|新增|实现|完成.*税/u,
    reached:
      '收(?:缴|到)?|追回|追|缴费?|交(?=[上齐清完足了])|到账|到位|到(?=了)|争取|盘活|新增|下达',
    example: { task: '追缴欠费60万元。', told: '60万都追回来了', early: '函发了' },
  },
  {
    asks: /盘活/u,
    reached: '盘活|出租|租|出售|卖|转让|复产',
    early: '评估|测绘|挂牌|登记|推介',
    example: { task: '盘活闲置厂房2处。', told: '2处都租出去了', early: '评估了' },
  },
  {
    asks: /规上|限上|[升入纳]规|[纳入]统|入库/u,
    reached: '[升入纳进][规限]|[纳入]统|入库',
    early: '辅导|培育|摸排|调研|上门',
    example: { task: '新增规上企业4家。', told: '4家都纳统了', early: '辅导了' },
  },
  {
    asks: /填报|直报/u,
    reached: '填报|填|上报|报送|报',
    example: { task: '完成能耗数据填报。', told: '数据都填报了', early: '数据在核' },
  },
  {
    asks: /写|分析|报告|汇编|核算|统计/u,
    reached: '报送|上报|提交|写完|交(?=$|了)|报(?:给|到|送)\\p{Script=Han}{2,6}|报',
    example: { task: '完成用水分析报告。', told: '报给县政府了', early: '提纲有了' },
  },
];

/** The words that reach what a task's wording asks for, as alternatives; empty where nothing in it is known. */
export function resultWords(task: string): string {
  return RESULTS.filter((r) => r.asks.test(task))
    .map((r) => r.reached)
    .join('|');
}

/** The words of a step before it that would reach another task, as alternatives. */
export function earlyWords(task: string): string {
  return RESULTS.flatMap((r) => (r.early && r.asks.test(task) ? [r.early] : [])).join('|');
}
