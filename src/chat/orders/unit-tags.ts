import { deleteTag, insertTag, listTags } from '../../announce/queries.ts';
import { words } from '../../announce/wording.ts';
import { insertChange } from '../../audit/queries.ts';
import { type Act, recordAudit } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import type { AnnounceOrder } from '../../intent/announce-orders.ts';
import { findUnits } from '../../units/queries.ts';
import { findUnit, nearestUnits } from '../../units/resolve.ts';
import { actOf, type Context, say } from '../context.ts';
import { sayWithUndo } from '../done-card.ts';
import { words as intentWords } from '../wording.ts';

/** What is said of names that are no unit's, each with the units that may be meant. */
export async function sayUnknown(db: Deps['db'], names: string[]): Promise<string> {
  const named = names.map(async (said) => ({ said, near: await nearestUnits(db, said) }));
  return words.unitsUnknown(await Promise.all(named));
}

/** 给财政局、统计局加标签 园区单位, or takes it off. */
export async function setTag(
  context: Context,
  order: Extract<AnnounceOrder, { kind: 'tag' }>,
): Promise<void> {
  const { deps } = context;
  const found = [];
  const unknown = [];
  for (const name of order.units) {
    const unit = await findUnit(deps.db, name);
    if (unit) found.push(unit);
    else unknown.push(name);
  }
  if (unknown.length > 0 || found.length === 0)
    return say(context, await sayUnknown(deps.db, unknown));
  const changed = [];
  for (const unit of found) {
    const done = order.add
      ? await insertTag(deps.db, unit.id, order.tag)
      : await deleteTag(deps.db, unit.id, order.tag);
    if (done) changed.push(unit);
  }
  if (changed.length === 0) return say(context, words.tagKnown);
  const act = actOf(context);
  const id = deps.newId();
  const unitIds = changed.map((u) => u.id);
  await insertChange(deps.db, act, {
    id,
    kind: 'unit-tag',
    data: { unitIds, tag: order.tag, add: order.add },
  });
  await recordAudit(deps.db, act, order.add ? 'unit.tagged' : 'unit.untagged', `tag:${order.tag}`, {
    unitIds,
  });
  const names = changed.map((u) => u.name);
  await sayWithUndo(
    context,
    order.add ? words.tagged(names, order.tag) : words.untagged(names, order.tag),
    id,
  );
}

/** Takes back 加标签 or 去掉标签. */
export async function undoTag(
  { db }: Pick<Deps, 'db'>,
  act: Act,
  data: Record<string, unknown>,
): Promise<string> {
  // Written by setTag above and read from our own table.
  const { unitIds, tag: name, add } = data as { unitIds: string[]; tag: string; add: boolean };
  for (const unitId of unitIds)
    await (add ? deleteTag(db, unitId, name) : insertTag(db, unitId, name));
  await recordAudit(db, act, add ? 'unit.untagged' : 'unit.tagged', `tag:${name}`, { unitIds });
  return intentWords.done;
}

/** 标签: every tag with its units. */
export async function showTags(context: Context): Promise<void> {
  const tags = await listTags(context.deps.db);
  const units = await findUnits(context.deps.db, [...new Set(tags.map((t) => t.unitId))]);
  const lines = [...Map.groupBy(tags, (t) => t.tag)].map(([name, list]) =>
    words.tagLine(
      name,
      list.map((t) => units.find((u) => u.id === t.unitId)?.name ?? ''),
    ),
  );
  await say(context, lines.length > 0 ? lines.join('\n') : words.tagsNone);
}
