/** `npm run soak:forged`: 10 000 forged requests and 10 000 forged card values. `--count N`, `--seed N`. */
import { parseArgs } from 'node:util';
import { soakForgedClicks } from './forged-clicks.ts';
import { soakForgedRequests } from './forged-requests.ts';

/** Bodies are read up to a mebibyte, eight at once, and the garbage collector takes its time. */
const MOST_MIB = 200;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const options = { count: Number(values.count), seed: Number(values.seed) };
console.log(`seed ${options.seed}`);

const { statuses, stored, grewBy } = await soakForgedRequests(options);
const answers = Object.entries(statuses).map(([status, n]) => `${n} x ${status}`);
console.log(`${options.count} forged requests: ${answers.join(', ')}; ${stored} stored`);
console.log(`  memory grew by at most ${Math.round(grewBy)} MiB`);
const areRefused = Object.keys(statuses).every((status) => /^4\d\d$/.test(status));
if (!areRefused || stored > 0 || grewBy > MOST_MIB) process.exitCode = 1;

const { pressed, taken, audited, changed } = await soakForgedClicks(options);
console.log(
  `${pressed} forged card values: ${taken.length} accepted, ${audited} audit rows, ${changed.length} tables changed`,
);
for (const forgery of taken.slice(0, 10)) console.log(`  ${JSON.stringify(forgery)}`);
if (taken.length > 0 || audited !== pressed || changed.length > 0) process.exitCode = 1;
