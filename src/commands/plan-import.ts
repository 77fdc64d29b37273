import { dayOf } from '../calendar/county-time.ts';
import { discardDraft, draftPlan, keepDraft, publishPlan } from '../plan/import.ts';
import { countPastDue } from '../plan/past-due.ts';
import { previewText } from '../plan/preview-text.ts';
import { readPlan } from '../plan/read-plan.ts';
import { notAPlanText } from '../plan/reading-wording.ts';
import { words } from '../plan/wording.ts';
import { followRevision } from '../remind/follow-revision.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';
import { readNamedDocument } from './named-file.ts';

export const command: Command = {
  usage: 'plan import 文件 [--year 年份] [--dry-run] [--publish]',
  needs: 'database',
  run: async (call) => {
    const parsed = readArgs(call.args, { options: ['year'], flags: ['dry-run', 'publish'] });
    const [file, ...rest] = parsed?.words ?? [];
    const { year } = parsed?.options ?? {};
    if (!parsed || !file || rest.length > 0 || (year && !/^\d{4}$/.test(year)))
      return usageError(call, command);
    const deps = databaseOf(call);
    const document = await readNamedDocument(call, deps, file);
    if (!document) return 1;
    const { name, content } = document;
    const read = readPlan(content, name, year ? Number(year) : undefined);
    if (read.kind === 'not-a-plan') {
      call.err(`${name}：${notAPlanText(read.reason)}没有改动。`);
      return 1;
    }
    if (year && read.plan.year !== Number(year))
      call.err(`${name}：文件写的是 ${read.plan.year} 年，--year ${year} 没有采用`);
    const act = { actor: 'cli', at: deps.now() };
    return deps.db.transaction(async (tx): Promise<0 | 1> => {
      const draft = await draftPlan(tx, act, { fileName: name, parsed: read.plan }, deps.newId);
      switch (draft.kind) {
        case 'year-unknown':
          call.err(`${name}：没有写年份，没有改动。请加 --year，例如 --year 2026`);
          return 1;
        case 'unchanged': {
          call.out(`《${draft.plan.title}》与库中一致，没有改动`);
          if (parsed.flags.has('publish') && !parsed.flags.has('dry-run'))
            await publish(draft.plan.id, draft.plan.title, '此前已发布');
          return 0;
        }
        case 'new':
        case 'changed': {
          for (const line of previewText(draft)) call.out(line);
          if (parsed.flags.has('dry-run')) {
            await discardDraft(tx, act, draft.draftId);
            call.out('只是试读，没有改动');
            return 0;
          }
          // A published plan is never changed in silence: the diff waits until somebody says --publish.
          if (draft.kind === 'changed' && draft.plan.publishedAt && !parsed.flags.has('publish')) {
            await discardDraft(tx, act, draft.draftId);
            call.out(
              '计划已发布，以上变化尚未生效。核对后加 --publish 再执行一次即可生效，已报的进展会保留',
            );
            return 0;
          }
          const kept = await keepDraft(tx, act, draft.draftId, deps.newId);
          const planId =
            kept.kind === 'kept' ? kept.planId : kept.kind === 'revised' ? kept.plan.id : undefined;
          if (kept.kind === 'revised') {
            const { told, untold } = await followRevision({ ...deps, db: tx }, act.at, kept);
            if (told + untold.length > 0) call.out(words.told(told, untold));
          }
          if (planId && parsed.flags.has('publish'))
            await publish(planId, draft.preview.title, '此前已发布，变化已生效');
          else call.out('已存为草稿，尚未提醒任何单位；加 --publish 再执行一次即发布');
          return 0;
        }
      }

      async function publish(planId: string, title: string, before: string): Promise<void> {
        const done = await publishPlan(tx, act, planId, deps.newId);
        call.out(`《${title}》${done ? '已发布' : before}`);
        const today = dayOf(act.at, deps.config.APP_TIMEZONE);
        const over = done ? words.pastDue(await countPastDue(tx, planId, today)) : '';
        if (over) call.out(over);
      }
    });
  },
};
