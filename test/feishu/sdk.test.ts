import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { card, markdown } from '../../src/feishu/card.ts';
import type { Feishu } from '../../src/feishu/client.ts';
import { FeishuError } from '../../src/feishu/errors.ts';
import { createFeishu } from '../../src/feishu/sdk.ts';
import { type FakePlatform, startFakePlatform } from '../support/fake-platform.ts';
import { keptLog } from '../support/log.ts';

const APP = { appId: 'cli_a1b2c3d4e5f60718', appSecret: 'secret-of-the-app' };
const PERSON = { type: 'open_id', id: 'ou_li' } as const;
const TEXT = { type: 'text', text: '第1项已登记' } as const;
const CARD = card({ title: '3月重点工作', elements: [markdown('**1.** 入库')] });
const FILE = new Uint8Array(70_000).fill(7);

let platform: FakePlatform;
let feishu: Feishu;
const { log, lines } = keptLog();

beforeAll(async () => {
  platform = await startFakePlatform({ appSecret: APP.appSecret, files: { file_1: FILE } });
  feishu = createFeishu({ ...APP, baseUrl: platform.baseUrl, log, timeoutMs: 2_000 });
});
afterAll(() => platform.close());
afterEach(() => platform.reset());

async function faultOf(call: Promise<unknown>): Promise<FeishuError> {
  const error = await call.then(
    () => undefined,
    (e: unknown) => e,
  );
  if (!(error instanceof FeishuError)) throw new Error('no FeishuError', { cause: error });
  return error;
}

test('a text goes to a person, once for each uuid', async () => {
  const first = await feishu.send(PERSON, TEXT, 'u1');
  expect(await feishu.send(PERSON, TEXT, 'u1')).toEqual(first);
  expect(platform.delivered).toMatchObject([
    { to: 'open_id:ou_li', type: 'text', content: { text: '第1项已登记' }, uuid: 'u1' },
  ]);
});

test('a card goes to a group, an answer under the message that asked', async () => {
  await feishu.send({ type: 'chat_id', id: 'oc_1' }, { type: 'card', card: CARD }, 'u2');
  await feishu.reply('om_asked', { type: 'file', fileKey: 'file_9' }, 'u3');
  expect(platform.delivered).toMatchObject([
    { to: 'chat_id:oc_1', type: 'interactive', content: JSON.parse(JSON.stringify(CARD)) },
    { replyTo: 'om_asked', type: 'file', content: { file_key: 'file_9' } },
  ]);
});

test('a sent card is replaced', async () => {
  await feishu.patchCard('om_7', CARD);
  expect(platform.patches.at(-1)).toMatchObject({ messageId: 'om_7', content: { schema: '2.0' } });
});

test('a file that a person sent is downloaded, one of our own uploaded with its name', async () => {
  expect(await feishu.download('om_1', 'file_1', 'file')).toEqual(FILE);
  expect(await feishu.uploadFile('3月进度.xlsx', FILE)).toEqual({
    fileKey: 'stream/3月进度.xlsx/70000',
  });
});

test('a file that is not of the message says so', async () => {
  const fault = await faultOf(feishu.download('om_1', 'file_2', 'file'));
  expect(fault).toMatchObject({ endpoint: 'download', code: 234003, uncertain: false });
});

test('the bot knows itself, groups, their people page by page, and people where it may', async () => {
  expect(await feishu.botInfo()).toEqual({ openId: 'ou_bot', name: '工信助手' });
  expect(await feishu.chatInfo('oc_1')).toEqual({ name: '工业经济工作群' });
  expect(await feishu.chatMembers('oc_1')).toEqual([
    { openId: 'ou_1', name: '李' },
    { openId: 'ou_2', name: '王' },
  ]);
  expect(await feishu.userName('ou_li')).toBe('李');
  expect(await feishu.userName('ou_far')).toBeUndefined();
});

test('a token that the platform no longer takes is fetched anew and the call made again', async () => {
  await feishu.botInfo();
  platform.expireTokens();
  await feishu.send(PERSON, TEXT, 'u4');
  expect(platform.delivered).toHaveLength(1);
  expect(platform.calls.slice(-3).map((c) => c.name)).toEqual(['send', 'token', 'send']);
});

test('throttling tells how long to wait', async () => {
  platform.fail({
    on: 'send',
    status: 429,
    body: { code: 99991400, msg: 'request trigger frequency limit' },
    headers: { 'x-ogw-ratelimit-reset': '3' },
  });
  expect(await faultOf(feishu.send(PERSON, TEXT, 'u5'))).toMatchObject({
    endpoint: 'send',
    code: 99991400,
    httpStatus: 429,
    retryAfterMs: 3000,
    uncertain: false,
  });
});

