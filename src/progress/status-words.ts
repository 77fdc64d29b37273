/**
 * The verbs of finishing, as regular-expression alternatives. A clause is read after marking (reply-marks.ts): R stands
 * for task numbers, F/T/P for days ahead, around and behind, C for shares, Q for figures with units.
 */

/** Says by itself that the work is finished. */
export const FINISH =
  '竣工验收|竣工投产|建成投[产用]|完工验收|完成|办结|完毕|完工|竣工|完结|了结|[办做弄搞忙干整写开跑走报交发填录建修改谈审签测评查印办](?:理)?完(?!成|结|毕|工|善)|[办做弄搞整写建谈修改录]好|[办谈]妥|搞定|搞掂|建成|结束|收官|落实到位|整改到位|全部到位|落地|销号|达标|清零|妥了|齐了|好了|完了|ok了|ok|done|交差|交付|投产|投用|投入使用|投入运营|揭牌|挂牌|通过验收|验收通过|验收合格|✓|处理掉|出来了|(?<=^|[R都也\\d])好(?=$|[,。;\\sR])|完(?=$|[,。;\\sR])';

/** An event that has taken place once a word of the past stands with it (已, 了, 都 …). */
export const EVENT =
  '报送|上报|报出|呈报|提交|递交|报备|填报|申报|印发|下发|转发|出台|发布|公布|颁布|发文|制定|制订|编制|拟定|确定|明确|敲定|召开|举办|举行|组织|走访|培训|调研|观摩|考察|参观|签订|签约|签署|签|建立|组建|成立|设立|兑现|拨付|发放|兑付|支付|录入|归集|备案|推荐|评选|认定|公告|清理|处置|整改|修订|更新|安装|采购|移交|上线|开通|启用|入库|入统|纳统|纳规|入规|升规|摸排|摸底|梳理|统计|汇总|汇报|调度|辅导|解决|反馈|处理|执行|落实|通过|验收|获批|批复|到位|办理|解除|关停|搬迁|对账|核实|排查|检查|宣传|推介|发出|送达|评审|评估|测算|论证|立项|入驻|销毁|兑付|公开|约谈|宣讲|签收|竞拍|拍卖|注册|登记|办证|开业|剪彩';

/** Verbs of one character count only where no second one follows: 报了 is an event, 报告 is none. */
export const EVENT_ONE =
  '[发报交办开去做搞弄签送搬建装修改填录定印寄查审谈评投](?=[了过给到至R]|$|[,。;\\s])';

/** 完成情况, 完成时间, 完成后: a noun or a condition, not a report. */
export const NOT_AFTER_FINISH =
  '(?:情况|率|度|时限|时间|时候|日期|节点|期限|值|量|额|比例|标准|程度|条件|质量|进度|的话|以后|之后|后(?!续|勤|期|备|台)|之前|前(?!期|三|两|列|端)|时(?!间)|再|就|即|之日)';

/** 没, 未 and their kin, with what may stand between them and the verb. */
export const NOT =
  '(?:并未|并没有?|尚未|仍未|还未|从未|未能|没能|没有?|未曾|不曾|未(?!来)|不能|没法|无法)';

/** Words that look like a negation, a promise or a part and are none: blotted out before the rules are tried. */
export const HARMLESS: { pattern: RegExp; example: string }[] = [
  {
    pattern: /不折不扣|不断|不仅|不但|不错|不久|毫不|不少(?!于?Q)|无误|从不|不等|不限|不得不/gu,
    example: '不折不扣完成',
  },
  { pattern: /(?:不|没|无|未)(?:少于|低于|超过|影响|受影响|遗漏)/gu, example: '不影响进度' },
  {
    pattern:
      /(?<![成结完好定工束毕位])(?:没有?|无|暂无|不存在|未(?:发现|出现|遇到))(?:什么|任何|其他|啥|明显|大的?)?(?:问题|困难|异议|异常|遗留|障碍|难题)/gu,
    example: '没有困难',
  },
  {
    pattern:
      /(?:已经?)?(?:解决|克服|化解|协调解决|打通|消除)了?.{0,8}(?:问题|困难|难题|瓶颈|堵点|障碍|阻力)(?!的)|(?:问题|困难|难题|瓶颈|障碍|阻力)(?:已经?|都|均|也)?(?:得到)?(?:解决|克服|化解|打通|消除)了?/gu,
    example: '用地问题已解决',
  },
  {
    pattern:
      /(?:不用|不需要?|不必|无需|无须|没有?|不会|不|未)(?:再)?(?:申请)?(?:延期|推迟|延长|延后)/gu,
    example: '不需要延期',
  },
  {
    pattern:
      /(?:请|望|烦请|敬请)(?:予以?|给予|领导|县里|局里|贵局|您|帮忙|协助)*(?:销号|查收|审核|审阅|批示|知悉|确认|验收|指正|核实|过目|办结|审定|核销|备案)/gu,
    example: '请销号',
  },
  { pattern: /《[^》]*》/gu, example: '《完成情况通报》' },
  {
    pattern:
      /(?:汇报|报告|反馈|报送|回复|说|讲)完毕|(?:现将)?(?:工作)?(?:进展|完成|推进|落实)(?:情况|进度)(?:如下|汇报|报告|反馈)?/gu,
    example: '完成情况如下',
  },
  {
    pattern: /计划(?:书|表|单|内)|(?:年度|采购|招商|培训|工作|实施|投资|招聘)计划/gu,
    example: '采购计划',
  },
  {
    pattern:
      /取消(?:了)?限制|要求|重要|主要|需要的|将来|能力|能源|功能|节能|性能|智能|产能|新能|效能|可行性|可研|社会|会议|座谈会|推进会|对接会|大会|协会|调度会|办公会|现场会|动员会|启动会|启动仪式|商会|工会|会上|会后|机会|委员会|理事会|交流会|培训会|发布会|论证会|评审会|洽谈会|推介会|招聘会|联席会|例会|会商|会展|会签/gu,
    example: '推进会',
  },
];

/** What may follow a verb of finishing without narrowing it: particles, the tasks themselves, whom it was sent to. */
export const AFTER_FINISH = new RegExp(
  `并且?(?:已经?|及时|按时|按_+)*(?:${EVENT})[^,]*$|[R_PTQC\\s,。;!?✓]|了|的|啦|哈|呢|嘞|呀|噢|哦|哒|咧|而已|全部|各项|该项|本项|这项|既定|全年|年度|月度|季度|预定|预期|相关|所有|规定|工作|任务|事项|目标|指标|计划|要求|流程|手续|程序|材料|资料|数据|报表|总结|于|给|到|至|向|[县市省区]?[\\p{Script=Han}]{0,6}?(?:局|厅|部门|单位|中心|平台|系统|处室|科室|上级|领导)|省里|市里|县里|上面|上去|过去|出去|出来|下去|归档|销号|通过|[县市省]`,
  'gu',
);
