import { afterAll, beforeAll, expect, test } from 'vitest';
import { keptLog } from '../support/log.ts';
import { LEADER, LIAISON, type March, OFFICE, startMarch } from '../support/march.ts';

let march: March;
const kept = keptLog();

beforeAll(async () => {
  march = await startMarch({ log: kept.log });
  await march.ask(LIAISON, '第1项已完成，到会银行十二家');
  await march.ask(LIAISON, '第2项卡在用地指标');
  await march.ask(LIAISON, '投诉建议：提醒发得太早');
  await march.ask(LIAISON, '天上的云怎么补贴');
  await march.ask(LEADER, '3月进度');
  await march.sendFile(OFFICE, {
    name: '内部名单.txt',
    bytes: new TextEncoder().encode('不许外传的名单'),
  });
  // Refused and failed things are logged as well.
  await fetch(`${march.url}/webhook/event`, { method: 'POST', body: '{"text":"伪造的内容"}' });
});
afterAll(() => march.close());

test('the log tells what happened, by ids', () => {
  const lines = kept.lines.map((line) => JSON.parse(line));
  expect(lines.filter((l) => l.message === 'event handled').length).toBeGreaterThan(5);
  expect(lines.filter((l) => l.message === 'message sent').length).toBeGreaterThan(5);
  expect(lines.some((l) => l.message === 'webhook refused')).toBe(true);
  expect(lines.every((l) => l.time && l.level)).toBe(true);
});

test('no line, not even at debug, holds what people wrote or were told, a name, or a secret', () => {
  const all = kept.lines.join('\n');
  const { config } = march.deps;
  const secrets = [
    config.FEISHU_APP_SECRET,
    config.FEISHU_ENCRYPT_KEY,
    config.FEISHU_VERIFICATION_TOKEN,
  ];
  const words = [
    ...['到会银行十二家', '用地指标', '提醒发得太早', '天上的云', '3月进度', '伪造的内容'],
    ...['内部名单', '不许外传', '银企对接会', '重点工作'],
    ...['李联络', '周县长', '钱督办', '吴开发', '科技经信局'],
  ];
  for (const word of [...secrets, ...words]) expect(all.includes(word ?? '?') ? word : '').toBe('');
  // Nothing Chinese at all: contents and names are, ids and sentences of the log are not.
  expect(kept.lines.filter((line) => /\p{Script=Han}/u.test(line))).toEqual([]);
  expect(all).not.toMatch(/Bearer|tenant_access_token|[?&]token=/);
});
