import { insertChange } from '../audit/queries.ts';
import { recordAudit } from '../audit/record.ts';
import { nextMonthCardMoment } from '../remind/due.ts';
import { previewReminders } from '../remind/remind.ts';
import { getSetting, setSetting } from '../settings/queries.ts';
import { pushPaused } from '../settings/setting.ts';
import { asOfText } from '../summary/wording.ts';
import { actOf, type Context, say } from './context.ts';
import { isOffice, sayWithUndo } from './people-commands.ts';
import { words } from './wording.ts';

/** 暂停推送 and 恢复推送: stop and resume everything that nobody asked for. */
export async function setPaused(context: Context, paused: boolean): Promise<void> {
  if (!isOffice(context) && !context.person.roles.has('admin'))
    return say(context, words.notAllowed(`${words.office}、${words.admin}`));
  const { deps, now } = context;
  if ((await getSetting(deps.db, pushPaused)) === paused)
    return say(context, paused ? words.pausedBefore : words.resumedBefore);
  await setSetting(deps.db, pushPaused, paused, now);
  const act = actOf(context);
  const id = deps.newId();
  await insertChange(deps.db, {
    id,
    actor: act.actor,
    at: act.at,
    kind: 'pause',
    data: { paused },
  });
  await recordAudit(deps.db, act, paused ? 'push.paused' : 'push.resumed', 'setting:push.paused');
  await sayWithUndo(context, paused ? words.paused : words.resumed, id);
}

/** 提醒预览: what the next month card would send, and to whom. */
export async function previewNext(context: Context): Promise<void> {
  if (!isOffice(context)) return say(context, words.notAllowed(words.office));
  const { deps, now } = context;
  const timeZone = deps.config.APP_TIMEZONE;
  const at = nextMonthCardMoment(now, timeZone);
  const planned = await previewReminders({ db: deps.db, timeZone }, at, now);
  if (planned.length === 0) return say(context, words.previewNone);
  const lines = planned.map((p) =>
    words.previewLine(
      p.unit.name,
      p.items.length,
      p.recipient.type === 'none' ? undefined : p.recipient.name,
    ),
  );
  await say(
    context,
    [words.previewHead(asOfText(at, timeZone), planned.length), ...lines].join('\n'),
  );
}
