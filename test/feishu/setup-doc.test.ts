import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MENU } from '../../src/chat/menu.ts';
import { EVENTS, FREE_CALLS, SCOPES } from '../../src/doctor/scopes.ts';
import { ENDPOINTS } from '../../src/feishu/fetch-http.ts';

const DOC = readFileSync(new URL('../../docs/feishu-setup.md', import.meta.url), 'utf8');
/** What stands in the document's tables of scopes, as `code`. */
const named = new Set(
  [...DOC.matchAll(/`((?:im|contact|application|docx|docs|wiki|speech_to_text):[\w.:]+)`/g)].map(
    (m) => m[1],
  ),
);

test('every call of the program has its scope, or needs none', () => {
  const covered = new Set([...FREE_CALLS, ...SCOPES.flatMap((s) => s.calls)]);
  expect(ENDPOINTS.map(([, , endpoint]) => endpoint).filter((e) => !covered.has(e))).toEqual([]);
});

test('every scope stands in the document with its reason, and none that is not needed', () => {
  const wanted = new Set(SCOPES.map((s) => s.names[0]));
  expect([...wanted].filter((s) => !named.has(s))).toEqual([]);
  expect([...named].filter((s) => !wanted.has(s))).toEqual([]);
});

test('every event that is understood is in the document, and every entry of the menu', () => {
  for (const event of [...EVENTS.needed, ...EVENTS.wanted]) expect(DOC).toContain(`\`${event}\``);
  for (const [key, sentence] of Object.entries(MENU))
    expect(DOC).toContain(`\`${key}\` ${sentence}`);
});
