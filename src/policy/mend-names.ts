import { pinyin } from 'pinyin-pro';
import { plainForm } from './language.ts';

/** Names long enough that another word of the same sound is a slip of the keyboard: 高兴技术企业 for 高新技术企业. */
const NAMES = [
  '高新技术企业',
  '专精特新',
  '免申即享',
  '小巨人',
  '单项冠军',
  '技术改造',
  '规模以上',
  '首台套',
  '绿色工厂',
  '智能工厂',
  '数字化车间',
  '贷款贴息',
  '科技型中小企业',
  '企业技术中心',
  '亩均效益',
  '瞪羚',
  '工业互联网',
  '营商环境',
  '研发费用',
  '个体工商户',
];

const sounds = new Map<string, string>();

/** Sound of a character without its tone; n and ng at the end are one, as many speakers type them. */
function soundOf(char: string): string {
  const known = sounds.get(char);
  if (known !== undefined) return known;
  const sound = pinyin(char, { toneType: 'none' }).replace(/ng$/, 'n');
  sounds.set(char, sound);
  return sound;
}

const SOUNDING = NAMES.map((name) => ({ name, sound: [...name].map(soundOf) }));

/** Names of the trade that were typed by their sound, set right; everything else stays. */
export function mendNames(plain: string): string {
  const chars = [...plain];
  for (const { name, sound } of SOUNDING) {
    for (let at = 0; at + sound.length <= chars.length; at++) {
      const part = chars.slice(at, at + sound.length);
      const same = part.filter((char, i) => char === [...name][i]).length;
      // Most characters are right: else it may be other words of the same sound.
      if (same === part.length || same * 2 < part.length) continue;
      if (!part.every((char, i) => /\p{Script=Han}/u.test(char) && soundOf(char) === sound[i]))
        continue;
      return plainForm(plain.replace(part.join(''), name));
    }
  }
  return plain;
}
