import { verbose } from '../text/verbose.ts';
import { readItemNumber } from './item-number.ts';
import type { UnitText } from './raw-task.ts';
import { splitUnits } from './split-units.ts';
import { deadlineOfHeading, timeApart } from './time-apart.ts';
import { readInlineRoles } from './unit-roles.ts';
import { isWholeName } from './unit-shape.ts';

/** 此项工作由县科经局牵头，县财政局配合。 The subject may be left out. */
const SENTENCE = verbose`
  (?:^|[。；;\n])\s*(?:(?:此|本|该|这|上述|以上)(?:项)?(?:工作|任务|事项)?)?(?:具体)?由?
  (?<who>[^。；;\n]{2,80}?(?:牵头|负责)[^。；;\n]*)(?=[。；;\n]|$)
`;

/** …改革，由县工信局牵头: the units stand behind what is to be done. */
const BY = /[，,]由(?<who>[^。；;\n]{2,80}?(?:牵头|负责)[^。；;\n]*)/u;

/** Units that a sentence of the task names as doing it, where no bracket, label or column does; empty where none does. */
export function unitsSaid(content: string): UnitText[] {
  const who = (BY.exec(content) ?? SENTENCE.exec(content))?.groups?.who;
  if (who === undefined) return [];
  const { units } = timeApart(who.replace(/(?<=牵头|负责|配合)(?=[于在])/gu, '，'));
  const roles = readInlineRoles({ role: 'responsible', text: units });
  const named = roles.length > 1 || roles[0]?.text !== units;
  // After the units the sentence goes on with what they do.
  return named ? roles.filter((role) => splitUnits(role.text).every(isName)) : [];
}

/** 县财政局于4月20日前兑现…, 县发改局会同县统计局，应在每季度末上报…: who does it, then by when. */
const BEFORE_TIME =
  /^(?:请|由)?(?<who>[^。；;：:\n]{2,80}?)[，,]?(?:应当?|要|须|需|务必|力争)?(?:于|在)(?=[^。，；]{0,12}?(?:前|底|末|初|日|旬|月|季度|内))/u;
/** 3月底前，县工信局完成…: by when, then who does what. */
const AFTER_TIME = /^(?<time>[^，,。；;\n]{2,14})[，,](?:请|由)?(?<rest>[\s\S]+)$/u;
/** What a unit is to do; before it stands its name. */
const DOES = verbose`
  (?=
    完成|出台|制定|编制|印发|发布|召开|举办|组织|开展|启动|建成|建立|建设|打造|推进|推动
    |落实|实施|报送|上报|提交|兑现|拨付|办结|争取|引进|新增|培育|签约|投产|投用|开工|竣工
    |验收|通过|取得|公布|排查|整改|清理|收回|盘活|走访|督促|协调|做好|抓好|确保
  )
`;

/** The units with which a sentence begins, its time behind or before them; undefined where it begins otherwise. */
export function unitsOfSubject(text: string): UnitText[] | undefined {
  const bare = (readItemNumber(text)?.rest ?? text).trim();
  const { time = '', rest = '' } = AFTER_TIME.exec(bare)?.groups ?? {};
  if (deadlineOfHeading(time) !== undefined) {
    const said = unitsSaid(rest);
    return said.length > 0 ? said : namesOnly(rest.split(DOES)[0] ?? '');
  }
  const who = BEFORE_TIME.exec(bare)?.groups?.who;
  return who === undefined ? undefined : namesOnly(who);
}

function namesOnly(who: string): UnitText[] | undefined {
  const [first = '', ...more] = who.split('会同');
  const roles = [
    ...readInlineRoles({ role: 'responsible', text: first }),
    ...more.map((text): UnitText => ({ role: 'coop', text: text.replace(/[，,]$/u, '') })),
  ];
  const names = roles.flatMap((role) => splitUnits(role.text));
  return names.length > 0 && names.every((n) => isName(n) || /^各/u.test(n)) ? roles : undefined;
}

const isName = (name: string) => isWholeName(name) || /等/u.test(name);
