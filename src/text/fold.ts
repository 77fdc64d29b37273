import * as OpenCC from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';

const convert = OpenCC.Converter({ from: 't', to: 'cn' });

/** Simplified form of each character met so far: the converter costs microseconds a character, a look-up nanoseconds. */
const simplified = new Map<string, string>();

function simplifyChar(char: string): string {
  const known = simplified.get(char);
  if (known !== undefined) return known;
  const made = convert(char);
  simplified.set(char, made);
  return made;
}

const HAN = /\p{Script=Han}/gu;

function hasTraditional(text: string): boolean {
  for (const [char] of text.matchAll(HAN)) if (simplifyChar(char) !== char) return true;
  return false;
}

/** Traditional characters to Simplified as a reader expects them (乾隆 stays); vocabulary is left as written. */
export function simplify(text: string): string {
  return hasTraditional(text) ? convert(text) : text;
}

const READING = /(\p{Script=Han})[(（]([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,6})[)）]/gu;

const bare = (s: string) => s.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

const readings = new Map<string, Set<string>>();

function readingsOf(han: string): Set<string> {
  let known = readings.get(han);
  if (!known) {
    known = new Set(pinyin(han, { multiple: true, type: 'array', toneType: 'symbol' }).map(bare));
    readings.set(han, known);
  }
  return known;
}

/** Removes a reading printed after its character (`統(tǒng)`), only where the reading is that character's own. */
export function dropReadings(text: string): string {
  return text.replace(READING, (whole, han: string, reading: string) =>
    readingsOf(han).has(bare(reading)) ? han : whole,
  );
}

/**
 * The form in which texts are compared: NFKC, lower case, Simplified, readings dropped. Length may change. Characters are
 * converted one by one, so that the same word folds alike in a text of either script.
 */
export function fold(text: string): string {
  return dropReadings(text.normalize('NFKC')).replace(HAN, simplifyChar).toLowerCase();
}

/** The words as written, for places found in their folded form; the folded form itself where folding moved them. */
export function alignedTo(folded: string, written: string): string {
  return folded.length === written.length ? written : folded;
}
