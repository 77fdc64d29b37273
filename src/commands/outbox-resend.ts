import { eachMessage } from './each-message.ts';

export const command = eachMessage({
  usage: 'outbox resend 编号…，编号见 outbox list',
  decision: 'resend',
  done: (key) => `${key} 已重新排入发送`,
  missing: (key) => `${key} 不在发不出的消息中，没有改动`,
});
