import { type Day, splitDay } from '../../src/calendar/county-time.ts';
import type { Intent, ProgressQuery } from '../../src/intent/intent.ts';
import { recognise } from '../../src/intent/recognise.ts';
import { indexUnitNames } from '../../src/text/unit-name.ts';

/** A county that does not exist, with the kinds of names that counties have. */
export const COUNTY_UNITS = [
  { name: '县委办', kind: 'dept', aliases: ['县委办公室', '中共清溪县委办公室'] },
  { name: '县政府办', kind: 'dept', aliases: ['县政府办公室', '政府办'] },
  { name: '工信局', kind: 'dept', aliases: ['县工信局', '县工业和信息化局', '经信委'] },
  { name: '高新区', kind: 'dept', aliases: ['县高新区', '高新区管委会', '高新技术产业开发区'] },
  { name: '统计局', kind: 'dept', aliases: ['县统计局'] },
  { name: '财政局', kind: 'dept', aliases: ['县财政局'] },
  { name: '林业局', kind: 'dept', aliases: ['县林业局'] },
  { name: '文化旅游局', kind: 'dept', aliases: ['文旅局'] },
  { name: '交通运输局', kind: 'dept', aliases: [] },
  { name: '农业农村局', kind: 'dept', aliases: ['县农业农村局'] },
  { name: '发改委', kind: 'dept', aliases: ['县发改委'] },
  { name: '茶产业发展中心', kind: 'dept', aliases: ['县茶产业中心'] },
  { name: '政务服务中心', kind: 'dept', aliases: [] },
  { name: '供电公司', kind: 'company', aliases: ['国网清溪县供电公司'] },
  { name: '城投公司', kind: 'company', aliases: [] },
  { name: '工商联', kind: 'org', aliases: ['清溪县工商联', '县工商业联合会'] },
  { name: '相关乡镇', kind: 'group', aliases: [] },
  { name: '相关企业', kind: 'group', aliases: [] },
  { name: '相关部门', kind: 'group', aliases: [] },
];

export const COUNTY = indexUnitNames(COUNTY_UNITS);

/** A question, what of the query differs from an overview of everything, and its day. */
export type Asked = [text: string, query: Partial<ProgressQuery>, today?: Day];

const TODAY: Day = '2022-06-15';

/** The query in full. */
export function askedIn(query: Partial<ProgressQuery>, today = TODAY): Intent {
  const { year } = splitDay(today);
  const whole = { year, months: null, units: [], role: null, status: null, ...query };
  return { kind: 'progress', query: { kind: 'summary', ...whole } };
}

/** What a message is understood to ask in that county. */
export function readBack(text: string, today = TODAY): Intent {
  return recognise({ text, refDate: today, units: COUNTY });
}
