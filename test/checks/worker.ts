import { bundleWorker, MAX_GZIP_BYTES } from '../support/worker-bundle.ts';
import { startWorker } from '../support/worker-runtime.ts';

/** `npm run worker:check`: what a dry run shows, and what only a start shows. */
const bundle = await bundleWorker();
const size = `${(bundle.gzipBytes / 1024 / 1024).toFixed(2)} MiB`;
console.log(`bundled: ${bundle.modules} modules, ${size} gzipped`);
for (const path of bundle.forbidden) console.error(`may not be in a Worker: ${path}`);
if (bundle.gzipBytes > MAX_GZIP_BYTES) console.error(`too large: ${size}`);
if (bundle.forbidden.length > 0 || bundle.gzipBytes > MAX_GZIP_BYTES) process.exit(1);

const worker = await startWorker({
  databaseUrl: 'postgres://nobody:none@127.0.0.1:1/none',
  vars: {},
});
const health = await fetch(`${worker.url}/healthz`);
const ready = await fetch(`${worker.url}/readyz`);
await worker.stop();
console.log(
  `started in workerd: /healthz ${health.status}, /readyz without settings ${ready.status}`,
);
if (health.status !== 200 || ready.status !== 503) process.exit(1);
