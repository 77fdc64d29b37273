import { expect, test } from 'vitest';
import { makePdf } from '../support/pdf-file.ts';
import { lines, planIn } from '../support/read-file.ts';

test('short lines of a PDF are paragraphs of their own, and a blank between names parts them', async () => {
  const text = (y: number, line: string, x = 60) => ({ x, y, text: line });
  const plan = await planIn(
    'plan.pdf',
    makePdf([
      {
        texts: [
          text(780, '云山县2024年重点事项'),
          text(760, '1.建设边民互市加工区，完善配套。'),
          text(740, '责任单位：县商务局 县住建局 县外办'),
          text(720, '完成时限：10月底'),
          text(700, '2.组织招商。'),
          text(680, '责任单位：县投资促进局 县外事中心'),
          text(660, '完成时限：5月中旬'),
        ],
      },
    ]),
  );
  expect(lines(plan)).toEqual([
    '1|2024-10-31|建设边民互市加工区，完善配套。|县商务局、县住建局、县外办|',
    '2|2024-05-20|组织招商。|县投资促进局、县外事中心|',
  ]);
});

test('a table without frame is put together by where its columns stand, and said to be doubtful', async () => {
  const row = (y: number, cells: string[]) =>
    cells.flatMap((text, c) => (text === '' ? [] : [{ x: [60, 110, 330, 440][c] ?? 0, y, text }]));
  const plan = await planIn(
    'plan.pdf',
    makePdf([
      {
        texts: [
          { x: 180, y: 780, text: '云山县2024年重点任务安排表' },
          ...row(740, ['序号', '工作任务', '责任单位', '完成时限']),
          ...row(715, ['1', '开展企业走访，建立问题清单并逐项', '县工信局、', '3月底前']),
          ...row(702, ['', '销号。', '各乡镇', '']),
          ...row(680, ['2', '建设检测中心。', '县市场监管局', '年内']),
          ...row(660, ['3', '召开半年推进会。', '县政府办', '6月']),
        ],
      },
    ]),
  );
  expect(plan.title).toBe('云山县2024年重点任务安排表');
  expect(lines(plan)).toEqual([
    '1|2024-03-31|开展企业走访，建立问题清单并逐项销号。|县工信局、各乡镇|',
    '2|2024-12-31|建设检测中心。|县市场监管局|',
    '3|2024-06-30|召开半年推进会。|县政府办|',
  ]);
  expect(plan.problems).toEqual([
    { where: '第1页', message: '表格没有完整的框线，行列按文字位置推断，请核对' },
  ]);
});
