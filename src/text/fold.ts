import * as OpenCC from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';

const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' });

/** Traditional characters to Simplified, character by character; vocabulary is left as written. */
export function simplify(text: string): string {
  return toSimplified(text);
}

const READING = /(\p{Script=Han})[(（]([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,6})[)）]/gu;

/** Removes a reading printed after its character (`統(tǒng)`), only where the reading is that character's own. */
export function dropReadings(text: string): string {
  return text.replace(READING, (whole, han: string, reading: string) => {
    const bare = (s: string) => s.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    const readings = pinyin(han, { multiple: true, type: 'array', toneType: 'symbol' });
    return readings.some((r) => bare(r) === bare(reading)) ? han : whole;
  });
}

/** The form in which texts are compared: NFKC, lower case, Simplified, readings dropped. Length may change. */
export function fold(text: string): string {
  return simplify(dropReadings(text.normalize('NFKC'))).toLowerCase();
}
