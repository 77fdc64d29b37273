/** Rules that bring the names of one unit to one form, each with an example; applied in order. */
const RULES: { pattern: RegExp; to: string; example: [string, string] }[] = [
  { pattern: /\s+/gu, to: '', example: ['中药产业\n发展中心', '中药产业发展中心'] },
  { pattern: /等(?:部门|单位|有关部门)?$/u, to: '', example: ['统计局等', '统计局'] },
  {
    pattern: /^中共(?=\p{Script=Han})/u,
    to: '',
    example: ['中共县委办公室', '县委办公室'],
  },
  {
    pattern: /^\p{Script=Han}{2,3}(?=县(?:委|政府|人大|政协))/u,
    to: '',
    example: ['云溪县政府办', '县政府办'],
  },
  {
    pattern:
      /^(?!相关|有关|各|其他)(?:\p{Script=Han}{2,3})?县(?!委|政府|人大|政协|直|级|属)(?=\p{Script=Han}{2})/u,
    to: '',
    example: ['县科技经信局', '科技经信局'],
  },
  { pattern: /人民政府/u, to: '政府', example: ['县人民政府办', '县政府办'] },
  { pattern: /办公室$/u, to: '办', example: ['县委办公室', '县委办'] },
];

/**
 * The form in which names of units are compared: county prefix, 等, white space and long forms dropped. What a person
 * wrote is kept elsewhere; two units never share a key unless their names differ only in these ways.
 */
export function unitKey(name: string): string {
  const folded = name.normalize('NFKC').trim();
  return RULES.reduce((s, rule) => s.replace(rule.pattern, rule.to), folded);
}

/** 相关乡镇, 各有关部门, 相关企业: an open group, not a unit (domain.md section 1). */
export function isOpenGroup(name: string): boolean {
  return /^(?:各|有关|相关|其他)|各(?:单位|部门|乡镇|街道|企业|村)$/u.test(unitKey(name));
}

export const UNIT_KEY_EXAMPLES = RULES.map((r) => r.example);
