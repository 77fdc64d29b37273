import { verbose } from '../text/verbose.ts';
import { hasOwnWords } from './general-words.ts';
import { asksWho, cutWho } from './role-words.ts';
import { cutTaskCues } from './task-cues.ts';

/** Stands where a question was cut out of a text. */
const CUT = '\uE003';

/** Ways to say outright what the matter is. */
const NAMED: readonly { pattern: RegExp; example: string }[] = [
  {
    pattern:
      /(?:关于|有关|涉及|针对|围绕)(.{2,30}?)(?:的|方面|这块|那块|,|工作|任务|进[展度]|情况|有哪|有什么|怎么样|$)/,
    example: '关于5G基站建设的进展',
  },
  { pattern: /(?:跟|和|与|同)(.{2,20}?)(?:有关|相关|沾边|挂钩)/, example: '跟高企有关的任务' },
  { pattern: /^(.{2,20}?)(?:相关|有关)的?(?:任务|工作|事项)/, example: '高企相关的任务' },
];

/** Taken off both ends of a topic: what leads up to it and what only turns it into a question. */
const HEAD = verbose`
  ^(?:
    [\uE001-\uE003\s]|的|了|在|,|、|[?!:;]|关于|有关|对于|针对|围绕|涉及|就|把|将|给|那个?
    |这个?|还有|再|也|现在|目前|当前|最近|近期|今天|全县|我县|咱县|县里|全局|我们|咱们?|我局
    |大家|各单位|各部门|所有|上面|到底|究竟|跟|和|与|对|请问|查|看|一下|问|说|讲|列|牵头
    |负责|配合|参与|协助|主办|一起|一同|共同|联合(?=牵头|负责|办)|年度|搞|抓|弄|里面?
    |中(?!小|药|国|介|标|型|试|央|医|学|转|心|部|高|级)|这边|那边|这块|那块|上次|之前|前面
    |刚才|说的|提到的|提的|讲的|安排的|布置的|交办的|部署的|你们|他们|是不是|有没有|哪些
    |哪几[项个件]
  )
`;
const TAIL = verbose`
  (?:
    [\uE001-\uE003\s]|的|地|得|了|呢|吗|么|吧|啊|,|、|[?!:;]
    |(?:重点|具体|有关|相关|这项|这个|那项)?
    (?:工作|任务|事项|事情|这事|那事|(?<!董|监|理)事)
    |这块|那块|[这那](?:一?[项件个])|方面|有?(?:哪些|哪几[项个件]|什么|啥)|[那这]几[项个件]
    |这边|那边|现在|目前|当前|都|还|也|到底|究竟|具体|大概|最新|整体|总体|完成|办结|推进
    |落实|执行|实施|进展|进度|情况|动态|怎么样|怎样|咋样|如何|是|有|在|由|要|该|应该|应|需要
    |能|可以|已经?|准备|打算|一共|总共|全部|按时|如期|没有|没|未|不|搞|办|弄|干
    |(?<!完|建|合)成(?:了)?|主要|是否|上|做
    |(?:还|一直|迟迟|老是)*(?:没有?|未)(?:有)?
    (?:完工|完成|开工|办|搞|做|开|建|启动|出台|印发|动|落实|弄|好|成)+
  )$
`;

/** The task that a text asks about, in the words of the asker, or undefined where only units, periods and states are named. */
export function readTopic(marked: string): string | undefined {
  if (!hasOwnWords(marked)) return undefined;
  const quoted = /[《“"「『]([^》”"」』]{2,})[》”"」』]/.exec(marked)?.[1];
  if (quoted && !hasOwnWords(cutTaskCues(marked.replace(quoted, ''), CUT))) return quoted;
  for (const { pattern } of NAMED) {
    const named = trimEnds(pattern.exec(marked)?.[1] ?? '');
    if (named.length >= 2 && hasOwnWords(named)) return named;
  }
  const plain = marked.replace(/["“”「」『』]/g, '');
  const cut = cutTaskCues(asksWho(plain) ? cutWho(plain, CUT) : plain, CUT);
  const parts = cut
    .split(/[\uE001-\uE003,。?!;:]+/)
    .map(trimEnds)
    .filter((p) => p.length >= 2 && hasOwnWords(p));
  return parts.sort((a, b) => b.length - a.length)[0];
}

function trimEnds(text: string): string {
  let s = text;
  for (let before = ''; before !== s; ) {
    before = s;
    s = s.replace(HEAD, '').replace(TAIL, '');
  }
  return s;
}
