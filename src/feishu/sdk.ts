import {
  Client,
  CTenantAccessToken,
  DefaultCache,
  type HttpInstance,
  type Logger,
  withUserAccessToken,
} from '@larksuiteoapi/node-sdk';
import type { Log } from '../log.ts';
import type { Feishu } from './client.ts';
import { encodeCard, encodeContent } from './content.ts';
import { FeishuError } from './errors.ts';
import { createFetchHttp } from './fetch-http.ts';
import * as answers from './sdk-answers.ts';
import { createCall } from './sdk-call.ts';
import { directoryCalls } from './sdk-directory.ts';
import { documentCalls } from './sdk-documents.ts';

/**
 * Feishu behind the official SDK. `baseUrl` without a slash at its end; `timeoutMs` is that of each call (default 8 s,
 * downloads a minute). Every fault is a `FeishuError`.
 */
export function createFeishu(options: {
  appId: string;
  appSecret: string;
  baseUrl: string;
  log: Log;
  timeoutMs?: number;
}): Feishu {
  const { appId, appSecret, baseUrl, log } = options;
  // The SDK's own cache is shared by the whole process, so that two apps of one id would share a token.
  const cache = new DefaultCache();
  const settings = {
    appId,
    appSecret,
    domain: baseUrl,
    cache,
    // Guarantee of the cast: the SDK's types let the caller name any result; sdk-answers.ts checks each.
    httpInstance: createFetchHttp(options) as HttpInstance,
    logger: sdkLogger(log),
  };
  const client = new Client(settings);
  // A login needs no token of the app: without this the SDK fetches one and sends it along.
  const anonymous = new Client({ ...settings, disableTokenCache: true });

  const call = createCall(() =>
    cache.set(CTenantAccessToken, '', Date.now() - 1, { namespace: appId }),
  );

  return {
    send: (to, content, uuid) =>
      call(async () =>
        answers.sent(
          await client.im.v1.message.create({
            params: { receive_id_type: to.type },
            data: { receive_id: to.id, uuid, ...encodeContent(content) },
          }),
          'send',
        ),
      ),
    reply: (messageId, content, uuid) =>
      call(async () =>
        answers.sent(
          await client.im.v1.message.reply({
            path: { message_id: messageId },
            data: { uuid, ...encodeContent(content) },
          }),
          'reply',
        ),
      ),
    patchCard: (messageId, card) =>
      call(async () => {
        await client.im.v1.message.patch({
          path: { message_id: messageId },
          data: { content: encodeCard(card) },
        });
      }),
    download: (messageId, fileKey, type) =>
      call(async () =>
        // Not messageResource.get: what it returns reads Node streams only.
        answers.bytes(
          await client.request({
            method: 'GET',
            url: `/open-apis/im/v1/messages/${encodeURIComponent(messageId)}/resources/${encodeURIComponent(fileKey)}`,
            params: { type },
            responseType: 'arraybuffer',
          }),
        ),
      ),
    recogniseSpeech: (pcm, fileId) =>
      call(async () =>
        answers.heard(
          await client.speech_to_text.v1.speech.fileRecognize({
            data: {
              speech: { speech: Buffer.from(pcm).toString('base64') },
              config: { file_id: fileId, format: 'pcm', engine_type: '16k_auto' },
            },
          }),
        ),
      ),
    uploadFile: (name, bytes) =>
      call(async () =>
        answers.uploaded(
          // Not file.create: its type wants a Node stream or Buffer.
          await client.request({
            method: 'POST',
            url: '/open-apis/im/v1/files',
            headers: { 'content-type': 'multipart/form-data' },
            data: { file_type: 'stream', file_name: name, file: bytes },
          }),
        ),
      ),
    botInfo: () =>
      call(async () =>
        answers.bot(await client.request({ method: 'GET', url: '/open-apis/bot/v3/info' })),
      ),
    chatInfo: (chatId) =>
      call(async () => answers.chat(await client.im.v1.chat.get({ path: { chat_id: chatId } }))),
    chatMembers: async (chatId) => {
      const members: { openId: string; name: string }[] = [];
      let page: string | undefined;
      do {
        const answer = answers.members(
          await call(() =>
            client.im.v1.chatMembers.get({
              path: { chat_id: chatId },
              params: {
                member_id_type: 'open_id',
                page_size: 100,
                ...(page ? { page_token: page } : {}),
              },
            }),
          ),
        );
        members.push(...answer.members);
        page = answer.next;
      } while (page);
      return members;
    },
    ...directoryCalls(client, call),
    userName: (openId) =>
      call(async () =>
        answers.userName(
          await client.contact.v3.user.get({
            path: { user_id: openId },
            params: { user_id_type: 'open_id' },
          }),
        ),
      ).catch((error: unknown) => {
        if (error instanceof FeishuError && UNREADABLE_USER.has(error.code ?? 0)) return undefined;
        throw error;
      }),
    ...documentCalls(client, call),
    grantedScopes: () =>
      call(async () =>
        answers.grantedScopes(
          await client.request({ method: 'GET', url: '/open-apis/application/v6/scopes' }),
        ),
      ),
    subscribedEvents: () =>
      call(async () => {
        const app = `/open-apis/application/v6/applications/${encodeURIComponent(appId)}`;
        const params = { lang: 'zh_cn' };
        const version = answers.onlineVersion(
          await client.request({ method: 'GET', url: app, params }),
        );
        if (!version) return [];
        const url = `${app}/app_versions/${encodeURIComponent(version)}`;
        return answers.versionEvents(await client.request({ method: 'GET', url, params }));
      }),
    login: async (code, redirectUri) => {
      // Not client.accessToken or client.userAccessToken: they call other endpoints than the documented one.
      const token = answers.userToken(
        await anonymous.request({
          method: 'POST',
          url: '/open-apis/authen/v2/oauth/token',
          data: {
            grant_type: 'authorization_code',
            client_id: appId,
            client_secret: appSecret,
            code,
            redirect_uri: redirectUri,
          },
        }),
      );
      return answers.whoLoggedIn(
        await anonymous.request(
          { method: 'GET', url: '/open-apis/authen/v1/user_info' },
          withUserAccessToken(token),
        ),
      );
    },
  };
}

/** Outside the app's 通讯录权限范围, or the scope is missing: the person has no name for us. */
const UNREADABLE_USER = new Set([41050, 41012, 99991672]);

/**
 * The SDK logs whole errors: the token call's hold the app's secret, others hold messages. Its lines are reduced to their
 * first sentence; the call's outcome is logged by the HTTP client.
 */
function sdkLogger(log: Log): Logger {
  const line =
    (level: 'debug' | 'warn') =>
    (...parts: unknown[]) => {
      const first = parts.flat().find((part) => typeof part === 'string');
      log[level]({ sdk: first ?? 'a fault' }, 'Feishu SDK');
    };
  return {
    error: line('debug'),
    warn: line('warn'),
    info: line('debug'),
    debug: () => {},
    trace: () => {},
  };
}
