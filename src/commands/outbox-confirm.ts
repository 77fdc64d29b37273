import { eachMessage } from './each-message.ts';

export const command = eachMessage({
  usage: 'outbox confirm 编号…，编号见 outbox list',
  decision: 'confirm',
  done: (key) => `${key} 已确认送达`,
  missing: (key) => `${key} 不在“可能已送达”的消息中，没有改动`,
});
