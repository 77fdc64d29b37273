/** An error of the open-apis: HTTP status, code and message as the platform's documents give them. */
export type Refusal = {
  kind: 'refused';
  status: number;
  code: number;
  msg: string;
  headers?: Record<string, string>;
};

/** Source: the error tables of open.feishu.cn's pages (im-v1, auth, contact-v3, cardkit-v1), all with HTTP 400. */
const MESSAGES: Record<number, string> = {
  9499: 'Bad Request',
  10014: 'app secret invalid',
  40004: 'no dept authority',
  41050: 'no user authority',
  200000: 'message has been recalled',
  200740: 'card entity does not exist',
  200750: 'card has expired',
  230001: 'Your request contains an invalid request parameter.',
  230002: 'The bot can not be outside the group.',
  230009: 'Message has expired when recall message.',
  230011: 'The message is recalled.',
  230013: 'Bot has NO availability to this user.',
  230017: 'Bot is NOT the owner of the resource.',
  230018: 'These operations are NOT allowed at current group settings.',
  230020: 'This operation triggers the frequency limit.',
  230022: 'The content of the message contains sensitive information.',
  230025: 'The length of the message content reaches its limit.',
  230026: 'No permission to recall this message.',
  230028: 'The messages do NOT pass the audit.',
  230029: 'User has resigned.',
  230031: 'Message can only be modified within 14 days after sending.',
  230034: 'The receive_id is invalid.',
  230035: 'Send Message Permission deny.',
  230049: 'The message is being sent.',
  230053: 'The user has stopped the bot from sending messages.',
  230054: 'This operation is not supported for this message type.',
  230071: 'The operator is not the sender of the message.',
  230072: 'The message has reached the number of times it can be edited.',
  230075: 'The message has exceeded the time that can be edited.',
  230110: 'Action unavailable as the message has been deleted.',
  231001: 'reaction type is invalid.',
  231003: 'The message is recalled or does not exist.',
  232006: 'Your request specifies a chat_id which is invalid.',
  232009: 'Your request specifies a chat which has already been dissolved.',
  232011: 'Operator can NOT be out of the chat.',
  234001: 'Invalid request param.',
  234003: 'File not in message.',
  234004: 'App not in chat.',
  234006: 'The file size exceed the max value.',
  234008: 'The app is not the resource sender.',
  234010: "File's size can't be 0.",
  234011: "Can't regonnize the image format.",
  234037: 'Downloaded file size exceeds limit.',
  234043: 'Unsupported message type.',
  300020: 'invalid card token',
  300030: 'card token has expired',
  300040: 'card token has been used up',
  300303: 'card is not in schema 2.0',
  300309: 'streaming mode is closed',
  300310: 'element is not a text element',
  300317: 'sequence must be strictly increasing',
  99991400: 'request trigger frequency limit',
  99991661: 'Missing access token for authorization. Please make a request with token attached.',
  99991663: 'Invalid access token for authorization. Please make a request with token attached.',
  99991668: 'Invalid access token for authorization. Please make a request with token attached.',
  99991671: 'Invalid token: must start with t-/u-',
  99991677: 'Authentication token expired',
  99992351: 'The request you send is not a valid open_id or the id does not exist.',
  99992402: 'field validation failed',
};

/** A refusal by its code; `detail` is appended to the documented message, as the platform's `ext=`. */
export function refuse(code: number, detail?: string, status = 400): Refusal {
  const msg = MESSAGES[code] ?? `error ${code}`;
  return { kind: 'refused', status, code, msg: detail ? `${msg} ext=${detail}` : msg };
}

/** 230099 with the sub-code that tells why a card was not taken. */
export function refuseCard(errCode: number, errMsg: string, value = ''): Refusal {
  const tail = value ? `; ErrorValue: ${value}` : '';
  const msg = `Failed to create card content, ext=ErrCode: ${errCode}; ErrMsg: ${errMsg}${tail}; `;
  return { kind: 'refused', status: 400, code: 230099, msg };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refused';
}
