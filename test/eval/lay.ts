import { openPglite } from '../../src/db/pglite.ts';
import { addLayDocuments, askLaySet, LAY_SETS, readLaySet } from '../policy/lay/lay-set.ts';

/** Prints what everyday questions over our own documents reach: node test/eval/lay.ts [SET…] [--show]. */
const show = process.argv.includes('--show');
const named = process.argv.slice(2).filter((a) => !a.startsWith('--'));
for (const { name, folder } of LAY_SETS) {
  if (named.length > 0 && !named.includes(name)) continue;
  const opened = await openPglite();
  await addLayDocuments(opened.db, folder);
  const set = readLaySet(name);
  const result = await askLaySet(opened.db, set);
  const answerable = set.filter((q) => q.accept).length;
  if (show) for (const line of result.missed) console.log(`missed ${line}`);
  if (show) for (const line of result.miscited) console.log(`cited elsewhere ${line}`);
  if (show) for (const line of result.wrong) console.log(`WRONG ${line}`);
  console.log(
    JSON.stringify({
      set: name,
      questions: set.length,
      right: `${result.right}/${answerable}`,
      refused: `${result.refused}/${set.length - answerable}`,
      wrong: result.wrong.length,
      miscited: result.miscited.length,
    }),
  );
  await opened.close();
}
