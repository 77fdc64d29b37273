import { CONTAINERS, componentShape, FIELDS, type Shape, shapeOf } from './card-table.ts';
import { asList, isJson, type Json } from './json.ts';

/** Why the platform does not take a card: the sub-code of 230099. */
export type CardFault = { errCode: number; errMsg: string; value: string };

const PARSE = 'parse card json err, please check whether the card json is correct';
const MOST_ELEMENTS = 200;
const MOST_TABLES = 5;
const DEEPEST = 5;
/** Data inside a card, not parts of it. */
const DATA = new Set(['chart_spec', 'rows', 'value', 'behaviors', 'style']);

type Visit = {
  faults: CardFault[];
  hasImage: (key: string) => boolean;
  hasPerson: (openId: string) => boolean;
  tables: number;
};

type Place = { path: string; inside: string[] };

/**
 * What is wrong with a card of JSON 2.0, in the order in which it was found; empty: the platform takes it. The platform
 * knows only images that were uploaded and people whom the app may see.
 */
export function checkCard(
  card: unknown,
  known: { hasImage: (key: string) => boolean; hasPerson: (openId: string) => boolean },
): CardFault[] {
  if (!isJson(card)) return [{ errCode: 200621, errMsg: PARSE, value: 'not a JSON object' }];
  const visit: Visit = { ...known, faults: [], tables: 0 };
  if (card.schema !== '2.0') return [fault(200621, PARSE, 'schema must be "2.0"')];
  walk(card, shapeOf('root'), visit, { path: 'ROOT', inside: [] });
  const elements = countTagged(card);
  if (elements > MOST_ELEMENTS)
    visit.faults.push(fault(11310, 'element exceeds the limit', String(elements)));
  if (visit.tables > MOST_TABLES)
    visit.faults.push(fault(11310, 'card table number over limit', String(visit.tables)));
  const twice = repeated(idsIn(card));
  if (twice) visit.faults.push(fault(300301, 'element_id is duplicated', twice));
  return visit.faults;
}

function fault(errCode: number, errMsg: string, value: string): CardFault {
  return { errCode, errMsg, value };
}

function walk(part: Json, shape: Shape, visit: Visit, place: Place): void {
  const say = (value: string) => visit.faults.push(fault(200621, PARSE, value));
  const where = `path: ${place.path}${part.tag ? `(tag: ${String(part.tag)})` : ''}`;
  for (const name of shape.required)
    if (!(name in part)) say(`missing required property, property: ${name}, ${where}`);
  for (const [name, value] of Object.entries(part)) {
    if (!shape.properties.has(name)) {
      say(`unknown property, property: ${name}, ${where}`);
      continue;
    }
    const held = shape.properties.get(name);
    if (!held) continue;
    const path = `${place.path} -> ${name}`;
    if (held.list && !Array.isArray(value)) {
      say(`type mismatch, property: ${name}, should be a list, ${where}`);
      continue;
    }
    const items = held.list
      ? asList(value).map((item, i) => ({ item, path: `${path} -> [${i}]` }))
      : [{ item: value, path }];
    for (const { item, path } of items) {
      const next = { path, inside: place.inside };
      if (!isJson(item)) say(`type mismatch, should be an object, path: ${path}`);
      else if (held.shape === 'component') component(item, visit, next);
      else walk(item, shapeOf(held.shape), visit, next);
    }
  }
}

function component(part: Json, visit: Visit, place: Place): void {
  const tag = typeof part.tag === 'string' ? part.tag : '';
  const shape = componentShape(tag);
  if (!shape) {
    const errMsg = 'cards of schema V2 no longer support this capability';
    visit.faults.push(fault(200861, errMsg, `unsupported tag ${tag}, path: ${place.path}`));
    return;
  }
  const inside = CONTAINERS.has(tag) ? [...place.inside, tag] : place.inside;
  visit.faults.push(...misplaced(tag, place), ...wrongData(tag, part, visit, place));
  if (tag === 'table') visit.tables++;
  if (inside.length > DEEPEST)
    visit.faults.push(fault(11310, 'element nesting exceeds the limit', place.path));
  walk(part, shape, visit, { path: place.path, inside });
}

