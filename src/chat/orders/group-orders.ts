import { z } from 'zod';
import { button, card, escapeMarkdown, markdown, row } from '../../feishu/card.ts';
import type { AdminCommand } from '../../intent/intent.ts';
import { syncGroup } from '../../remind/sync-group.ts';
import { type DecideGroup, decideGroup } from '../../units/group.ts';
import {
  type Answered,
  type Clicked,
  type ClickHandler,
  change,
  info,
  ok,
  onOfficeClick,
} from '../clicked.ts';
import { actOf, answer, type Context, say } from '../context.ts';
import { doneCard, sayWithUndo } from '../done-card.ts';
import { isOffice } from '../roles.ts';
import { words } from '../wording.ts';

/** 登记并确定: the members as they were asked, names that no unit has yet among them. */
const GroupClick = z.object({
  act: z.literal('group-set'),
  group: z.string().max(60),
  /** Joined with `、`. */
  members: z.string().max(2_000),
});
type GroupClick = z.infer<typeof GroupClick>;

export const GROUP_CLICKS: ClickHandler[] = [onOfficeClick(GroupClick, setWithNew)];

/** 相关乡镇=甲镇、乙镇: decided once; names that no unit has are asked in one card. */
export async function setGroup(
  context: Context,
  command: Extract<AdminCommand, { kind: 'group-members' }>,
): Promise<void> {
  if (!isOffice(context)) return say(context, words.notAllowed(words.office));
  const { deps } = context;
  const done = await decideGroup(deps.db, actOf(context), command, deps.newId);
  if (done.kind === 'decided') {
    await syncGroup(deps, done.group.id, context.now, done.changeId);
    return sayWithUndo(context, groupText(done), done.changeId);
  }
  if (done.kind !== 'members-unknown') return say(context, groupText(done));
  const click: GroupClick = {
    act: 'group-set',
    group: command.group,
    members: command.members.join('、'),
  };
  await answer(context, {
    type: 'card',
    card: card({
      title: words.groupAskTitle,
      template: 'wathet',
      elements: [
        markdown(escapeMarkdown(words.groupAsk(command.group, done.unknown))),
        row([button({ text: words.groupAgree, type: 'primary', value: click })]),
      ],
    }),
  });
}

async function setWithNew(clicked: Clicked, click: GroupClick): Promise<Answered> {
  return change(clicked, async (context) => {
    const { deps } = context;
    const input = { group: click.group, members: click.members.split('、').filter(Boolean) };
    const done = await decideGroup(deps.db, actOf(context), input, deps.newId, true);
    if (done.kind !== 'decided') return info(groupText(done));
    await syncGroup(deps, done.group.id, context.now, done.changeId);
    return ok(words.done, doneCard(groupText(done), done.changeId));
  });
}

function groupText(done: DecideGroup): string {
  switch (done.kind) {
    case 'decided':
      return words.groupSet(
        done.group.name,
        done.members.map((m) => m.name),
      );
    case 'no-group':
      return words.groupWrong(done.name);
    case 'unit-unknown':
      return words.unitUnknown(done.name, done.near);
    case 'members-unknown':
      return words.groupAsk(done.group, done.unknown);
  }
}
