import { expect, test } from 'vitest';
import { digestOf } from '../../src/announce/announce.ts';
import type { PolicyDigest } from '../../src/announce/digest.ts';
import { parseConfig } from '../../src/config.ts';
import type { DocumentContent } from '../../src/documents/document.ts';
import { findPolicy } from '../../src/policy/queries.ts';
import { content, put } from '../policy/library.ts';
import { rolledBack } from '../support/db.ts';

/** What the card of a policy says of it on a day. */
async function digest(document: DocumentContent, today = '2026-06-20'): Promise<PolicyDigest> {
  const config = parseConfig({});
  if (!config.ok) throw new Error('wrong settings');
  const made: PolicyDigest[] = [];
  await rolledBack(async (db) => {
    const added = await put(db, '文件.txt', document);
    const policy = await findPolicy(db, 'id' in added ? added.id : '');
    if (!policy) throw new Error('not added');
    const at = new Date(`${today}T10:00:00+08:00`);
    made.push(await digestOf({ db, config: config.config }, policy, at));
  });
  const [first] = made;
  if (!first) throw new Error('no digest');
  return first;
}

const SUBSIDY = `关于实施2026年企业稳岗扩岗补贴的通知
澄江工信〔2026〕15号
为稳定企业用工，现就有关事项通知如下：
一、补贴对象
在澄江县登记注册、依法参加社会保险的规模以上工业企业。
二、补贴标准
（一）新招用员工并签订一年以上劳动合同的，按每人1000元给予一次性补贴，单个企业最高不超过20万元。
三、申请材料
企业申请补贴应提交下列材料：
（一）补贴申请表；
（二）营业执照复印件。
四、申报时间和方式
企业于2026年5月1日至2026年9月30日登录县企业服务平台申报，逾期不予受理。
五、其他事项
补贴资金于2026年12月20日前拨付。本通知有效期至2026年12月31日。
澄江县经济和信息化局
2026年4月20日`;

test('a subsidy: for whom it is and not which papers it wants, and until when one applies', async () => {
  const told = await digest(content(SUBSIDY));
  expect(told.whom).toEqual(['在澄江县登记注册、依法参加社会保险的规模以上工业企业。']);
  expect(told.apply).toEqual([
    '企业于2026年5月1日至2026年9月30日登录县企业服务平台申报，逾期不予受理。',
  ]);
  expect(told.gives).toHaveLength(1);
  expect(told.validity).toContain('有效期至2026年12月31日');
  expect(told.isOver).toBe(false);
  expect((await digest(content(SUBSIDY), '2026-10-05')).isOver).toBe(true);
});

test('a table of standards keeps the names of its columns', async () => {
  const told = await digest(
    content(
      `澄江县促进制造业提质增效若干措施\n一、支持对象\n本措施适用于在本县注册纳税的制造业企业。\n二、支持标准`,
      [
        ['序号', '支持事项', '条件', '补助标准', '最高限额', '责任单位'],
        ['1', '智能化技改', '设备投资200万元以上', '设备投资额的10%', '300万元', '县经信局'],
        ['2', '绿色工厂', '首次认定国家级', '50万元', '—', '县经信局'],
      ],
      '三、兑现程序\n县经信局每年3月组织集中申报，企业应于3月31日前提交申请表。',
    ),
  );
  expect(told.gives).toEqual([
    '支持事项：智能化技改；条件：设备投资200万元以上；补助标准：设备投资额的10%；最高限额：300万元',
    '支持事项：绿色工厂；条件：首次认定国家级；补助标准：50万元',
  ]);
  expect(told.whom).toEqual(['本措施适用于在本县注册纳税的制造业企业。']);
  expect(told.apply).toHaveLength(1);
});

test('a timetable: what firms do by when, and not what the office does after', async () => {
  const told = await digest(
    content(`关于组织开展2026年度专精特新企业申报工作的通知
一、申报主体
在我县注册满2年的中小企业。
二、时间安排
1.网上申报：2026年6月11日至6月30日，企业登录平台填报。
2.县级初审：2026年7月10日前，县经信局完成初审。
3.公示公布：2026年8月底前公示认定名单。
澄江县经济和信息化局
2026年6月1日`),
  );
  expect(told.whom).toEqual(['在我县注册满2年的中小企业。']);
  expect(told.apply).toEqual(['网上申报：2026年6月11日至6月30日，企业登录平台填报。']);
});

test('a notice of repeals names every document that it repeals', async () => {
  const told = await digest(
    content(`澄江县人民政府办公室关于废止部分惠企政策文件的通知
经县政府同意，决定废止下列政策文件，自2026年7月1日起不再执行：
1.《澄江县电子商务扶持办法》（澄江政办〔2021〕30号）
2.《澄江县企业上市奖励办法》
澄江县人民政府办公室
2026年6月25日`),
  );
  expect(told.repeals).toEqual(['《澄江县电子商务扶持办法》', '《澄江县企业上市奖励办法》']);
  expect(told.says).toEqual([]);
  expect(told.whom).toEqual([]);
});

test('for how long somebody may not apply is no time to apply in', async () => {
  const told = await digest(
    content(`云溪县设备更新支持办法
第一条 更新设备的企业，按设备投资额的10%给予补助，最高不超过60万元。
第二条 弄虚作假的企业，自查实之日起两年内不得申报本办法各项资金。
第三条 企业应于2026年9月30日前提交申请表。`),
  );
  expect(told.apply).toEqual(['企业应于2026年9月30日前提交申请表。']);
});
