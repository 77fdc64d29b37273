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

const isName = (name: string) => isWholeName(name) || /等/u.test(name);