test('a refused card tells the code inside the message and the id for the platform’s support', async () => {
  platform.fail({
    on: 'send',
    status: 400,
    body: { code: 230099, msg: 'Failed; ext=ErrCode: 200621; ErrMsg: x', error: { log_id: 'L1' } },
  });
  expect(await faultOf(feishu.send(PERSON, { type: 'card', card: CARD }, 'u6'))).toMatchObject({
    code: 230099,
    subCode: 200621,
    logId: 'L1',
  });
});

test('a redirect is not followed: the credentials go nowhere else, and the message may have arrived', async () => {
  const calls = platform.calls.length;
  platform.fail({
    on: 'send',
    status: 302,
    headers: { location: `${platform.baseUrl}/elsewhere` },
  });
  expect(await faultOf(feishu.send(PERSON, TEXT, 'u-redirect'))).toMatchObject({
    httpStatus: 302,
    uncertain: true,
  });
  expect(platform.calls.slice(calls).map((c) => c.name)).not.toContain('elsewhere');
});

test('a code other than 0 is a fault even with HTTP 200', async () => {
  platform.fail({ on: 'send', body: { code: 230002, msg: 'Bot not in chat' } });
  expect(await faultOf(feishu.send(PERSON, TEXT, 'u7'))).toMatchObject({ code: 230002 });
});

test('an answer that is lost, a bare 502 and an answer that never comes leave it uncertain', async () => {
  platform.fail({ on: 'send', lost: true });
  expect(await faultOf(feishu.send(PERSON, TEXT, 'u8'))).toMatchObject({ uncertain: true });
  platform.fail({ on: 'send', status: 502, body: '<html>Bad Gateway</html>' });
  expect(await faultOf(feishu.send(PERSON, TEXT, 'u9'))).toMatchObject({
    uncertain: true,
    httpStatus: 502,
  });
  platform.fail({ on: 'send', delayMs: 400 });
  const impatient = createFeishu({ ...APP, baseUrl: platform.baseUrl, log, timeoutMs: 200 });
  expect((await faultOf(impatient.send(PERSON, TEXT, 'u10'))).uncertain).toBe(true);
});

test('a platform that cannot be reached certainly did nothing', async () => {
  const gone = await startFakePlatform({ appSecret: APP.appSecret });
  const feishu = createFeishu({ ...APP, baseUrl: gone.baseUrl, log });
  await feishu.botInfo();
  await gone.close();
  // The first call may still find the old connection, of which nobody knows what it carried.
  await faultOf(feishu.send(PERSON, TEXT, 'u11'));
  expect(await faultOf(feishu.send(PERSON, TEXT, 'u11'))).toMatchObject({
    endpoint: 'send',
    uncertain: false,
  });
});

test('without a token nothing was sent, however the token call failed', async () => {
  platform.fail({ on: 'token', status: 502, body: 'Bad Gateway' });
  const fresh = createFeishu({ ...APP, baseUrl: platform.baseUrl, log });
  expect(await faultOf(fresh.send(PERSON, TEXT, 'u14'))).toMatchObject({
    endpoint: 'token',
    uncertain: false,
  });
});

test('a wrong secret is a fault of the token call, and stands in no line of the log', async () => {
  const wrong = createFeishu({ ...APP, appSecret: 'wr0ng-secret', baseUrl: platform.baseUrl, log });
  expect(await faultOf(wrong.botInfo())).toMatchObject({ endpoint: 'token', code: 10014 });
  expect(lines.join('\n')).not.toMatch(/wr0ng-secret|secret-of-the-app|Bearer|第1项已登记/);
});

test('nobody’s words make the bot call a whole group', async () => {
  const text = '<at user_id="all">所有人</at> < at> 完成率<5% <b>重要</b>';
  await feishu.send(PERSON, { type: 'text', text }, 'u12');
  const forged = card({ title: 'x', elements: [markdown('<at id=all></at> <at ids="ou_1,all">')] });
  await feishu.send(PERSON, { type: 'card', card: forged }, 'u13');
  expect(platform.delivered[0]?.content).toEqual({
    text: '＜at user_id="all">所有人＜/at> ＜ at> 完成率<5% ＜b>重要＜/b>',
  });
  expect(JSON.stringify(platform.delivered[1]?.content)).not.toMatch(/<at[^>]*all/);
});
