import { resend } from '../outbox/stuck-queries.ts';
import { eachMessage } from './each-message.ts';

export const command = eachMessage({
  usage: 'outbox resend 编号…，编号见 outbox list',
  run: resend,
  action: 'outbox.resent',
  done: (key) => `${key} 已重新排入发送`,
  missing: (key) => `${key} 不在发不出的消息中，没有改动`,
});
