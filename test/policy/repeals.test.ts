import { expect, test } from 'vitest';
import { readMetadata } from '../../src/policy/metadata.ts';
import { repealedIn } from '../../src/policy/repeals.ts';
import { readStructure } from '../../src/policy/structure.ts';
import { content } from './library.ts';

test.each([
  ['本办法自印发之日起施行，《云溪县奖补办法》同时废止。', ['云溪县奖补办法']],
  [
    '《云溪县奖补办法》（云政〔2020〕5号）和《云溪县技改细则》自本办法施行之日起废止。',
    ['云溪县奖补办法', '云溪县技改细则'],
  ],
  ['《甲办法》《乙办法》、原《丙办法》一并废止。', ['甲办法', '乙办法', '丙办法']],
  ['根据《云溪县工业发展规划》制定本办法，原《云溪县奖补办法》同时废止。', ['云溪县奖补办法']],
  ['《甲办法》继续有效，《乙办法》同时废止。', ['乙办法']],
  ['《乙办法》同时废止，《甲办法》继续有效。', ['乙办法']],
  ['修订《甲办法》，废止《乙办法》。', ['乙办法']],
  ['同时废止《甲办法》《乙办法》。', ['甲办法', '乙办法']],
  ['原《甲办法》同时停止执行。', ['甲办法']],
  ['《甲办法》（云工信〔2021〕3号）有效期届满，即行失效。', ['甲办法']],
  ['《甲办法》不予废止。', []],
  ['《甲办法》未废止前，仍按其执行。', []],
  ['对照《甲办法》第三条，企业不得重复申报。', []],
  ['县政府关于印发《甲办法》的通知（云政〔2020〕5号）同时废止。', ['甲办法']],
  ['《甲办法》不再执行。', ['甲办法']],
  ['《关于印发〈甲办法〉的通知》（云政〔2020〕5号）同时废止。', ['关于印发〈甲办法〉的通知']],
  ['《关于印发《甲办法》的通知》《乙办法》同时废止。', ['关于印发《甲办法》的通知', '乙办法']],
  ['依据《甲办法》认定的企业，资格失效的，收回奖补资金。', []],
])('%s', (text, titles) => {
  expect(repealedIn(text)).toEqual(titles);
});

const NOTICE = content(`澄江县人民政府办公室关于废止部分惠企政策文件的通知
澄江政办〔2026〕11号
经县政府同意，决定废止下列政策文件，自2026年7月1日起不再执行：
1.《澄江县电子商务扶持办法》（澄江政办〔2021〕30号）
2.《澄江县企业上市奖励暂行办法》
废止前已受理的申请，按原办法兑现。
澄江县人民政府办公室
2026年6月25日`);

test('a notice that lists what it repeals: every item, from the day it names', () => {
  const { validity } = readMetadata(readStructure(NOTICE));
  expect(validity).toMatchObject({
    from: '2026-07-01',
    repeals: ['澄江县电子商务扶持办法', '澄江县企业上市奖励暂行办法'],
  });
});

test('an item without a mark at its end is kept as a clause', () => {
  const { clauses } = readStructure(
    content(
      '云溪县补贴指南\n一、申请材料\n（一）申请表\n（二）营业执照复印件\n二、申请时间\n每年3月受理。',
    ),
  );
  expect(clauses.map((c) => [c.path, c.text])).toEqual([
    ['一（一）', '申请表'],
    ['一（二）', '营业执照复印件'],
    ['二', '每年3月受理。'],
  ]);
});

test.each([
  '为进一步规范管理，现废止以往奖补政策，有关奖补统一按下列文件执行：\n《云溪县工业奖补办法》',
  '同时废止原有政策，现将有关办法印发给你们：\n《云溪县工业奖补办法》（云政办〔2026〕11号）',
  '决定废止下列文件：\n一、《云溪县工业奖补办法》修改为按年执行；',
])('a document that a notice brings or changes goes on: %s', (text) => {
  const notice = content(`关于调整工业奖补政策的通知
云政办〔2026〕12号
各有关单位：
${text}
云溪县人民政府办公室
2026年2月1日`);
  expect(readMetadata(readStructure(notice)).validity.repeals ?? []).toEqual([]);
});
