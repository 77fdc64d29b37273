import type { Db } from '../db/db.ts';
import type { Feishu } from '../feishu/client.ts';
import { reserve } from './pace-queries.ts';

/** 50 calls a second and 1 000 a minute of each endpoint, with room for timers that jitter. */
const PACES = [
  { name: 'second', gapMs: 24, burst: 0 },
  { name: 'minute', gapMs: 75, burst: 180 },
];

/** Title and text; of a page of a knowledge base also which document it is. */
const CALLS_FOR_A_DOCUMENT = { docx: 2, wiki: 3 };

/** People on one page of `chatMembers`: each page is a call. */
const MEMBERS_A_PAGE = 100;

/**
 * The same Feishu, with every call beside sending kept to the platform's pace by all processes together, and counted
 * against the month's quota once it succeeded. Messages and card changes are paced and counted by the outbox itself;
 * contacts do not count on the platform (open.feishu.cn, API 调用量上限), but have a pace. The bot asks who it is once a process.
 */
export function meteredFeishu(
  feishu: Feishu,
  deps: { db: Db; counted: (calls: number) => Promise<void> },
): Feishu {
  const paced = async <T>(endpoint: string, call: () => Promise<T>): Promise<T> => {
    const paces = PACES.map(({ name, ...pace }) => ({ ...pace, key: `${endpoint}:${name}` }));
    const ms = await reserve(deps.db, paces);
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
    return call();
  };
  const counted = async <T>(endpoint: string, call: () => Promise<T>, calls = (_: T) => 1) => {
    const result = await paced(endpoint, call);
    await deps.counted(calls(result));
    return result;
  };
  return {
    ...feishu,
    download: (...of) => counted('download', () => feishu.download(...of)),
    recogniseSpeech: (...of) => counted('speech', () => feishu.recogniseSpeech(...of)),
    uploadFile: (...of) => counted('upload', () => feishu.uploadFile(...of)),
    chatInfo: (chatId) => counted('chat-info', () => feishu.chatInfo(chatId)),
    chatMembers: (chatId) =>
      counted(
        'chat-members',
        () => feishu.chatMembers(chatId),
        (members) => Math.max(1, Math.ceil(members.length / MEMBERS_A_PAGE)),
      ),
    readDocument: (kind, token) =>
      counted(
        'document',
        () => feishu.readDocument(kind, token),
        () => CALLS_FOR_A_DOCUMENT[kind],
      ),
    userName: (openId) => paced('user', () => feishu.userName(openId)),
  };
}
