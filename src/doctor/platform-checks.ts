import { verifyAudit } from '../audit/verify.ts';
import type { Deps } from '../deps.ts';
import { FeishuError } from '../feishu/errors.ts';
import { broken, type Finding, notice, ok } from './check.ts';
import { EVENTS, missingScopes } from './scopes.ts';
import { webhookAddress } from './webhook-address.ts';
import { words as w } from './wording.ts';

const ANSWER_MS = 5_000;
/** A model on a small machine takes its time for the first word. */
const MODEL_MS = 20_000;

/** The scopes as the tenant has granted them, where the app may ask for them. */
export async function checkScopes({ feishu, config }: Deps): Promise<Finding> {
  if (config.simulator) return ok(w.feishuSkipped);
  const granted = await unlessRefused(() => feishu.grantedScopes());
  if (!granted) return notice(w.scopesHidden, w.scopesHiddenMend);
  const missing = missingScopes(granted);
  return missing.length === 0 ? ok(w.scopesOk) : broken(w.scopesMissing(missing), w.scopesMend);
}

/** The events of the published version, where the app may ask for them. */
export async function checkSubscriptions({ feishu, config }: Deps): Promise<Finding> {
  if (config.simulator) return ok(w.feishuSkipped);
  const events = await unlessRefused(() => feishu.subscribedEvents());
  if (!events) return notice(w.subscriptionsHidden, w.scopesHiddenMend);
  const has = new Set(events);
  const needed = EVENTS.needed.filter((e) => !has.has(e));
  if (needed.length > 0) return broken(w.subscriptionsMissing(needed), w.subscriptionsMend);
  const wanted = EVENTS.wanted.filter((e) => !has.has(e));
  if (wanted.length > 0) return notice(w.subscriptionsMissing(wanted), w.subscriptionsMend);
  return ok(w.subscriptionsOk(events.length));
}

async function unlessRefused<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof FeishuError) return undefined;
    throw error;
  }
}

/** Whether the address in the console leads here: asked from this machine, an answer of this program must come. */
export async function checkCallback({ config }: Deps): Promise<Finding> {
  if (config.simulator) return ok(w.feishuSkipped);
  if (config.FEISHU_TRANSPORT === 'websocket') return ok(w.callbackSocket);
  if (!config.PUBLIC_URL) return notice(w.noPublicUrl, w.noPublicUrlMend);
  const address = webhookAddress(config.PUBLIC_URL);
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body: '{}',
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    // Unsigned: this program says 401, anything else is somebody else's answer.
    if (answer.status === 401) return ok(w.callbackOk(address));
    return broken(w.callbackOther(address, answer.status), w.callbackMend(address));
  } catch {
    return notice(w.callbackSilent(address), w.callbackMend(address));
  }
}

/** Both secrets of 加密策略. */
export function checkEncryption({ config }: Deps): Finding {
  if (config.simulator) return ok(w.feishuSkipped);
  if (config.FEISHU_TRANSPORT === 'websocket') return ok(w.encryptionSocket);
  return config.FEISHU_ENCRYPT_KEY && config.FEISHU_VERIFICATION_TOKEN
    ? ok(w.encryptionOk)
    : broken(w.encryptionNone, w.encryptionMend);
}

/** The whole chain, and its end: noted down elsewhere, it shows later that nothing was rewritten or cut off. */
export async function checkAudit({ db }: Deps): Promise<Finding> {
  const { rows, faults, outside, end } = await verifyAudit(db);
  if (faults.length > 0 || outside > 0)
    return broken(w.auditBroken(faults.length + outside), w.auditMend);
  return ok(rows === 0 ? w.auditEmpty : w.auditOk(rows, `${end.seq}:${end.hash}`));
}

/** One question of a few words to the model. */
export async function checkModel({ config }: Deps): Promise<Finding> {
  const { LLM_BASE_URL: base, LLM_MODEL: model, LLM_API_KEY: key } = config;
  if (!base || !model) return ok(w.llmOff);
  try {
    const answer = await fetch(`${base.replace(/\/$/, '')}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key ? { authorization: `Bearer ${key}` } : {}),
      },
      body: JSON.stringify({
        model,
        max_tokens: 5,
        messages: [{ role: 'user', content: '1+1=' }],
      }),
      signal: AbortSignal.timeout(MODEL_MS),
    });
    await answer.arrayBuffer();
    return answer.ok
      ? ok(w.llmOn(model, config.LLM_ALLOW_INTERNAL))
      : broken(w.llmRefused(model, answer.status), w.llmMend);
  } catch {
    return broken(w.llmSilent(model), w.llmMend);
  }
}
