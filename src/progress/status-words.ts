import { anyOf } from '../text/any-of.ts';
import { verbose } from '../text/verbose.ts';
import { EVENT_ROWS, FINISH_ROWS, MANNER_ROWS } from './finish-rows.ts';
import { alternatives } from './word-rows.ts';

/**
 * The verbs of finishing, as regular-expression alternatives. A clause is read after marking (reply-marks.ts): R stands
 * for task numbers, F/T/P for days ahead, around and behind, C for shares, Q for figures with units.
 */

/** Says by itself that the work is finished. */
export const FINISH = alternatives(FINISH_ROWS);

/** 哪里完成了, 哪儿办完了, 谁说完成了: a denial in the form of a question; where something took place is asked with 在. */
export const DENIED_BY_ASKING = new RegExp(
  `(?:(?<![在于从到])哪(?:里|儿)?(?:就|算|能算|都)*(?:${FINISH})了?(?![的了])|谁说的?[R是已经都全]*(?:${FINISH})了?)`,
  'u',
);

/** An event that has taken place once a word of the past stands with it (已, 了, 都 …). */
export const EVENT = alternatives(EVENT_ROWS);

/** Verbs of one character count only where no second one follows: 报了 is an event, 报告 is none. */
export const EVENT_ONE =
  '(?:(?<![上下出进回过])去|[出拨付推编量测发报交批打种栽办开做搞弄签送搬建装修改填录定印寄查审谈评投])(?=[了过给到至掉R]|[出上下过]去|[出下]来|$|[,。;\\s])';

/** 完成情况, 完成时间, 完成后: a noun or a condition, not a report. */
export const NOT_AFTER_FINISH =
  '(?:情况|率|度|时限|时间|时候|日期|节点|期限|值|量|额|比例|标准|程度|条件|质量|进度|的话|ing|以后|之后|后(?!续|勤|期|备|台)|之前|前(?!期|三|两|列|端)|时(?!间)|再|就|即|之日)';

/** 没, 未 and their kin, with what may stand between them and the verb. */
export const NOT =
  '(?:并未|并没有?|尚未|仍未|还未|从未|未能|没能|没有?|未曾|不曾|未(?!来)|不能|没法|无法)';

