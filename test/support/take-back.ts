import { type County, textOf } from './county.ts';

/** 撤销, and the tap where one step further back is asked about first; what the person is told in the end. */
export async function takeBack(county: County, openId: string): Promise<string> {
  const answer = await county.ask(openId, '撤销');
  if (!textOf(answer).includes('是否撤销')) return textOf(answer);
  const done = await county.sim.as(openId).press(answer.messageId, '撤销');
  await county.settle();
  return done.toast?.content ?? '';
}
