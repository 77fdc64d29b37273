import { openPglite } from '../../src/db/pglite.ts';
import { addLayDocuments, askLaySet, readLaySet } from '../policy/lay/lay-set.ts';

/** Prints what everyday questions over our own documents reach: node test/eval/lay.ts [SET…] [--show]. */
const opened = await openPglite();
await addLayDocuments(opened.db, process.env.LAY_FOLDER ?? 'documents');
const show = process.argv.includes('--show');
const named = process.argv.slice(2).filter((a) => !a.startsWith('--'));
for (const name of named.length > 0 ? named : ['first-set.txt', 'second-set.txt']) {
  const set = readLaySet(name);
  const result = await askLaySet(opened.db, set);
  const answerable = set.filter((q) => q.accept).length;
  if (show) for (const line of result.missed) console.log(`missed ${line}`);
  if (show) for (const line of result.wrong) console.log(`WRONG ${line}`);
  console.log(
    JSON.stringify({
      set: name,
      questions: set.length,
      right: `${result.right}/${answerable}`,
      refused: `${result.refused}/${set.length - answerable}`,
      wrong: result.wrong.length,
    }),
  );
}
await opened.close();
