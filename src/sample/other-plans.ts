import { COUNTY } from './county.ts';
import { type SamplePlan, samplePlan } from './plan.ts';

/** A second plan that the sample county has not imported: for trying preview, 确认 and 发布. */
export function specialPlan(year: number): SamplePlan {
  const tasks = SPECIAL.map(([content = '', lead = '', coop = ''], i) => ({
    month: i + 1,
    seq: 1,
    content,
    leadUnits: lead.split('、'),
    coopUnits: coop.split('、').filter(Boolean),
  }));
  return { title: `${COUNTY}${year}年竹产业提质专项行动任务表`, year, tasks };
}

/** The yearly plan as it might be issued again in autumn: one task reworded, one moved, one dropped, one new. */
export function revisedPlan(year: number): SamplePlan {
  const plan = samplePlan(year);
  const december = plan.tasks.filter((t) => t.month === 12);
  const [first, second, third] = december;
  const tasks = plan.tasks.flatMap((t) => {
    if (t === first)
      return [{ ...t, content: `${t.content.replace(/。$/, '')}，并提交书面分析。` }];
    if (t === second) return [{ ...t, coopUnits: [...t.coopUnits, '数据资源局'] }];
    return t === third ? [] : [t];
  });
  const last = tasks.findLastIndex((t) => t.month === 12);
  tasks.splice(last + 1, 0, {
    month: 12,
    seq: december.length,
    content: '组织规上企业开展数字化转型自评，12月25日前汇总结果。',
    leadUnits: ['数据资源局'],
    coopUnits: ['科技经信局', '开发区'],
  });
  return { ...plan, tasks: renumbered(tasks) };
}

function renumbered(tasks: SamplePlan['tasks']): SamplePlan['tasks'] {
  const seen = new Map<number | null, number>();
  return tasks.map((t) => {
    const seq = (seen.get(t.month) ?? 0) + 1;
    seen.set(t.month, seq);
    return { ...t, seq };
  });
}

/** One task a month: content, leads, cooperating units. */
const SPECIAL: string[][] = [
  ['摸清全县竹材加工企业底数，建立一企一档。', '林业局', '科技经信局、各乡镇'],
  ['制定竹产业提质专项行动方案，明确年度目标。', '科技经信局', '林业局、财政局'],
  ['组织竹企到外地对标学习，形成学习报告。', '科技经信局', '招商服务中心'],
  ['完成竹材交易市场选址论证。', '开发区', '自然资源局、竹坪乡'],
  ['举办竹制品设计大赛，征集作品100件以上。', '科技经信局', '商务局'],
  ['落实竹企技改贷款贴息，惠及企业不少于10家。', '金融服务中心', '财政局、科技经信局'],
  ['开展竹材加工企业粉尘防爆专项检查。', '应急管理局', '开发区、相关乡镇'],
  ['培育竹产业规上企业2家。', '科技经信局', '统计局、税务局'],
  ['建成竹制品检测公共服务平台。', '市场监管局', '科技经信局'],
  ['组织竹企参加农博会，签约额达到5000万元。', '商务局', '林业局、相关乡镇'],
  ['对竹产业提质专项行动开展中期评估。', '县政府办', '科技经信局、林业局'],
  ['总结专项行动成效，提出下年度任务建议。', '科技经信局', '林业局、开发区'],
];
