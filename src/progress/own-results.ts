import { readMetrics } from '../text/metrics.ts';
import type { MarkedReply } from './reply-marks.ts';
import type { TopicIndex } from './reply-topic.ts';
import { EVENT, FINISH } from './status-words.ts';
import { SOFT } from './task-parts.ts';

/** What a task can ask for without an end that is reached: told of these, 了 says that it is gone about. */
const EFFORT =
  '推进|建设|落实|开展|管理|服务|工作|培育|发展|保障|监管|监测|提升|指导|协调|跟踪|跟进|对接|督促|筹备|准备|谋划|前期|宣传|引导|支持|帮扶|储备|招商|招引|调度|改革|整治|治理|运行|进行|启动|开始|动工|开工|动员|部署|安排|组织|实施|加强|加快|强化|做好|抓好|优化|深化|推动|促进|研究|学习|参与|配合|协助|施工|工程|项目|任务';
/** 组织企业参加展销会: what those who are led are to do. */
const LED_TO = /(?<=^组织(?:企业|单位|人员|干部|职工|群众|代表|商户))\p{Script=Han}{2}/u;
const HEAD = /^(?:按[时期]|如期|全面|力争|争取|确保|基本|顺利)*(?:完成|实现|达到)?/u;
const END = '(?=$|[\\s,;。!])';
/** 快封顶了 is yet to come, 试通车了 is no 通车. */
const AHEAD = '(?:[快要将能想没未不备可该试预初拟]|(?<!\\p{Script=Han}{2})会)';
/** How a verb of one character says that it came to its end. */
const REACHED = '(?:下来|起来|出来|上来|上去|下去|出去|回来|到手|到位)';
/** Papers that somebody hands out, and the words for getting one. */
const PAPER = '(?:证书?|执?照|批[文复]|许可|资质|资格|牌)';
const GETS = '办理|取得|申领|领取|申办|获得|获取|办好|拿到';

/**
 * 2号楼封顶了 of 完成2号楼封顶, 专班组建起来了 of 组建专班, 证办下来了 of 办理许可证: the very end that a task's wording asks for,
 * told as reached, is marked like a tick. Where so many are asked for (3家企业上市), or only an effort, it tells nothing of the
 * whole. What the words are of is looked at as for any completion. Pure.
 */
export function markOwnResults(marked: MarkedReply, index: TopicIndex): MarkedReply {
  const parts = index.tasks.flatMap((t) => t.text.split(/[,;。、()\s]|并(?=\p{Script=Han}{2})/u));
  const settled = parts.filter((p) => !SOFT.test(p) && readMetrics(p).length === 0);
  const bare = settled.map((p) => p.replace(HEAD, ''));
  const pattern = resultsOf(bare);
  if (!pattern) return marked;
  const masked = marked.masked.replace(pattern, (told) => '✓'.repeat(told.length));
  return { ...marked, masked };
}

/** The ways to tell the ends of some tasks' parts; undefined where none asks for one. */
function resultsOf(parts: string[]): RegExp | undefined {
  const verbs = parts.flatMap((p) =>
    [/^\p{Script=Han}{2}/u, /\p{Script=Han}{2}$/u, LED_TO].flatMap((at) => at.exec(p)?.[0] ?? []),
  );
  // 报批: 报上去了 is a step before it.
  const ends = [...new Set(verbs)].filter((v) => !EFFORTS.test(v) && !/^[报送][批审]$/u.test(v));
  const ways = ends.flatMap((v) => [
    ...(HAS_RULE.test(v) ? [] : [`(?<=(?<!${AHEAD})${v})了${END}`, `已经?(?=${v}${END})`]),
    `(?<=(?<!${AHEAD})${v})${REACHED}了${END}`,
    `(?<!${AHEAD}|${v[0]})[${v}]${REACHED}了${END}`,
    `(?<=${v[0]})的${v[1]}${END}`,
  ]);
  if (parts.some((p) => IS_PAPER.test(p)))
    ways.push(`(?<=${PAPER})(?:已经?|都|也)*[拿领取办批发跑]?(?:下来|到手|到|回来|出来)了${END}`);
  return ways.length > 0 ? new RegExp(ways.join('|'), 'gu') : undefined;
}

const IS_PAPER = new RegExp(`^(?:${GETS}).*(?:${PAPER}|登记)$`, 'u');
/** Verbs that tell an end of themselves have rules of their own. */
const HAS_RULE = new RegExp(`^(?:${EVENT}|${FINISH})$`, 'u');
const EFFORTS = new RegExp(`^(?:${EFFORT})$`, 'u');
