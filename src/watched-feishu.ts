import type { Deps } from './deps.ts';
import type { Feishu } from './feishu/client.ts';
import { faultText } from './inbox/handle.ts';
import type { Metrics } from './metrics.ts';
import { meteredFeishu } from './outbox/metered.ts';
import { countApiCalls } from './outbox/quota.ts';
import { sendHooks } from './send-hooks.ts';

/** The same platform; its calls are counted against the month's quota, and how long its sends take is observed. */
export function watchedFeishu(deps: Deps, metrics: Metrics): Feishu {
  return meteredFeishu(timedSends(deps.feishu, metrics), { db: deps.db, counted: counter(deps) });
}

function timedSends(feishu: Feishu, { timed }: Metrics): Feishu {
  return {
    ...feishu,
    send: (...args) => timed('send', () => feishu.send(...args)),
    reply: (...args) => timed('send', () => feishu.reply(...args)),
    patchCard: (...args) => timed('send', () => feishu.patchCard(...args)),
  };
}

/** Counts calls beside sending; a count that fails must not fail the call that was made. */
function counter(deps: Deps): (calls: number) => Promise<void> {
  const { db, log, config } = deps;
  return async (calls) => {
    try {
      await db.transaction(async (tx) => {
        const warning = await countApiCalls(tx, deps.now(), config.APP_TIMEZONE, calls);
        if (warning) await sendHooks(deps).quota?.(tx, warning);
      });
    } catch (error) {
      log.error({ reason: faultText(error) }, 'a call was not counted');
    }
  };
}
