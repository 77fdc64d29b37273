import { fold } from '../../text/fold.ts';
import { findTaskRefs } from '../../text/task-number.ts';
import { verbose } from '../../text/verbose.ts';
import type { Spoken } from './shown-list.ts';

/** 我们配合的部分, 配合的工作, with nothing that names one. */
const OUR_PART = verbose`
  ^\s*(?:我们?[局办委镇乡]?(?:这边)?|本[局镇乡])?(?:负责)?(?:
    配合的(?:部分|事项|任务|工作|那[一两几]?[项块部分]*|这[一两几]?[项块部分]*)?
    (?=都|均|全|也|已|弄|办|做|搞|完|还|没|正)
    |配合(?:部分|事项|任务)
  )
`;

/** 我们配合的部分弄好了: said of what the unit only helps with, where it has any; other texts are as they were. Pure. */
export function ofCoopPart<T extends Pick<Spoken, 'lists' | 'said'>>(spoken: T): T {
  const said = spoken.said.replace(OUR_PART, '');
  if (said === spoken.said || findTaskRefs(fold(said), 'explicit').length > 0) return spoken;
  const lists = spoken.lists
    .map((l) => ({ ...l, items: l.items.filter((i) => i.role === 'coop') }))
    .filter((l) => l.items.length > 0);
  return lists.length > 0 ? { ...spoken, lists, said } : spoken;
}
