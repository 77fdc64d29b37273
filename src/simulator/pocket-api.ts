/**
 * What the chat page and the pocket Feishu's server say to each other, beside the open-apis that the application uses.
 * All routes are under `/pocket/` on the simulator's port; JSON both ways. `as` is the open_id of the person one plays.
 *
 * | route | in | out |
 * |---|---|---|
 * | `GET /pocket/world` | | World |
 * | `GET /pocket/chats?as=` | | ChatRow[]: the chats this person sees, newest first |
 * | `GET /pocket/messages?as=&chat=` | | ChatMessage[], oldest first |
 * | `GET /pocket/stream?as=` | | server-sent events, each `data:` a Change |
 * | `POST /pocket/send` | SendInput | `{messageId}` |
 * | `POST /pocket/upload` | multipart `file` | Attachment |
 * | `GET /pocket/files/:key` | | the bytes, as a download with its name |
 * | `POST /pocket/click` | ClickInput | ClickResult |
 * | `POST /pocket/recall` | `{as, messageId}` | `{}` |
 * | `POST /pocket/enter` | `{as, chat}`: opens the private chat | `{}` |
 * | `POST /pocket/scope` | `{groupMessages: boolean}` | World |
 * | `POST /pocket/clock` | `{to: ISO instant}` or `{to: 'next-month'}` | World |
 * | `POST /pocket/reset` | | World |
 * Errors are 4xx with `{message}` in Chinese.
 */
export type World = {
  people: Person[];
  bot: { openId: string; name: string };
  /** Shown on the pocket's clock. */
  now: string;
  timeZone: string;
  /** Whether the scope im:message.group_msg is switched on. */
  groupMessages: boolean;
  /** Documents to download and to send to the bot. */
  samples: { name: string; url: string; about: string }[];
  /** Where the application's own page is, when it has one. */
  dashboardUrl?: string;
};

export type Person = { openId: string; name: string; role: string; unit: string };

export type ChatRow = {
  chatId: string;
  type: 'p2p' | 'group';
  name: string;
  members: number;
  last?: { text: string; at: string };
  unread: number;
};

export type ChatMessage = {
  messageId: string;
  chatId: string;
  sender: { openId: string; name: string; isBot: boolean };
  at: string;
  edited?: boolean;
  recalled?: boolean;
  parentId?: string;
  threadId?: string;
  content:
    | { type: 'text'; text: string; mentions: { key: string; openId: string; name: string }[] }
    | { type: 'card'; card: unknown }
    | { type: 'file' | 'image'; attachment: Attachment }
    | { type: 'system'; text: string };
};

export type Attachment = { key: string; name: string; bytes: number; kind: 'file' | 'image' };

export type SendInput = {
  as: string;
  chat: string;
  text?: string;
  /** People (or the bot) whose `@name` stands in the text; `all` is everybody. */
  mentions?: string[];
  attachment?: string;
  parentId?: string;
};

export type ClickInput = {
  as: string;
  messageId: string;
  /** The `action` of card.action.trigger as the client builds it. */
  action: {
    tag: string;
    name?: string;
    value?: Record<string, unknown>;
    option?: string;
    options?: string[];
    input_value?: string;
    checked?: boolean;
    form_value?: Record<string, unknown>;
  };
};

export type ClickResult = {
  toast?: { type: 'info' | 'success' | 'error' | 'warning'; content: string };
  /** The client's error line (feishu.md 3.7) when the callback failed. */
  error?: { code: number; message: string };
};

export type Change =
  | { kind: 'message'; message: ChatMessage }
  | { kind: 'changed'; message: ChatMessage }
  | { kind: 'clock'; now: string }
  | { kind: 'world'; world: World }
  | { kind: 'reset' };
