import { sql } from 'drizzle-orm';
import { type Db, rowsOf } from '../db/db.ts';

/** Messages that nobody had asked for, by the unit they went to; `unit` null: leaders, the office, groups of no unit. */
export type Burden = { unit: string | null; messages: number; people: number };

/** What was sent unasked between two instants of the application's clock, the most burdened unit first. */
export async function countPushes(db: Db, from: Date, to: Date): Promise<Burden[]> {
  const result = await db.execute(sql`
    select u.name as unit, count(*)::int as messages, count(distinct o."toId")::int as people
    from outbox o
      left join people p on o."toType" = 'open_id' and p."openId" = o."toId"
      left join lateral (
        select m."unitId" from memberships m where m."personId" = p.id
        order by case m.duty when 'main' then 0 when 'deputy' then 1 else 2 end, m."unitId" limit 1
      ) m on true
      left join chats c on o."toType" = 'chat_id' and c.id = o."toId"
      left join units u on u.id = coalesce(m."unitId", c."unitId")
    where o.kind = 'message' and o.purpose = 'push' and o.state = 'sent'
      and o."sentAt" >= ${from.toISOString()}::timestamptz and o."sentAt" < ${to.toISOString()}::timestamptz
    group by u.name order by (u.name is null), count(*) desc, u.name`);
  return rowsOf<Burden>(result);
}
