import { readItemNumber } from './item-number.ts';
import type { UnitText } from './raw-task.ts';
import { splitUnits } from './split-units.ts';
import { timeApart } from './time-apart.ts';
import { readInlineRoles } from './unit-roles.ts';
import { isWholeName } from './unit-shape.ts';

/** 此项工作由县科经局牵头，县财政局配合。 The subject may be left out. */
const SENTENCE =
  /(?:^|[。；;\n])\s*(?:(?:此|本|该|这|上述|以上)(?:项)?(?:工作|任务|事项)?)?(?:具体)?由?(?<who>[^。；;\n]{2,80}?(?:牵头|负责)[^。；;\n]*)(?=[。；;\n]|$)/u;

/** Units that a sentence of the task names as doing it, where no bracket, label or column does; empty where none does. */
export function unitsSaid(content: string): UnitText[] {
  const who = SENTENCE.exec(content)?.groups?.who;
  if (who === undefined) return [];
  const { units } = timeApart(who);
  const roles = readInlineRoles({ role: 'responsible', text: units });
  const named = roles.length > 1 || roles[0]?.text !== units;
  // After the units the sentence goes on with what they do.
  return named ? roles.filter((role) => splitUnits(role.text).every(isName)) : [];
}

/** 县财政局于4月20日前兑现…, 县发改局会同县统计局，应在每季度末上报…: who does it, then by when. */
const SUBJECT =
  /^(?<who>[^。；;：:\n]{2,80}?)[，,]?(?:应当?|要|须|需|务必|力争)?(?:于|在)(?=[^。，；]{0,12}?(?:前|底|末|初|日|旬|月|季度|内))/u;

/** The units with which a sentence begins where its time follows them; undefined where it begins otherwise. */
export function unitsBeforeTime(text: string): UnitText[] | undefined {
  const bare = readItemNumber(text)?.rest ?? text;
  const who = SUBJECT.exec(bare.trim())?.groups?.who;
  if (who === undefined) return undefined;
  const [first = '', ...more] = who.split(/会同/u);
  const roles = [
    ...readInlineRoles({ role: 'responsible', text: first }),
    ...more.map((text): UnitText => ({ role: 'coop', text: text.replace(/等?[，,]$/u, '') })),
  ];
  const names = roles.flatMap((role) => splitUnits(role.text));
  return names.length > 0 && names.every((n) => isName(n) || /^各/u.test(n)) ? roles : undefined;
}

const isName = (name: string) => isWholeName(name) || /等/u.test(name);
