import type { Db } from '../../src/db/db.ts';
import type { Block, DocumentContent } from '../../src/documents/document.ts';
import { addPolicy } from '../../src/policy/add-policy.ts';
import { type Answer, answerQuestion } from '../../src/policy/answer.ts';
import { PUBLIC } from '../../src/policy/audience.ts';
import type { Visibility } from '../../src/policy/visibility.ts';
import { rolledBack } from '../support/db.ts';

/** A document as a reader would hand it over: one paragraph a line; a grid of cells is a table. */
export function content(...parts: (string | string[][])[]): DocumentContent {
  const blocks: Block[] = parts.flatMap((part): Block[] =>
    typeof part === 'string'
      ? part
          .split('\n')
          .map((text, i) => ({ kind: 'paragraph', text, place: { paragraph: i + 1 } }))
      : [{ kind: 'table', rows: part.map((row) => row.map((text) => ({ text }))), place: {} }],
  );
  return { format: 'txt', blocks, problems: [] };
}

/** Measures of a made-up county. */
export const MEASURES = content(`云溪县促进工业稳进提质若干措施（试行）
云政办〔2025〕12号
各乡镇人民政府，县政府各部门：
为推动工业稳进提质，制定本措施。
一、扶持标准
（一）支持企业入规。对首次纳入规模以上统计的工业企业，给予一次性奖励8万元；退库后再次入规的不重复奖励。
（二）支持技术改造。对设备投资500万元以上的技改项目，按设备投资额的6%给予补助，单个项目最高不超过120万元。
（三）支持高新技术企业。对首次通过认定的给予15万元奖励，对重新认定的给予5万元奖励（含市级奖补）。
二、保障措施
成立云溪县工业稳进提质工作专班，由常务副县长任召集人，办公室设在县工信局。
鼓励企业建设数字化车间。所称数字化车间，是指主要工序联网、关键数据自动采集的生产车间。
本措施自2025年3月1日起施行，有效期至2027年12月31日。《云溪县工业奖补暂行办法》同时废止。
云溪县人民政府办公室
2025年2月20日
抄送：县委各部门。`);

/** A yearly plan of the same county with its table. */
export const PLAN = content(
  `云溪县2025年工业重点工作安排
2025年，全县规上工业增加值力争增长9%，新增规上工业企业12家。
附件
2025年工业重点工作明细表`,
  [
    ['月度', '重点工作', '牵头单位', '配合单位'],
    ['3月', '1.组织第一批技改项目申报。', '工信局', '财政局、各乡镇'],
    ['', '2.召开银企对接会。', '金融服务中心', '工信局'],
    ['9月', '1.开展竹制品设计大赛评选。', '工信局', '文旅局、供销社等'],
  ],
);

/** A report of a county nearby whose figures are masked. */
export const MASKED = content(`丰岭县2024年工业经济运行情况
一、主要指标
全县规上工业增加值同比增长xx.x%，工业用电量xx亿千瓦时，新增规上工业企业**家。`);

/** What a library of these documents alone answers to everybody. */
export async function askLibrary(
  documents: Record<string, DocumentContent>,
  question: string,
  previous?: string,
  today?: string,
): Promise<Answer> {
  const answers: Answer[] = [];
  await rolledBack(async (db) => {
    for (const [name, document] of Object.entries(documents)) await put(db, name, document);
    const before = { ...(previous ? { previous } : {}), ...(today ? { today } : {}) };
    const asked = { question, audience: PUBLIC, ...before };
    answers.push(await answerQuestion(db, asked));
  });
  const [answer] = answers;
  if (!answer) throw new Error('nothing was asked');
  return answer;
}

let count = 0;

/** Puts a document into a test's library. */
export function put(
  db: Db,
  fileName: string,
  document: DocumentContent,
  visibility: Visibility = { kind: 'public' },
) {
  return addPolicy(
    { db, now: () => new Date('2025-04-01T02:00:00Z'), newId: () => `policy-${++count}` },
    { fileName, content: document, visibility, addedBy: 'person-1' },
  );
}
