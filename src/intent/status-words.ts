import type { AskedStatus } from '../progress/task-status.ts';
import { verbose } from '../text/verbose.ts';

type Row = { status: AskedStatus; pattern: RegExp; example: string };

const DO =
  '(?:完成|办结|办完|办成|办好|做完|做成|做好|搞完|搞好|搞定|干完|干成|弄完|弄好|落实|销号|完工|了结|兑现|到位|落地|结束|干|做|办|搞|弄|推进完)';
const FINISH = '(?:完成|办结|办完|办好|做完|搞完|搞定|干完|弄完|弄好|落实|销号|完工|结束|了结)';
/** After 完成 these make a judgement or a measure of it, not a state: 完成得好, 完成率. */
const NO_STATE =
  '(?![率度量得地]|的?(?:怎么|咋|如何|怎样|情况|进度|进展|比例|比率|最|好|快|慢|差|不|还|程度|质量)|较|时限|时间)';
const NOT = '(?:没有?|未|尚未|还没|没能|未能|不曾|木有|冇)';

/**
 * Words for the state of a task, the narrower before the wider: 逾期没完成 is overdue. Read where questions such as
 * 完成没有 and 有没有 are already taken out, see `withoutYesNo`.
 */
export const STATUS_WORDS: readonly Row[] = [
  {
    status: 'overdue',
    pattern: verbose`
      逾期|拖(?:了|欠)(?:多少|几|哪|的|了|[很好太许这]么?久)|有(?:没有)?拖(?:着|拉|欠)?的
      |超期|超时|过期|拖期|误期|延误|脱期|滞后|拖延|迟滞|超过(?:时限|期限|时间|规定)
      |过了(?:时限|期限|时间|点|日子|截止)|超限|亮?红灯|亮?黄灯
    `,
    example: '上半年逾期的',
  },
  {
    status: 'overdue',
    pattern: new RegExp(
      // 快到期了还没动 is not yet due.
      `(?:(?<!快要?|即将|马上|将要?|临近|就要)(?:到期|到时间|到点)|该|应)(?:了|的)?(?:应|该|却|还|而|也|仍|都|当|完成|办结|做完|的|时间)*${NOT}`,
    ),
    example: '该完成没完成的',
  },
  {
    status: 'overdue',
    pattern: new RegExp(
      `${NOT}(?:有)?(?:能)?(?:按|如)(?:时|期|照?计划|要求|规定|时间|时限|序时)+(?:节点|进度)?(?:要求)?`,
    ),
    example: '没按时完成的',
  },
  {
    status: 'extension',
    pattern:
      /延期|展期|宽限|缓办|顺延|改期|推迟|延后|缓一?缓|缓[几两一][天日周]|延长(?:时间|期限|时限)|往后(?:延|推|拖)|要求?延|晚点(?:交|完成)/,
    example: '申请延期的',
  },
  {
    status: 'blocked',
    pattern: verbose`
      卡(?:住|着|在|壳|脖子|点|了)|被卡|受阻|遇阻|梗阻|堵(?:住|点|着|在|了)|搁置|搁浅|停滞
      |停摆|停(?:了|着|下来)|暂缓|僵(?:住|局)|瓶颈|难点|难题|难度大
      |(?:推进|进展|落实|实施)(?:有|很|比较|较)?(?:困难|吃力|不畅|不顺)
      |推不(?:动|下去|开|走)|推进不(?:了|动|下去|力)|难(?:以)?推进
      |[动干搞办做弄](?:不(?:了|动|下去))|进行不下去|遇到(?:了)?(?:困难|问题|阻力|障碍|麻烦)
      |(?:存在|有|出现|哪些|什么|啥)(?:了|着)?
      (?:的|哪些|什么|啥|主要|突出|重大|共性|实际|一些)*
      (?:困难|问题(?!清单)|阻力|障碍|难处|麻烦)
      |(?:需要?|须|要|待|请求?|等着?|等待|提请)
      (?:我|您|你|县里|领导|上面|上级|书记|县长|政府|县政府|谁|大家|您来|我来|来|去|帮忙)*
      (?:(?<!\uE001)协调|解决|拍板|定夺|决断|决策|帮助|支持(?!政策|措施)|出面|过问)
      |问题清单|困难的(?:任务|工作|事项)|最大的?(?:问题|困难|难点|障碍|阻力)
      |(?:问题|难点|难)(?:出)?在(?:哪|什么)|哪[项个件](?:任务|工作)?最难
    `,
    example: '七月卡住的',
  },
  {
    status: 'blocked',
    pattern:
      /^[\uE001\uE002的主要突出具体]*(?:困难|难点|难处|阻力|障碍|堵点|卡点)(?:都|主要|具体|到底|分别)*(?:是|有|在)(?:些)?(?:哪|什么|啥)/,
    example: '困难是哪些',
  },
  {
    status: 'not_started',
    pattern: new RegExp(
      `${NOT}(?:有)?(?:一点|任何|丝毫|半点)?(?:动(?!员)|启动|开始|开工|起步|开展|着手|行动|开头|上手|破题|实施|进场|动工|动手|动静|进展|推进|安排)(?!情况)|零进展|零进度|毫无(?:进展|动静)|原地踏步|纹丝不动|一[项个件]都?[没未](?:有)?[动干做办搞]|一动[不没]动|按兵不动|无(?:任何)?(?:进展|动静|动作)|不见(?:动静|行动)|进度(?:为|是)?(?:零|0)(?!\\d)|0进[度展]`,
    ),
    example: '一项没动的',
  },
  {
    status: 'no_report',
    pattern: new RegExp(
      `${NOT}(?:有)?(?:及时)?(?:向?我?们?)?(?:报(?!名|批|备|废)|上报|填报|报送|反馈|回复|回应|回话|回音|吭声|提交|交(?!易|通|流)|更新|填(?!补)|回(?!收|款)|消息|声音|信儿?)`,
    ),
    example: '还没报的',
  },
  {
    status: 'not_done',
    pattern: new RegExp(
      `${NOT}(?:有)?(?:全部|完全|彻底|真正|最终|都|全|被)?${DO}|完不成|没完(?!没了)|没[做办搞干弄]|[未没]结(?!合|束)|待(?:办|完成|落实|推进|办理)|(?:还|剩|余|遗)(?:有)?(?:剩|余|差|留|欠)(?!不多|距|异)|剩下|剩余|余下|^差(?:多少|几)|(?<![过])剩(?:多少|几|哪|啥|的|了)|欠(?:的|着的?|下的?)?(?:账|任务|几|多少|哪)|尾巴|收尾没|悬着|挂着(?:的)?|拖着|搞不完|做不完|办不完|干不完|遗留|还没(?:有)?(?:搞|办|做|弄|干)?(?:好|成|掉|完)|还没(?:的|$)|没有?(?:搞|办|做|弄|干)(?:好|成|掉|完)|不到位|除(?:了|去)(?:已)?完成`,
    ),
    example: '还有哪些没完成',
  },
  {
    status: 'in_progress',
    pattern: verbose`
      进行(?:中|当中)|正在?(?:推进|办理?|做|进行|搞|落实|实施|开展|弄|干)
      |(?:推进|办理|实施|落实|建设)(?:中|当中)的?|在(?:推进|办|做|搞|干|弄|建)(?:中|着)?的
      |[还仍](?:在)(?:推进|办|做|搞|干|弄)
    `,
    example: '正在推进的',
  },
  {
    status: 'done',
    pattern: new RegExp(
      `(?:已经?|(?<!能|会|要|可以|该|应|必须|争取)(?:全部|都)|按[时期]|如期|提前|真正)(?:都|已经?|全部|按[时期]|给)?${FINISH}${NO_STATE}|(?<!要|该|应|应当|须|必须|务必|需|得|想|[底日号月周]前|[之以]前|内|将|能|会|可以|计划|打算|准备|安排|预计)${FINISH}了?(?:多少|几(?!成)|哪|什么|啥|的)${'(?!怎么|咋|如何|怎样|情况|进[度展]|比例|最|好|快|慢|差|不|还|程度|质量)'}|(?:哪些|哪几[项个件]|多少[项个件]?|几[项个件]|什么(?!时))[^,。怎咋如]{0,8}?${FINISH}了?$|(?:做|干|办|搞|弄)(?:完|成|好|掉)了?(?:的|多少|几|哪|什么|啥)|[做干办搞]了(?:多少|几[项个件]|哪些)|^(?:${FINISH})(?:了|的)(?!怎么|咋|如何|怎样|情况|好|快|顺|不|差|慢|吗|没)|成果|战果|销了号|(?:办结|完结)的?(?:事项|任务|工作)(?!情况|进|率)|完成的事项`,
    ),
    example: '完成了多少项',
  },
];

