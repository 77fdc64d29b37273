import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { button, card, escapeMarkdown, markdown, row } from '../../feishu/card.ts';
import { deliverWaiting } from '../../remind/remind.ts';
import { verbose } from '../../text/verbose.ts';
import { loadMatches } from '../../units/load-matches.ts';
import type { ReadDirectory } from '../../units/read-directory.ts';
import { confirmMatches } from '../../units/sync-directory.ts';
import { syncWords as w } from '../../units/wording.ts';
import {
  type Answered,
  type Clicked,
  type ClickHandler,
  change,
  forged,
  info,
  ok,
  onClick,
  refuse,
} from '../clicked.ts';
import { actOf, answer, type Context, say } from '../context.ts';
import { doneCard } from '../done-card.ts';
import { decideSync, findSync, insertSync } from '../queries.ts';
import { words } from '../wording.ts';

/** What becomes of proposed matches. */
const SyncClick = z.object({
  act: z.literal('unit-sync'),
  sync: z.string().max(64),
  choice: z.enum(['sure', 'all', 'none']),
});
type SyncClick = z.infer<typeof SyncClick>;

export const SYNC_CLICKS: ClickHandler[] = [onClick(SyncClick, decide)];

/** 同步通讯录, 从通讯录同步单位. The directory is read before a transaction opens, so the words are read there too. */
export const SYNC_ORDER = verbose`
  ^(?:请|帮我|麻烦)?(?:从)?(?:飞书)?(?:把)?(?:
    同步(?:一下)?(?:飞书)?(?:通讯录|组织架构|部门(?:和人员)?)
    |(?:飞书)?(?:通讯录|组织架构)(?:里|中)?(?:的)?(?:单位|部门|人员)?同步
    (?:一下|过来|单位|人员)?
    |从(?:飞书)?通讯录(?:同步|导入|读取)(?:单位|部门|人员|联络员)*
  )(?:吧|了|一下)?[。.!]*$
`;

const LINES_SHOWN = 40;

/** Shows which department is which unit; nothing changes until 确认. The asker is an administrator. */
export async function showSync(context: Context, read: ReadDirectory): Promise<void> {
  const { deps, person, now } = context;
  if (read.kind !== 'read') return say(context, w.fault(read));
  const found = await loadMatches(deps.db, read.departments);
  const failed = read.failed.length > 0 ? [w.failed(read.failed)] : [];
  if (found.matches.length === 0)
    return say(context, [w.none, w.rest(found), ...failed].filter(Boolean).join('\n'));
  const id = deps.newId();
  await insertSync(deps.db, {
    id,
    matches: found.matches,
    createdBy: person.id,
    createdAt: now,
  });
  const sure = found.matches.filter((m) => m.isSure);
  const near = found.matches.filter((m) => !m.isSure);
  const part = (title: string, list: typeof sure) =>
    list.length === 0
      ? []
      : [
          markdown(
            [
              `**${title}**`,
              ...list.slice(0, LINES_SHOWN).map((m) => escapeMarkdown(w.line(m))),
              ...(list.length > LINES_SHOWN ? [w.more(list.length - LINES_SHOWN)] : []),
            ].join('<br>'),
          ),
        ];
  const press = (choice: SyncClick['choice']) =>
    ({ act: 'unit-sync', sync: id, choice }) satisfies SyncClick;
  const rest = [w.rest(found), ...failed].filter(Boolean).join('\n');
  await answer(context, {
    type: 'card',
    card: card({
      title: w.title,
      tag: { text: w.tag, color: 'orange' },
      template: 'wathet',
      elements: [
        markdown(w.head(sure.length, near.length)),
        ...part(w.sureTitle, sure),
        ...part(w.nearTitle, near),
        ...(rest ? [markdown(escapeMarkdown(rest), 'notation')] : []),
        row([
          ...(sure.length > 0
            ? [button({ text: w.confirmSure, type: 'primary', value: press('sure') })]
            : []),
          ...(near.length > 0 ? [button({ text: w.confirmAll, value: press('all') })] : []),
          button({ text: w.drop, value: press('none') }),
        ]),
      ],
    }),
  });
}

async function decide(clicked: Clicked, click: SyncClick): Promise<Answered> {
  if (!clicked.context.person.roles.has('admin')) return refuse(words.notAllowed(words.admin));
  const sync = await findSync(clicked.deps.db, click.sync);
  if (!sync) return forged('unknown proposal');
  return change(clicked, async (context) => {
    const { deps, now } = context;
    if (!(await decideSync(deps.db, sync.id, click.choice))) return info(w.settledBefore);
    const act = actOf(context);
    if (click.choice === 'none') {
      await recordAudit(deps.db, act, 'unit.sync-dropped', 'units');
      return ok(w.dropped, doneCard(w.dropped));
    }
    const wanted = sync.matches.filter((m) => m.isSure || click.choice === 'all');
    const done = await confirmMatches(deps.db, act, wanted, deps.newId);
    for (const m of wanted) await deliverWaiting(deps, m.unitId, now);
    return ok(words.done, doneCard(w.done(done), done.changeId));
  });
}
