import type { Sql } from 'postgres';

/** How much a county's database holds. */
export type Size = { years: number[]; tasksOfPlan: number; units: number; reportsOfYear: number };

/**
 * Fills a migrated, empty database with a county's years, made inside the database: a plan each year; of its tasks 95 in
 * 100 with a month, 4 for the whole year, 1 each month; two or three units share in each; reports spread over all of it,
 * so that most shares were reported on twice. Ids are random, as the product's are.
 */
export async function fillCountyLedger(sql: Sql, size: Size): Promise<void> {
  const { years, tasksOfPlan, units, reportsOfYear } = size;
  await sql`select setseed(0.42)`;
  await sql`
    insert into units (id, name, kind, position)
    select gen_random_uuid()::text, '第' || u || '局', 'unit', u from generate_series(1, ${units}::int) u`;
  await sql`insert into people (id, "openId", name) values ('bench-person', 'ou_bench', '联络员')`;
  await sql`insert into person_roles ("personId", role) values ('bench-person', 'leader')`;
  await sql`
    insert into plans (id, title, year, "fileName", digest, "createdAt", "createdBy", "publishedAt", "publishedBy")
    select gen_random_uuid()::text, y || '年重点工作明细表', y, 'plan.xlsx', md5(y::text),
      make_timestamptz(y, 1, 5, 9, 0, 0), 'office', make_timestamptz(y, 1, 6, 9, 0, 0), 'office'
    from unnest(${years}::int[]) y`;
  await sql`
    create temp table made as
    select gen_random_uuid()::text as id, p.id as plan, p.year, t as position,
      case when t % 100 < 95 then 1 + (t - 1) * 12 / ${tasksOfPlan}::int end as month,
      case when t % 100 = 99 then 'monthly' when t % 100 >= 95 then 'year' else 'month' end as kind
    from plans p, generate_series(1, ${tasksOfPlan}::int) t order by p.year, t`;
  await sql`
    insert into tasks (id, "planId", position, month, seq, content, "leadUnits", "coopUnits", recurrence, source)
    select id, plan, position, month, position,
      '推进第' || position || '项重点工作，组织有关单位开展现场调研，研究解决项目建设中的用地、用工和融资问题，按月报送进展。',
      '["第1局"]', '["第2局", "第3局"]', case when kind = 'monthly' then '{"every": "month"}'::jsonb end,
      jsonb_build_object('row', position)
    from made`;
  await sql`
    insert into task_units ("taskId", "unitId", role, position)
    select m.id, u.id, case when s.k <= case when m.position % 5 = 0 then 2 else 1 end then 'lead' else 'coop' end, s.k
    from made m
    cross join lateral generate_series(1, 2 + m.position % 2) s(k)
    join units u on u.position = 1 + (m.position * 7 + s.k * 11) % ${units}::int`;
  await sql`
    insert into occurrences (id, "taskId", no, months, "dueOn")
    select gen_random_uuid()::text, m.id, times.no, times.months,
      (make_date(m.year, times.months[cardinality(times.months)], 1) + interval '1 month - 1 day')::date
    from made m cross join lateral (
      select 0 as no, array[m.month] as months where m.kind = 'month'
      union all select 0, array[3, 6, 9, 12] where m.kind = 'year'
      union all select k - 1, array[k] from generate_series(1, 12) k where m.kind = 'monthly') times`;
  await sql`
    create temp table shares as
    select o.id as occurrence, tu."unitId" as unit, tu.role, o."dueOn" as due,
      row_number() over (partition by m.year order by random()) - 1 as n,
      floor(count(*) over (partition by m.year) * 0.9)::int as speaking
    from occurrences o join made m on m.id = o."taskId" join task_units tu on tu."taskId" = o."taskId"`;
  await sql`
    insert into reports (id, "batchId", "occurrenceId", "unitId", role, status, note, via, "reportedBy", "reportedAt", no, "withdrawnAt")
    select gen_random_uuid()::text, gen_random_uuid()::text, s.occurrence, s.unit, s.role,
      case when random() < 0.6 then 'done' else (array['in_progress', 'not_started', 'blocked'])[1 + floor(random() * 3)::int] end,
      '正在推进，已完成前期工作，下一步按计划组织实施。', 'card', 'bench-person',
      s.due::timestamptz - interval '12 days' + k * interval '4 days' + random() * interval '1 day', 0,
      case when random() < 0.02 then now() end
    from shares s
    cross join lateral generate_series(1,
      ${reportsOfYear}::int / s.speaking + case when s.n < ${reportsOfYear}::int % s.speaking then 1 else 0 end) k
    where s.n < s.speaking
    order by s.due`;
  await sql`vacuum analyze`;
}