/** The text without the words of its state, a mark in their place: what is left may name a task. */
export function cutStatus(marked: string, mark: string): string {
  const row = STATUS_WORDS.find(({ pattern }) => pattern.test(marked));
  return row ? marked.replace(row.pattern, mark) : marked;
}

/** 完成没有, 逾期了吗, 有没有, 是不是: the words asked about, without the negation that only makes the question. */
function withoutYesNo(text: string): string {
  return text
    .replace(/有没有|有木有|有无/g, '有')
    .replace(/是不是|是否/g, '')
    .replace(/能不能|会不会|可不可以|要不要/g, '能')
    .replace(/(\p{Script=Han})[没不]\1/gu, '$1')
    .replace(/(?<!还|都|还是|也|仍|就)(?:没有|没得|没|不|否)[?]?$/u, '')
    .replace(/(?:没有|没)(?=呢$)/u, '');
}

/**
 * Whether things are finished is asked, not named as a state: 完成没有, 都完成了吗. A negation inside (没完成吗) stays one.
 */
function asksWhetherDone(text: string): boolean {
  return new RegExp(
    `(?<!没有?|未|哪些?|多少[项个件]?|几[项个件])(?:都|全|全部|按[时期])*(?:已经?)?${FINISH}(?:了)?(?:吗|么|没有|没得|没|不|没有呢|没呢|否)[?]*$`,
  ).test(text);
}

/** The state of tasks that a text names, or null. */
export function readStatus(marked: string): AskedStatus | null {
  const plain = withoutYesNo(marked);
  // 完成和没完成的各多少, 完成几项还剩几项: both sides are the whole.
  if (/完成了?(?:多少|几)[项个件]?[,、]?(?:还|没|未|剩|差)/.test(plain)) return null;
  if (/(?<!没|未|不)完成(?:了)?的?(?:和|与|跟|、)(?:还)?(?:没|未)(?:有)?完成/.test(plain))
    return null;
  const found = STATUS_WORDS.find(({ pattern }) => pattern.test(plain))?.status ?? null;
  if ((found === 'done' || found === null) && asksWhetherDone(marked)) return null;
  return found;
}
