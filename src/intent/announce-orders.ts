import { verbose } from '../text/verbose.ts';
import { fold } from './tidy.ts';

/** What is ordered about announcements; names as written. */
export type AnnounceOrder =
  /** `latest`: 这个文件, the one that whoever orders it put in last. */
  | { kind: 'announce'; document: string; to: string[]; latest?: true }
  | { kind: 'tag'; units: string[]; tag: string; add: boolean }
  | { kind: 'tags' }
  | { kind: 'subscribe'; on: boolean }
  | { kind: 'refusals' };

const LIST = (text: string) =>
  text
    .split(/[、,，;；\s]+|和|及/u)
    .map((name) => name.replace(/^标签/, '').trim())
    .filter((name) => name !== '');

type Row = { pattern: RegExp; read: (m: RegExpExecArray) => AnnounceOrder; example: string };

const ROWS: Row[] = [
  {
    pattern:
      /^(?:我要|请)?(?:退订|取消订阅|不再接收|不要再?推送?)(?:新)?政策(?:推送|通知|消息)?[。.]*$|^(?:我要)?(?:退订|取消订阅)[。.]*$/u,
    read: () => ({ kind: 'subscribe', on: false }),
    example: '退订政策推送',
  },
  {
    pattern: verbose`
      ^(?:我们?|请|以后)*(?:不想|不要|不用|不需要|别|不再)(?:再)?(?:给我们?)?
      (?:收到?|接收|看到?|推送?|发)(?:这[些种个类])?(?:新)?政策(?:推送|通知|消息)?(?:了|啦)?
      [。.]*$
    `,
    read: () => ({ kind: 'subscribe', on: false }),
    example: '不想再收到政策推送了',
  },
  {
    pattern: /^(?:我要|请)?(?:恢复|重新)?订阅(?:新)?(?:政策)?(?:推送|通知|消息)?[。.]*$/u,
    read: () => ({ kind: 'subscribe', on: true }),
    example: '恢复订阅',
  },
  {
    pattern: verbose`
      ^(?:请|帮我)?(?:查一?下|查看|看看|列出)?(?:都)?(?:政策推送)?(?:有)?(?:
        (?:谁|哪些人|哪些单位|哪几个人|哪个单位|什么人)(?:已经?|都)?
        (?:退订|取消订阅|不收政策推送)了?(?:政策|推送|通知|消息)*
        |(?:政策|推送)*退订(?:政策推送)?的?
        (?:名单|人员|情况|记录|单位|有谁|有哪些(?:人|单位)?)
      )[。?]*$
    `,
    read: () => ({ kind: 'refusals' }),
    example: '谁退订了政策推送',
  },
  {
    pattern: /^(?:查看)?(?:单位|全部|所有)?标签(?:清单|列表|有哪些)?[。?]*$/u,
    read: () => ({ kind: 'tags' }),
    example: '标签',
  },
  {
    pattern:
      /^(?:请)?(?:给|把|为)(.+?)(?:加上?|打上?|添加)(?:一个)?标签[:\s]*[“"]?(.{1,20}?)[”"]?[。.]*$/u,
    read: ([, units = '', tag = '']) => ({ kind: 'tag', units: LIST(units), tag, add: true }),
    example: '给财政局、统计局加标签 园区单位',
  },
  {
    pattern:
      /^(?:请)?(?:给|把|为)?(.+?)(?:去掉|取消|删除|移除)(?:的)?标签[:\s]*[“"]?(.{1,20}?)[”"]?[。.]*$/u,
    read: ([, units = '', tag = '']) => ({
      kind: 'tag',
      units: LIST(units.replace(/的$/, '')),
      tag,
      add: false,
    }),
    example: '给财政局去掉标签 园区单位',
  },
  {
    pattern:
      /^(?:请|帮我)?(?:推送|发布|宣传)(?:一下)?(?:新)?政策(?:文件)?[:\s]*(?:《([^》]+)》|([^\s给到《]{2,60}))?(?:\s*(?:给|到|至)\s*(.+?))?[。.]*$/u,
    read: ([, title, name, to = '']) => ({
      kind: 'announce',
      document: title ?? name ?? '',
      to: LIST(to),
    }),
    example: '推送政策《云溪县若干措施》给 财政局、统计局',
  },
  {
    pattern:
      /^(?:请|帮我)?(?:把)?([^《》,。;]{2,60}?(?:措施|办法|细则|意见|规定|政策|指南))(?:推送?|转?发)(?:给|到|至)\s*(.+?)[。.]*$/u,
    read: ([, name = '', to = '']) => ({ kind: 'announce', document: name, to: LIST(to) }),
    example: '把若干措施推给财政局和统计局',
  },
  {
    pattern:
      /^(?:请|帮我)?推送(?:一下)?([^《》,。;]{2,60}?(?:措施|办法|细则|意见|规定|政策|指南))(?:给|到|至)\s*(.+?)[。.]*$/u,
    read: ([, name = '', to = '']) => ({ kind: 'announce', document: name, to: LIST(to) }),
    example: '推送若干措施给财政局',
  },
];

const PLEASE = '(?:请|帮我|麻烦|给我)*';
const SENDS = '(?:推送?|转发?|发送?|分享|下发|印发)(?:一下|一份)?(?:给|到|至)';
const FOR_READING =
  '(?:都)?(?:看看|看一?下|学习(?:一下)?|知道(?:一下)?|知晓|参考|了解(?:一下)?|传阅)?(?:吧|一下|啊)?[。.!]*$';

/** Wishes in people’s own words. */
const WISHES: Row[] = [
  {
    pattern: new RegExp(
      `^${PLEASE}(?:把|将)?(?:刚才|刚刚|上面)?(?:这|那|刚(?:发|传|入库|上传)的?|上传的|最新的?)(?:一?[个份条])?(?:新的?)?(?:政策)?(?:文件|政策|措施|办法|细则|政策通知)${SENDS}\\s*(.+?)${FOR_READING}`,
      'u',
    ),
    read: ([, to = '']) => ({ kind: 'announce', document: '', to: LIST(to), latest: true }),
    example: '把这个文件发给各企业联络员看看',
  },
  {
    pattern: new RegExp(
      `^${PLEASE}(?:把|将)《([^》]+)》(?:这[个份]?(?:文件|政策)?)?${SENDS}\\s*(.+?)${FOR_READING}`,
      'u',
    ),
    read: ([, title = '', to = '']) => ({ kind: 'announce', document: title, to: LIST(to) }),
    example: '把《云溪县若干措施》转发给各单位学习一下',
  },
  {
    pattern: new RegExp(
      `^${PLEASE}(?:让|叫|通知|告诉|提醒)(.{2,30}?)(?:都|来|去)*(?:看看|看一?下|学习(?:一下)?|知道(?:一下)?|了解(?:一下)?)(?:这个|新)?(?:政策|文件)?《([^》]+)》(?:这[个份](?:文件|政策))?[。.!]*$`,
      'u',
    ),
    read: ([, to = '', title = '']) => ({ kind: 'announce', document: title, to: LIST(to) }),
    example: '让各单位都看看《云溪县若干措施》',
  },
];

/** The order in a message, or undefined. */
export function readAnnounceOrder(text: string): AnnounceOrder | undefined {
  const folded = fold(text);
  for (const { pattern, read } of [...WISHES, ...ROWS]) {
    const m = pattern.exec(folded);
    if (m) return read(m);
  }
  return undefined;
}