/** Words that look like a negation, a promise or a part and are none: blotted out before the rules are tried. */
export const HARMLESS: { pattern: RegExp; example: string }[] = [
  {
    pattern:
      /不折不扣|不断|不仅|不但|不错|不久|毫不|不少(?!于?Q)|无误|从不|不等(?!于)|不限|不得不/gu,
    example: '不折不扣完成',
  },
  { pattern: /(?:不|没|无|未)(?:少于|低于|超过|影响|受影响|遗漏)/gu, example: '不影响进度' },
  {
    // What whoever keeps the list has not done says nothing of the task.
    pattern: new RegExp(
      verbose`
        (?:你们?|您|系统|平台|台账|机器人)(?:那边|这边|里|上)?(?:怎么|一直|还|也|就是|咋)*
        (?:没有?|未)(?:给|帮)?(?:我们?)?(?:登记?|更新|改过?来?|销号?|录入?|显示|记上?|标|变)
        (?:上|了|过来)?
      `,
      'gu',
    ),
    example: '早办完了你们没给登',
  },
  { pattern: /(?:可以?|能|请(?:予以|给予)?|申请|建议)(?:给)?销号了?$/gu, example: '可以销号' },
  {
    pattern: new RegExp(
      verbose`
        (?<![成结完好定工束毕位])
        (?:没[有得]?(?:出现|遇到)?|无|暂无|不存在|未(?:出现|遇到)|(?:不|并非)是?有)
        (?:什么|任何|其他|啥|明显|大的?)*(?:问题|困难|异议|异常|遗留|障碍|难题)
      `,
      'gu',
    ),
    example: '没有困难',
  },
  {
    pattern: new RegExp(
      verbose`
        (?:没有?|未|尚未|暂未)(?:发现|查(?:出|到(?!位|底)))(?:有|了|过|任何|新的)*
        [^,。;!?\n没未]{0,6}(?:违规|违法|违纪|超标|异常|风险|隐患|问题|缺陷)
        (?:收费|行为|情况|情形|现象|线索)?
      `,
      'gu',
    ),
    example: '未发现违规收费',
  },
  {
    pattern: new RegExp(
      verbose`
        (?:已经?)?(?:解决|克服|化解|协调解决|打通|消除)了?.{0,8}
        (?:问题|困难|难题|瓶颈|堵点|障碍|阻力|缺口)(?!的)
        |(?:问题|困难|难题|瓶颈|障碍|阻力)(?:已经?|都|均|也)?(?:得到)?
        (?:解决|克服|化解|打通|消除)了?
      `,
      'gu',
    ),
    example: '用地问题已解决',
  },
  {
    pattern:
      /(?:不用|不需要?|不必|无需|无须|没有?|不会|不|未)(?:再)?(?:申请)?(?:延期|推迟|延长|延后)(?!了)/gu,
    example: '不需要延期',
  },
  {
    pattern: new RegExp(
      verbose`
        (?:请|望|烦请|敬请)(?:予以?|给予|领导|县里|局里|贵局|您|帮忙|协助)*
        (?:销号|查收|审核|审阅|批示|知悉|确认|验收|指正|核实|过目|办结|审定|核销|备案)
      `,
      'gu',
    ),
    example: '请销号',
  },
  { pattern: /《[^》]*》/gu, example: '《完成情况通报》' },
  {
    pattern: new RegExp(
      verbose`
        Q+没[落漏]下?(?=$|[^\p{Script=Han}])|无人(?:投诉|反对|反映|提出)
        |(?:没有?|未|不|无一|一[个项件家户](?:都|也)?(?:没|不))(?:
          [落漏]下?(?!实|地|后)|少(?!于)|遗漏|拖(?:延|后腿|期|(?=$|[^\p{Script=Han}]))|延误
          |误(?:期|点|事)|耽[误搁]|掉(?:队|链子)|松懈|放松
        )
      `,
      'gu',
    ),
    example: '一件都没落下',
  },
  {
    pattern:
      /(?:\p{Script=Han}|_)会(?=P|圆满(?:举行|召开|结束|落幕)|成功(?:举行|召开|举办|落幕)|已|流会|[开办](?:了|过|得))/gu,
    example: '早餐会圆满举行',
  },
  { pattern: /(?<=[了完好])好(?:吧|吗|不)$/gu, example: '早就弄好了好吧' },
  {
    pattern: new RegExp(
      verbose`
        打卡|没完没了|(?<=延[至到期后]F+)吧$|技能|职能|除(?:治|险|尘|雪|草|虫|锈|冰|患)
        |结果(?:已经?|均已|也|都)?(?:公示|公布)了?|(?:验收|评审|审核|[下出])的意见
        |(?<=^|[和与、\s])[一二三四五六七八九十]+[小中](?=$|[和与、\s])
        |(?<![都也])没(?:停|断|歇)(?:过|着)?(?=$|[^\p{Script=Han}])
      `,
      'gu',
    ),
    example: '一直没停',
  },
  { pattern: /自F+起(?:正式)?(?:施行|实施|执行|生效)/gu, example: '自FFFF起施行' },
  {
    pattern:
      /[上P][^,。]{0,3}所?[报填]的?[“"‘'][^,。]{1,6}[”"’'](?:有误)?,?(?:请|特|予)*(?:予以?|此)?更正/gu,
    example: 'PP所报“在办”请予更正',
  },
  { pattern: /以.{1,10}为准/gu, example: '最终以年底统计为准' },
  {
    pattern: /(?<=R)(?:的话|嘛|呢|啊|吧)(?!就|才)(?=[,\sQCPFT\p{Script=Han}])/gu,
    example: 'R的话已经弄好',
  },
  {
    pattern:
      /(?:汇报|报告|反馈|报送|回复|说|讲)完毕|(?:现将)?(?:工作)?(?:进展|完成|推进|落实)(?:情况|进度)(?:如下|汇报|报告|反馈)?/gu,
    example: '完成情况如下',
  },
  {
    pattern:
      /比(?:原)?(?:计划|预期|预计)|计划(?:书|表|单|内|本子|[编写印呢嘛啊])|(?:年度|采购|招商|培训|工作|实施|投资|招聘)计划/gu,
    example: '采购计划',
  },
  {
    pattern: new RegExp(
      verbose`
        取消(?:了)?限制
        |(?<=(?:按|照|达到|符合|依|根据|有关|相关|工作|时限|序时|进度|的)[^,。;]{0,8})要求
        |重要|主要|需要的|将来|能力|能源|功能|节能|性能|智能|产能|新能|效能|可行性|可研|社会
        |会议|座谈会|推进会|对接会|大会|协会|调度会|办公会|现场会|动员会|启动会|启动仪式|商会
        |工会|会上|会后|机会|委员会|理事会|交流会|培训会|发布会|论证会|评审会|洽谈会|推介会
        |招聘会|联席会|例会|会商|会展|会签
      `,
      'gu',
    ),
    example: '推进会',
  },
];

/** What may follow a verb of finishing without narrowing it: particles, the tasks themselves, whom it was sent to. */
export const AFTER_FINISH = new RegExp(
  `^(?:并|和|、)?(?:移交|交付|投用|归档)|(?:人|大家|企业|群众)来得(?:也|都|很|蛮|挺|比较|非常)*(?:多|齐|满|踊跃)|并且?(?:已经?|及时|按时|按_+)*(?:${EVENT}|${FINISH})[^,]*$|[R_PTQC\\s,。;!?✓]|了|的|啦|哈|呢|嘞|呀|噢|哦|哒|咧|而已|(?<=过)[一二两三四五六七八九十几多好]+[次遍回趟]|全部|各项|该项|本项|这项|既定|全年|年度|月度|季度|预定|预期|相关|所有|规定|工作|任务|状态|事项|目标|指标|计划|要求|状态|好[吧吗]|完成|办结|[嗯呃哦噢对]|(?:给|到|至|往|向)(?![位第])[^,RQCF]{1,10}|于|给|到|至|向|并[^,]*(?:合格|通过)$|(?:效果|反响|反应|成效|质量|现场|大家|企业)*(?:也|都)?(?:很|非常|较|比较|挺|十分|相当|还)(?:好|不错|顺利|圆满|成功|满意|热烈|理想|可以)|[县市省区]?[\\p{Script=Han}]{0,6}?(?:局|厅|公司|部门|单位|中心|平台|系统|处室|科室|上级|领导)|省里|市里|县里|上面|上去|过去|出去|出来|下去|归档|销号|通过|使用|[县市省]`,
  'gu',
);

/**
 * Words that cast doubt on a completion told beside them: 完成了，有水分; 已办结，可领导不认. What has a rule of its own is
 * read by it; these have none, and the person is asked.
 */
export const DOUBT = anyOf(
  /不(?!再|同|含|用|必)|没|未|假|误|虚|谎|水分|折扣|疑|悬|够呛|难(?!题|度?大的)|还早|另说|再说|再议|再报|作废|无效|失效|无望|没戏/u,
  /言过其实|瞎说|才怪|还得|推翻|反悔|漏|差(?!旅)|剩|欠|缺|退回|打回|重[来做报测写弄搞验]|返工|意见(?!一致)|退|尾[工巴]|另有|其[他余它]/u,
  /公示(?!_|期?满|结束|无|完|了|后)|[走做办弄干]C|口头|只是|而已|初步|一半|三分之一|部分(?!门)|开头|第一步|前半|可能|希望|前提|迟早/u,
  /[吗么?]|是(?:个|在)?(?:目标|要求|计划|任务|方案|愿望|他们|企业|别人|对方|上半年)|倒计时|进行时|(?:靠|看)(?:天|财政|上级|领导)/u,
  /^[要得]有/u,
);

/** What is told beside a completion and leaves it whole: how it went, who came, figures, what is handed in, courtesies. */
export const REMARK = verbose`
  [QPC\d]|^关于|方面$|效果|反响|反应|不错|好评|[很较]?好$|热烈|圆满|顺利|成功|满意|良好|明显
  |显著|踊跃|[了过]$|[了过]\p{Script=Han}|_|谨|特此|现予|予以|欢迎|感谢|谢|辛苦|放心|关照
  |遗留|遗漏|照片|图片|视频|材料|附件|台账|报告|汇报|资料|清单
  |[发送附上传](?:给|到|在|您|你|群|邮|上)|平稳|稳定|参加|参会|参训|涉及|主持|来的$|带队
  |出席|到场|到会|[已均都]|完成|合格|达到|超过|同步|来自|覆盖
`;

/** How, when or by what efforts: what may stand in front of a verb of finishing without being its subject. */
export const MANNER = alternatives(MANNER_ROWS);
