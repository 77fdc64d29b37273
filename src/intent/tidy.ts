import { dropReadings, simplify } from '../text/fold.ts';
import { verbose } from '../text/verbose.ts';

/** A message as it is read: half-width, Simplified, without mentions and invisible marks; case and line breaks stay. */
export function fold(text: string): string {
  return simplify(dropReadings(text.normalize('NFKC')))
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/@[^\s,:,。@]+\s*/g, ' ')
    .trim();
}

/** Spaces that stand between Chinese words mean nothing: voice input and phones put them anywhere. */
export function close(text: string): string {
  return text.replace(/(?<![a-z])\s+|\s+(?![a-z])/giu, '');
}

type Filler = { pattern: RegExp; example: string };

/** What people put before the matter itself; taken off one after another. */
export const OPENERS: readonly Filler[] = [
  { pattern: /^[,。.!?、;:~…]+/, example: '，3月进度' },
  {
    pattern: /^(?:工信|小)?(?:助手|助理|机器人|小秘书|小信|小工)(?=[,:呀啊]|.{3})/,
    example: '助手，3月进度',
  },
  {
    pattern: /^(?:你好|您好|早上好|上午好|下午好|嗨|喂|哈喽|哎+|诶+|唉|嗯+|呃+|额+|哦+|噢)(?=.)/,
    example: '你好，3月进度',
  },
  {
    pattern: verbose`
      ^[^,。?]{0,6}
      (?:今天|明天|后天|上午|下午|晚上|马上|等?一?会儿?|待会儿?|周[一二三四五六日天])
      [^,。?]{0,6}(?:会|用|看|问|汇报|检查|调研|视察|督查|来)(?:用|议|看)?[,。]
    `,
    example: '书记下午要开会，3月进度',
  },
  {
    pattern: /^(?:[小老]\p{Script=Han}|\p{Script=Han}{1,3}(?:主任|科长|股长|局长|同志))[,:]/u,
    example: '小李，3月进度',
  },
  {
    pattern: /^[小老]\p{Script=Han}(?:让我)?(?:问|想问|想知道)(?:我|一?下)*/u,
    example: '老王问3月进度',
  },
  { pattern: /^提供(?:一?下)?/, example: '提供3月进度' },
  { pattern: /^(?:同志|老师|兄弟|亲)(?=[,:])/, example: '同志，3月进度' },
  {
    pattern: /^(?:那个啥?|这个啥|就是说?|然后|对了|顺便|另外)(?=[,、呀啊])/,
    example: '那个，3月进度',
  },
  {
    pattern: /^(?:麻烦|劳驾|烦请|有劳|辛苦)(?:你们?|您|大家|帮忙|一下)*/,
    example: '麻烦您看下3月进度',
  },
  { pattern: /^(?:不好意思|打扰(?:一下|了)?|抱歉)/, example: '打扰一下，3月进度' },
  {
    pattern: /^(?:请问(?:一下|下)?|请教(?:一下|下)?|请(?!示|假|求|款))(?:您|你)?/,
    example: '请问3月进度',
  },
  {
    pattern:
      /^(?:你|您)?(?:能不能|可不可以|能否|可否|可以|能)(?:先|再)?(?=帮|给|把|跟|告|查|看|说|讲|列|发|导|汇|统计一|报|介|解)/,
    example: '能不能帮我看下3月进度',
  },
  {
    pattern: verbose`
      ^(?:我们?|领导|书记|县长|主任|局长|主要领导|分管领导|老板|上面)(?:现在|这边|今天)?
      (?:就?想|要|需要|急着?要)(?:先|再)?(?:问|看|查|了解|知道|晓得|听|掌握)(?:问|看|查|听)?
      (?:一?下子?)?(?:的是)?
    `,
    example: '我想了解一下3月进度',
  },
  {
    pattern:
      /^(?:领导|书记|县长|主任|局长)(?:问|让(?:我|查|问|看)|在问|催)(?:问|查|看)?(?:一?下)?(?:我)?/,
    example: '领导问3月进度',
  },
  {
    pattern: /^(?:想|要)(?:先|再)?(?:问|看|查|了解|知道|晓得|听)(?:问|看|查|听)?(?:一?下子?)?/,
    example: '想问一下3月进度',
  },
  {
    pattern:
      /^(?:问|查|看|瞧|瞅|瞄|听|说|讲|聊|谈)(?:问|查|看|瞧|瞅|瞄|听|说|讲|聊|谈|一)(?:一?下子?|看)?/,
    example: '看看3月进度',
  },
  {
    pattern: /^(?:不知道?|不晓得|听说|据说)(?=.{4})/,
    example: '听说3月进度',
  },
  {
    pattern: /^(?:告知|告诉)(?:我们?|一?下)*/,
    example: '告知3月进度',
  },
  {
    pattern:
      /^(?:领导|书记|县长|主任|局长|主要领导|分管领导|老板|上面)(?:现在|这边|今天|急着?|马上)?(?:想要|要|需要|催要?)(?!求|牵头|负责|分管)/,
    example: '书记要3月进度',
  },
  {
    pattern: verbose`
      ^(?:
        查询|查阅|查找|调取|调阅|查|看|瞧|瞅|瞄|了解|汇报|报告|介绍|通报|统计|梳理|捋|盘点
        |反馈|告诉|说|讲|报|问|扒
      )(?:一?下子?|一哈|哈|个)(?:我们?)?
    `,
    example: '汇报一下3月进度',
  },
  {
    pattern:
      /^(?:查询|查|看(?![板法点])|告诉|说明|显示|展示|介绍|简要说?|简单说说?)(?=我|.{2})(?:我们?)?/,
    example: '查3月进度',
  },
  {
    pattern:
      /^(?:帮忙?(?:我们?|领导)?|给我们?|跟我们?|替我|为我|向我)(?=查|看|瞧|瞅|问|说|讲|列|报|介|解|统计(?!局)|汇|梳|捋|算|搞|整|弄|排|对|比|调|盘)/,
    example: '帮我看下3月进度',
  },
  { pattern: /^(?:快|赶紧|赶快|速|马上|立即)(?=[,给查看发把说])/, example: '快，3月进度' },
  { pattern: /^(?:急|在吗|在不在|在么|在线吗|忙吗)(?=[,?!]|.{3})[,?!]*/, example: '在吗，3月进度' },
];