function misplaced(tag: string, place: Place): CardFault[] {
  const at = `path: ${place.path}(tag: ${tag})`;
  if ((tag === 'form' || tag === 'table') && place.inside.length > 0)
    return [fault(11310, `${tag} can only be placed in body.elements`, at)];
  if (tag.startsWith('multi_select') && !place.inside.includes('form'))
    return [fault(11310, `${tag} can only be placed in a form`, at)];
  return [];
}

function wrongData(tag: string, part: Json, visit: Visit, place: Place): CardFault[] {
  const at = `path: ${place.path}(tag: ${tag})`;
  const faults: CardFault[] = [];
  const id = part.element_id;
  if (id !== undefined && !(typeof id === 'string' && /^[A-Za-z]\w{0,19}$/.test(id)))
    faults.push(fault(200621, PARSE, `invalid element_id ${String(id)}, ${at}`));
  if (tag === 'chart' && (!isJson(part.chart_spec) || holdsNull(part.chart_spec)))
    faults.push(fault(200550, 'chart spec is invalid', at));
  if (tag === 'img' && !visit.hasImage(String(part.img_key)))
    faults.push(fault(200570, 'invalid image key', String(part.img_key)));
  if (tag === 'form' && !submits(part))
    faults.push(fault(300123, 'form must contain a submit button', at));
  if (tag === 'table') faults.push(...wrongRows(part, at));
  for (const openId of peopleShown(tag, part))
    if (!visit.hasPerson(openId))
      faults.push(
        fault(100290, 'There is an invalid user resource(at/person) in your card', openId),
      );
  return faults;
}

function wrongRows(part: Json, at: string): CardFault[] {
  if (!Array.isArray(part.rows) || !part.rows.every(isJson))
    return [fault(200914, 'table rows is invalid', at)];
  const declared = new Set(asList(part.columns).map((c) => (isJson(c) ? c.name : undefined)));
  const stray = part.rows.flatMap((row) => Object.keys(row)).find((key) => !declared.has(key));
  return stray === undefined
    ? []
    : [fault(200915, 'row key is not declared in columns', `${stray}, ${at}`)];
}

const AT = /<at\s+ids?\s*=\s*["']?([^\s"'>]*)/g;

function peopleShown(tag: string, part: Json): string[] {
  if (tag === 'markdown' && typeof part.content === 'string')
    return [...part.content.matchAll(AT)]
      .flatMap((m) => (m[1] ?? '').split(','))
      .filter((id) => id !== 'all');
  if (tag === 'person') return [String(part.user_id)];
  if (tag !== 'person_list' || part.drop_invalid_user_id === true) return [];
  return asList(part.persons).map((p) => (isJson(p) ? String(p.id) : ''));
}

function submits(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(submits);
  if (!isJson(part)) return false;
  if (
    part.tag === 'button' &&
    (part.form_action_type === 'submit' || part.action_type === 'form_submit')
  )
    return true;
  return Object.values(part).some(submits);
}

function holdsNull(value: unknown): boolean {
  if (value === null) return true;
  return typeof value === 'object' && Object.values(value).some(holdsNull);
}

function* tagged(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const item of value) yield* tagged(item);
  if (!isJson(value)) return;
  if (typeof value.tag === 'string') yield value;
  for (const [name, held] of Object.entries(value)) if (!DATA.has(name)) yield* tagged(held);
}

/** How many elements the platform counts in a card: every object with a tag, texts and columns included. */
export function countTagged(card: unknown): number {
  return [...tagged(card)].length;
}

function idsIn(card: unknown): string[] {
  return [...tagged(card)].flatMap((e) => (typeof e.element_id === 'string' ? [e.element_id] : []));
}

function repeated(ids: string[]): string | undefined {
  return ids.find((id, i) => ids.indexOf(id) !== i);
}

/** A form field without a name: the card is taken, but every click on it ends in 200530. */
export function hasNamelessField(card: unknown): boolean {
  return [...tagged(card)]
    .filter((e) => e.tag === 'form')
    .some((form) => [...tagged(form.elements)].some((e) => FIELDS.has(String(e.tag)) && !e.name));
}
