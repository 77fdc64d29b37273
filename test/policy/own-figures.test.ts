import { describe, expect, test } from 'vitest';
import { withoutOwnFigures } from '../../src/policy/own-figures.ts';
import { askLibrary, content } from './library.ts';

const SUPPORT = content(`石台湾县支持企业发展若干政策
石政〔2025〕3号
一、扶持内容
（一）设备更新。对备案且设备投资200万元以上的技术改造项目，按设备投资额的7%给予补助，单个项目最高不超过150万元。设备投资按不含税价计算。
（二）粮油加工。对完成节能改造的粮油加工厂，按设备购置额的12%给予补助，单个加工厂最高不超过25万元。
（三）整体搬迁。藤编企业整体搬入工业园的，按设备搬迁费用的20%给予补助，最高不超过15万元。
（四）贷款贴息。对列入重点项目库的项目，按实际支付利息的25%给予贴息，单个项目最高不超过80万元。
（五）高新技术企业。对首次认定的高新技术企业奖励18万元。外县整体迁入的高新技术企业，按首次认定标准的40%奖励。
（六）产值上台阶。对年产值首次突破2亿元、6亿元的企业，分别奖励12万元、35万元。退库后重新入库的企业不享受本项奖励。
二、监督管理
（七）虚报材料骗取资金的，追回全部资金，两年内不得申报。`);

const asked = (question: string) => askLibrary({ '政策.docx': SUPPORT }, question);

describe('whoever states figures of their own is told the rule: condition, share and cap', () => {
  test.each([
    ['我们是粮油加工厂，买节能设备花了260万能补多少', '设备购置额的12%'],
    ['技改设备投了190万能补吗', '设备投资200万元以上'],
    ['技改设备投资2600万能拿多少', '最高不超过150万元'],
    ['贷款300万利息21万能贴多少', '利息的25%'],
    ['我厂做藤编的，准备整体搬到工业园，设备搬迁花了55万，能补多少', '搬迁费用的20%'],
    ['我们去年产值2.3亿，能奖多少', '首次突破2亿元'],
  ])('%s', async (question, part) => {
    const answer = await asked(question);
    expect(answer).toMatchObject({ kind: 'answered', answer: expect.stringContaining(part) });
  });

  test('the figure from which on a project counts is not taken for the sum', async () => {
    const answer = await asked('技改设备投资2600万能补多少钱');
    if (answer.kind !== 'answered') throw new Error(answer.kind);
    expect(answer.figures.map((f) => f.text)).toEqual(['150万元']);
  });

  test.each([
    '设备花了300万能补多少 => 设备花了能补多少',
    '招了20个能补多少 => 招了能补多少',
    '我们投资500万元的项目能补吗 => 我们投资的项目能补吗',
    '投资500万元以上的项目补多少 => 投资500万元以上的项目补多少',
    '产值突破5亿元奖多少 => 产值突破5亿元奖多少',
    '200万元专项资金怎么用 => 200万元专项资金怎么用',
    '今年新增30家企业完成了吗 => 今年新增30家企业完成了吗',
  ])('%s', (line) => {
    const [question = '', rest] = line.split(' => ');
    expect(withoutOwnFigures(question).rest).toBe(rest);
  });
});

describe('people say it in other words than the document', () => {
  test.each([
    ['高企迁过来奖励多少', '标准的40%'],
    ['骗补怎么处理', '追回全部资金'],
    ['买新设备补不补', '投资额的7%'],
    ['买新设备补不补', '购置额的12%'],
  ])('%s', async (question, part) => {
    const answer = await asked(question);
    expect(answer).toMatchObject({ kind: 'answered', answer: expect.stringContaining(part) });
  });

  test.each([
    ['技改最多能补多少', '设备投资按不含税价计算'],
    ['产值上台阶奖励多少', '退库后重新入库的企业不享受'],
  ])('what bounds a sum stands with it: %s', async (question, part) => {
    const answer = await asked(question);
    expect(answer).toMatchObject({ kind: 'answered', answer: expect.stringContaining(part) });
  });
});
