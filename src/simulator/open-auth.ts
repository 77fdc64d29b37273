import type { Declare } from './open-api.ts';
import type { Pocket } from './pocket.ts';

const READ_ALL = 'im:message.group_msg';

/** The scopes of the app that the simulator stands for; the sensitive one is switched on the chat page. */
const GRANTED = [
  'im:message',
  'im:message:send_as_bot',
  'im:message:readonly',
  'im:message:update',
  'im:message:recall',
  'im:message.p2p_msg:readonly',
  'im:message.group_at_msg:readonly',
  'im:message.reactions:write_only',
  'im:resource',
  'im:chat:readonly',
  'im:chat:create',
  'im:chat.members:read',
  'im:chat.members:bot_access',
  'im:chat.members:write_only',
  'cardkit:card:write',
  'contact:contact.base:readonly',
  'contact:department.organize:readonly',
  'contact:department.base:readonly',
  'contact:user.base:readonly',
  'contact:user.department:readonly',
  'contact:user.id:readonly',
  'contact:user.employee_id:readonly',
  'contact:user.phone:readonly',
  'contact:user.email:readonly',
];

/** Tokens, the bot itself, the app's scopes. */
export function declareAuth(pocket: Pocket, on: Declare): void {
  const { app } = pocket.options;

  on(
    'POST',
    '/open-apis/auth/v3/tenant_access_token/internal',
    ({ body }) => {
      if (body.app_id !== app.appId || body.app_secret !== app.appSecret)
        return { kind: 'body', body: { code: 10014, msg: 'app secret invalid' } };
      const { token, expire } = pocket.tokens.tenantToken();
      return { kind: 'body', body: { code: 0, msg: 'ok', tenant_access_token: token, expire } };
    },
    'anyone',
  );

  on('GET', '/open-apis/bot/v3/info', () => {
    const { openId, name } = pocket.directory.bot;
    const bot = {
      activate_status: 2,
      app_name: name,
      avatar_url: '',
      ip_white_list: [],
      open_id: openId,
    };
    return { kind: 'body', body: { code: 0, msg: 'ok', bot } };
  });

  on('GET', '/open-apis/application/v6/scopes', () => {
    const scope = (scope_name: string, granted: boolean) => ({
      scope_name,
      grant_status: granted ? 1 : 2,
      scope_type: 'tenant',
    });
    const scopes = GRANTED.map((name) => scope(name, true));
    return {
      kind: 'data',
      data: { scopes: [...scopes, scope(READ_ALL, pocket.store.groupMessages())] },
    };
  });
}
