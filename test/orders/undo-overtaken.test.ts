import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, OFFICE, SECOND_OFFICE, startMarch } from '../support/march.ts';

const ADMIN = 'ou_admin';

describe('撤销 of what somebody else has changed again since', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
    await march.ask(LIAISON, '第1项有困难，场地没落实');
  });
  afterAll(() => march.close());
  const said = async (who: string, text: string) => textOf(await march.ask(who, text));

  test.each([
    [ADMIN, '设置 王五 为 科技经信局 副联络员', ADMIN, '设置 王五 为 科技经信局 干部'],
    [ADMIN, '取消 王五 的科技经信局干部', ADMIN, '设置 王五 为 科技经信局 副联络员'],
    [OFFICE, '问题1由开发区负责', SECOND_OFFICE, '问题1由财政局负责，4月底前解决'],
    [OFFICE, '问题1，4月20日前解决', SECOND_OFFICE, '问题1，4月25日前解决'],
  ])('%s: %s; %s: %s leaves it as it is', async (who, first, other, later) => {
    const card = await march.ask(who, first);
    expect(textOf(card)).toContain('撤销');
    const after = await march.ask(other, later);
    expect(textOf(after)).toContain('撤销');
    expect(await march.press(who, card, '撤销')).toContain('后来又有改动');
    expect(await march.press(other, after, '撤销')).toContain('已撤销');
    expect(await march.press(who, card, '撤销')).toContain('已撤销');
    await march.ask(who, first);
    await march.ask(other, later);
  });

  test('is told to who asks in words too', async () => {
    await march.ask(OFFICE, '问题1，5月20日前解决');
    await march.ask(SECOND_OFFICE, '问题1，5月25日前解决');
    expect(await said(OFFICE, '撤销')).toContain('后来又有改动');
    expect(await said(OFFICE, '问题清单')).toContain('5月25日');
  });
});