/** What people put after it. */
export const CLOSERS: readonly Filler[] = [
  { pattern: /[,。.!~、;…]+$/, example: '3月进度。' },
  {
    pattern: /(?<=..[^好])(?:谢谢|多谢|谢了|感谢|拜托|辛苦|麻烦|劳驾)(?:了|您|你|啦|大家)*$/,
    example: '3月进度，谢谢',
  },
  {
    pattern: /(?<=.{2})(?:啊|呀|哈|哦|噢|喔|嘛|哟|嘞|咧|噻|哇|呗|啦|撒)+(?=[?!]*$)/,
    example: '3月进度啊',
  },
  {
    pattern:
      /[,]?(?:给我)?(?:看一?下|看看|查一?下|说一?下|讲一?下|过一?下|报一?下|汇报一?下|说说|讲讲|瞧瞧|瞅瞅|过目)$/,
    example: '把3月进度给我看一下',
  },
  {
    pattern: verbose`
      [,]?都?(?:给|帮|跟|向)?(?:我们?|大家|领导)?(?<![整办处修治管清罗核检排督巡抽通])
      ([看查说讲报捋理列算汇梳过瞧瞅盘顺摆])(?:一?\1|一?下子?|一遍|出来)(?:吧|呗)?$
    `,
    example: '把3月进度给我捋一捋',
  },
  { pattern: /[,]?(?:告诉|告知)(?:一?下)?(?:我们?|领导)?(?:一?下)?$/, example: '把3月进度告诉我' },
  {
    pattern: /(?<=.{3})(?:我看看|我瞧瞧|我瞅瞅|我看下|让我看看|我急用|急用|急|在线等)$/,
    example: '3月进度，急',
  },
];

function trim(text: string, fillers: readonly Filler[], keep: number): string {
  let s = text;
  for (let changed = true; changed; ) {
    changed = false;
    for (const { pattern } of fillers) {
      const shorter = s.replace(pattern, '');
      if (shorter === s || shorter.length < keep) continue;
      s = shorter;
      changed = true;
    }
  }
  return s;
}

/** ，附清单 and ，名单见附件: what comes along says nothing of what is wanted. */
const ATTACHED = verbose`
  (?<=\S.*)[\s,，.。;；]+(?:
    (?:并|现|另|后|随)?附(?:上|有|后|送|带)?(?!近|属|加|件[几哪])[^\s,，。;；?？]{0,12}
    |[^\s,，。;；?？]{0,8}(?:详?见|在)附件
    |[^\s,，。;；?？]{1,8}(?:附后|已附|随后发|一并附上)
  )[。.]*$
`;

export const withoutAttached = (text: string) => text.replace(ATTACHED, '');

/** 我明天去开发区调研，准备点情况: where somebody is going is whose matter it is. */
const VISIT = verbose`
  ^[^,。?]{0,8}
  (?:今天|明天|后天|上午|下午|晚上|马上|等?一?会儿?|下?周[一二三四五六日天]|[要想得])
  [^,。?]{0,4}?[去到赴](?<where>[^,。?的]{2,12}?)(?:现场|实地)?
  (?:调研|检查|视察|督查|督导|走访|座谈|看看)(?:一下|工作)?[,。]
`;

/** The matter itself: folded and closed up, without polite words before and after. Never empty for a text that is not. */
export function tidy(text: string): string {
  const s = close(fold(text)).replace(VISIT, '$<where>的');
  return trim(trim(s, OPENERS, 2), CLOSERS, 2);
}

/** The end of a message as it was written, where rules read `tail` of it: what is passed on keeps its marks. */
export function asWritten(message: string, tail: string): string {
  const from = Math.max(0, message.length - tail.length - SLACK);
  for (let at = from; at < message.length; at++) {
    const end = message.slice(at);
    const folded = fold(end);
    if (folded.startsWith(tail) && /^[\p{P}\s]*$/u.test(folded.slice(tail.length)))
      return end.trim();
  }
  return tail;
}

/** Marks at the end that the rules pass over. */
const SLACK = 8;
