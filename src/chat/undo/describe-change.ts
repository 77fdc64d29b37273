import type { Change } from '../../audit/queries.ts';
import type { Db } from '../../db/db.ts';
import { clip } from '../../feishu/card.ts';
import { findInstruction } from '../../instructions/queries.ts';
import { findItems } from '../../plan/item-queries.ts';
import { findPlan, findTask } from '../../plan/queries.ts';
import { findBatch } from '../../progress/queries.ts';
import { STATUS_WORDS } from '../../progress/wording.ts';
import { CHANGE_NAMES } from './undo-wording.ts';

/** A change as its maker would name it, in one phrase: 反馈：召开银企对接会 已完成. */
export async function describeChange(db: Db, change: Change): Promise<string> {
  const detail = await detailOf(db, change);
  const name = CHANGE_NAMES[kindOf(change)];
  return detail ? `${name}：${detail}` : name;
}

/** Switches go both ways under one kind. */
function kindOf({ kind, data }: Change): keyof typeof CHANGE_NAMES {
  if (kind === 'pause') return data.paused === true ? 'pause' : 'resume';
  if (kind === 'hold') return data.hold === true ? 'hold' : 'release';
  return kind;
}

const short = (text: string | undefined) => clip((text ?? '').replace(/\s+/g, ' '), 40);

async function detailOf(db: Db, { kind, data }: Change): Promise<string> {
  switch (kind) {
    case 'report': {
      const rows = await findBatch(db, String(data.batchId));
      const [first] = rows;
      const [item] = first ? await findItems(db, [first.occurrenceId]) : [];
      const more = rows.length > 1 ? ` 等${rows.length}项` : '';
      return first ? `${short(item?.content)} ${STATUS_WORDS[first.status]}${more}` : '';
    }
    case 'task-changed':
    case 'task-added':
      return short((await findTask(db, String(data.taskId)))?.content);
    case 'publish-plan':
    case 'keep-plan':
    case 'plan-revised':
      return short((await findPlan(db, String(data.planId)))?.title);
    case 'hold':
      return `${data.month}月`;
    case 'policy':
    case 'policy-out':
    case 'policy-shown':
      return short(String(data.name ?? ''));
    case 'instruction-sent':
    case 'instruction-closed':
      return short((await findInstruction(db, String(data.instructionId)))?.text);
    default:
      return '';
  }
}
