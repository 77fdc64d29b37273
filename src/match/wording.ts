import type { Verdict } from './judge.ts';
import type { Span } from './span.ts';

export const words = {
  title: '政策对号入座',
  verdicts: { met: '满足', missing: '缺', unknown: '未知' } satisfies Record<Verdict, string>,
  exclusions: {
    met: '无此情形',
    missing: '属不予支持情形',
    unknown: '需核实',
  } satisfies Record<Verdict, string>,
  offerVerdicts: {
    met: '所列条件均满足',
    missing: '有条件不满足',
    unknown: '有条件待核实',
  } satisfies Record<Verdict, string>,
  said: (facts: string[]) => `按您提供的情况：${facts.join('；')}`,
  unread: (phrases: string[]) => `未作对照：${phrases.join('；')}`,
  grown: (label: string, { min, max }: Span) =>
    `${label}${min === max ? `${min}%` : `在${min}%与${max}%之间`}（按所述两年计算）`,
  proviso: '以上按文件条款逐条对照，不代表可以获批，以主管部门审核为准。',
  none: '文件中没有找到与所提供情况有关的条件。请补充营业收入、研发投入、专利、人员、资质等情况后再试。',
  noFacts:
    '没有读出企业情况。可以这样写：规上企业，营收8000万元，研发费用占比4%，发明专利3件，2018年成立。',
  more: (n: number) => `另有 ${n} 项，请补充情况缩小范围。`,
  inPrivate: '企业情况请私聊发送，不在群内对照。',
  formHow:
    '请填写已知的情况，不清楚的留空；也可直接发文字，例如：我们是规上企业，营收8000万，研发占比4%，没有发明专利，能申报什么？',
  submit: '开始对照',
  fields: {
    revenue: '上年营业收入（万元）',
    rdShare: '研发费用占营业收入比例（%）',
    inventions: '发明专利（件）',
    staff: '员工（人）',
    founded: '成立年份',
    more: '资质和其他情况，例如：规上企业，高新技术企业，无失信记录',
  },
  gives: '给予：',
};

/** What was filled into the form as the words that say it. */
export function sentenceOf(filled: Record<keyof typeof words.fields, string>): string {
  const { revenue, rdShare, inventions, staff, founded, more } = filled;
  return [
    revenue && `营业收入${revenue}万元`,
    rdShare && `研发费用占营业收入比例${rdShare}%`,
    inventions && `发明专利${inventions}件`,
    staff && `员工${staff}人`,
    founded && `${founded}年成立`,
    more,
  ]
    .filter((part) => part !== '')
    .join('，');
}
