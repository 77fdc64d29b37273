import { expect, test } from 'vitest';
import type { Feishu } from '../../src/feishu/client.ts';
import { meteredFeishu } from '../../src/outbox/metered.ts';
import { rolledBack } from '../support/db.ts';

const people = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ openId: `ou_${i}`, name: `第${i}人` }));

/** A platform that answers everything; only what is called matters here. */
const FEISHU: Feishu = {
  send: async () => ({ messageId: 'om_1' }),
  reply: async () => ({ messageId: 'om_1' }),
  patchCard: async () => {},
  download: async () => new Uint8Array(),
  uploadFile: async () => ({ fileKey: 'file_1' }),
  botInfo: async () => ({ openId: 'ou_bot', name: '工信助手' }),
  chatInfo: async () => ({ name: '群' }),
  chatMembers: async () => people(250),
  userName: async () => '李',
  grantedScopes: async () => [],
  subscribedEvents: async () => [],
  login: async () => ({ openId: 'ou_li', name: '李' }),
  recogniseSpeech: async () => '已完成',
  departments: async () => [],
  departmentMembers: async () => [],
  readDocument: async () => ({ title: '办法', markdown: '' }),
};

test('uploads, downloads, pages of members and each call for a document count against the quota, contacts do not', () =>
  rolledBack(async (db) => {
    const counts: number[] = [];
    const feishu = meteredFeishu(FEISHU, { db, counted: async (n) => void counts.push(n) });
    await feishu.download('om_1', 'file_1', 'file');
    await feishu.uploadFile('台账.xlsx', new Uint8Array(3));
    await feishu.chatInfo('oc_1');
    await feishu.chatMembers('oc_1');
    await feishu.userName('ou_li');
    await feishu.readDocument('docx', 'doc_1');
    await feishu.readDocument('wiki', 'wiki_1');
    expect(counts).toEqual([1, 1, 1, 3, 2, 3]);
  }));

test('a call that fails does not count', () =>
  rolledBack(async (db) => {
    const counts: number[] = [];
    const failing = { ...FEISHU, download: async () => Promise.reject(new Error('away')) };
    const feishu = meteredFeishu(failing, { db, counted: async (n) => void counts.push(n) });
    await expect(feishu.download('om_1', 'file_1', 'file')).rejects.toThrow('away');
    expect(counts).toEqual([]);
  }));

test('sixty new people at once are asked for by name no faster than 50 a second', () =>
  rolledBack(async (db) => {
    const at: number[] = [];
    const userName = async () => {
      at.push(performance.now());
      return '李';
    };
    const feishu = meteredFeishu({ ...FEISHU, userName }, { db, counted: async () => {} });
    for (let i = 0; i < 60; i++) await feishu.userName(`ou_${i}`);
    const fastest = Math.min(...at.slice(50).map((t, i) => t - (at[i] ?? 0)));
    expect(fastest).toBeGreaterThanOrEqual(1000);
  }));
