import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPolicy } from '../../src/policy/add-policy.ts';
import { type Bureau, startBureau } from '../support/bureau.ts';
import { content } from './library.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await startBureau('2026-11-23T09:00:00+08:00');
  const { deps } = bureau.county;
  let count = 0;
  await addPolicy(
    { db: deps.db, now: deps.now, newId: () => `window-${++count}` },
    {
      fileName: '通知.txt',
      content: content(
        '关于组织申报2026年青石县技术改造补助资金的通知\n一、申报时间\n第一批申报时间为2026年3月1日至4月15日，第二批申报时间为2026年9月1日至10月20日，逾期不予受理。\n青石县工业和信息化局\n2026年2月20日',
      ),
      visibility: { kind: 'public' },
      addedBy: 'test',
    },
  );
});
afterAll(() => bureau.close());

test.each([
  '技改补助现在还能报第二批吗',
  '今年的技改申报截止了没',
  '技改资金申报还来得及吗',
  '今年的申报截止了没',
  '现在还能报第二批吗',
])('in the chat: %s', async (question) => {
  const { content: said } = await bureau.county.ask('ou_liaison', question);
  expect(JSON.stringify(said)).toContain('第二批申报已于2026年10月20日截止');
});
