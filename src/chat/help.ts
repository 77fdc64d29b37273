import { button, type Card, card, escapeMarkdown, markdown, row } from '../feishu/card.ts';
import type { OpenClick } from '../summary/cards.ts';
import type { Person } from '../units/person.ts';
import type { SayClick } from './clicks.ts';
import { words } from './wording.ts';

const { buttons } = words;

/** Lines beside the greeting: a welcome of five is read, a longer one is not. */
const MOST_LINES = 4;

/** What this person can do here in at most five lines, with buttons for it. */
export function helpCard(person: Person, chatType: 'p2p' | 'group'): Card {
  const inPrivate = chatType === 'p2p';
  const texts = offersOf(person, chatType).filter((t) => t !== buttons.policy);
  const hello = inPrivate ? words.hello(person.name) : words.groupHello;
  return welcome(hello, linesFor(person, inPrivate), texts.slice(0, 5));
}

/** What a group reads that the bot has just come into. */
export function groupCard(): Card {
  return welcome(words.groupHello, [words.helpAsk, words.helpBind], [buttons.help, buttons.policy]);
}

function linesFor(person: Person, inPrivate: boolean): string[] {
  const isUnit = person.memberships.length > 0;
  const isOffice = inPrivate && person.roles.has('office');
  const isLeader = inPrivate && person.roles.has('leader');
  const lines = [
    ...(isUnit ? [words.helpReport, words.helpOwn] : []),
    ...(inPrivate && person.roles.has('admin') ? [words.helpAdmin] : []),
    ...(isLeader ? [words.helpLeader] : []),
    ...(isOffice ? [words.helpOffice, words.helpMatters, words.helpLibrary] : []),
  ];
  const sees = isOffice || isLeader;
  const ask = sees ? words.helpLead : words.helpAsk;
  const outsider = !isUnit && person.roles.size === 0 ? [words.helpOutsider] : [];
  return [...lines.slice(0, MOST_LINES - 1), ask, ...outsider];
}

function welcome(hello: string, lines: string[], texts: string[]): Card {
  return card({
    title: words.helpTitle,
    summary: words.helpTitle,
    elements: [
      markdown(escapeMarkdown(hello)),
      ...lines.map((l) => markdown(l)),
      ...(texts.length > 0 ? [row(texts.map(sayButton))] : []),
    ],
  });
}

/** The sentences that this person may well want to say here, the likeliest first. */
function offersOf(person: Person, chatType: 'p2p' | 'group'): string[] {
  const isUnit = person.memberships.length > 0;
  const inPrivate = chatType === 'p2p';
  const isOffice = inPrivate && person.roles.has('office');
  const sees = isOffice || (inPrivate && person.roles.has('leader'));
  return [
    ...(isUnit ? [buttons.myTasks, buttons.undo] : []),
    ...(sees ? [buttons.progress, buttons.year] : []),
    ...(isOffice ? [buttons.matters, buttons.preview, buttons.status, buttons.questions] : []),
    ...(isUnit || sees ? [buttons.problems] : []),
    buttons.policy,
  ];
}

/** Words in which people speak of what a sentence is about; whoever uses one of them probably means it. */
const CUES: Record<string, string> = {
  [buttons.myTasks]: '任务 待办 反馈 填报 上报 要做 事项 本单位 我们',
  [buttons.undo]: '错了 撤回 取消 改 重新 填错 删',
  [buttons.progress]: '进度 进展 完成 本月 这个月 统计 多少 情况 晾晒',
  [buttons.year]: '全年 今年 累计 年初 季度 上半年 总体 汇总 总的',
  [buttons.matters]: '延期 归属 答复 审核 申请 批',
  [buttons.preview]: '提醒 通知 催办 催 发送 发给 什么时候发',
  [buttons.status]: '计划 导入 发布 方案 明细表 清单',
  [buttons.questions]: '未答 提问 没答 问答 标准',
  [buttons.problems]: '问题 困难 卡住 解决 销号 难点 堵点',
  [buttons.policy]: '政策 奖励 补助 补贴 申报 条件 办法 企业 资金 文件 规定 扶持',
};

/** The two sentences nearest to a text that was not understood, of those that this person may say here. Pure. */
export function nearestOffers(person: Person, chatType: 'p2p' | 'group', text: string): string[] {
  const score = (offer: string) =>
    `${offer} ${CUES[offer] ?? ''}`
      .split(' ')
      .filter((cue) => text.includes(cue))
      .reduce((sum, cue) => sum + cue.length, 0);
  return offersOf(person, chatType)
    .map((offer, place) => ({ offer, place, score: score(offer) }))
    .toSorted((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, 2)
    .map(({ offer }) => offer);
}

/** A button under a question back. */
export type Offer = { text: string; value: SayClick | OpenClick };

/** What is answered as if its text had been written. */
export const sayOffer = (text: string): Offer => ({ text, value: { act: 'say', text } });

const sayButton = (text: string) => button(sayOffer(text));

/** Asks again, with what may have been meant as buttons. */
export function askAgainCard(text: string, instead: Offer[]): Card {
  return card({
    title: words.helpTitle,
    template: 'grey',
    elements: [
      markdown(escapeMarkdown(text)),
      row([...instead, sayOffer(buttons.help)].slice(0, 3).map(button)),
    ],
  });
}

/** Says that a request was not understood and offers the two nearest things. */
export function unknownCard(text: string, nearest: string[]): Card {
  return card({
    title: words.helpTitle,
    template: 'grey',
    elements: [
      markdown(escapeMarkdown(words.unknown(text))),
      row([...nearest, buttons.help].map(sayButton)),
    ],
  });
}
