import type { Paper } from '../papers/paper.ts';
import { measures } from './policy-measures.ts';
import { applicationRules } from './policy-rules.ts';
import { chainScheme } from './policy-scheme.ts';

/** A policy document of the sample county. All are public. */
export type SamplePolicy = { fileName: string; about: string; paper: Paper };

/** The three documents in force in `year`: measures, the rules for applying, a work scheme with a table. */
export function samplePolicies(year: number): SamplePolicy[] {
  return [
    {
      fileName: '清岚县推进工业高质量发展若干措施.docx',
      about: '奖补政策：入规、高企、专精特新、技改等奖励标准',
      paper: measures(year),
    },
    {
      fileName: '清岚县工业奖补资金申报兑现实施细则.docx',
      about: '申报细则：材料、时间、受理单位、审核流程',
      paper: applicationRules(year),
    },
    {
      fileName: '清岚县特色产业链培育工作方案.docx',
      about: '工作方案：产业链目标、工作专班、附件分工表',
      paper: chainScheme(year),
    },
  ];
}
