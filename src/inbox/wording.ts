import type { CardAnswer } from '../feishu/event.ts';

/** The click is stored and being handled; the card changes when it is done. */
export const clickInHand: CardAnswer = { toast: { type: 'info', content: '处理中，请稍候' } };

/** The click came to nothing; nothing was changed. */
export const clickFailed: CardAnswer = {
  toast: { type: 'error', content: '操作未成功，未作任何更改，请稍后再点' },
};
