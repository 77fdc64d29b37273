import { describe, expect, test } from 'vitest';
import { COUNTY, GROUPS, UNITS } from '../../src/sample/county.ts';
import { planText, policyText } from '../../src/sample/documents.ts';
import { CHATS, PEOPLE } from '../../src/sample/people.ts';
import { samplePlan } from '../../src/sample/plan.ts';
import { samplePolicies } from '../../src/sample/policies.ts';

const NAMES = new Set([...UNITS, ...GROUPS].map((u) => u.name));

describe('the sample county', () => {
  test('gives each name to one unit only', () => {
    const all = [...UNITS.flatMap((u) => [u.name, ...u.aliases]), ...GROUPS.map((g) => g.name)];
    expect(all.filter((n, i) => all.indexOf(n) !== i)).toEqual([]);
    expect(UNITS.length).toBeGreaterThanOrEqual(18);
  });

  test('has people of every role, and one from outside', () => {
    const count = (role: string) => PEOPLE.filter((p) => p.role === role).length;
    expect(count('干部')).toBeGreaterThanOrEqual(2);
    expect(count('联络员')).toBeGreaterThanOrEqual(6);
    expect(count('督办人员')).toBe(2);
    expect(count('领导')).toBe(2);
    expect(count('管理员')).toBe(1);
    expect(count('企业人员')).toBe(1);
    expect(new Set(PEOPLE.map((p) => p.openId)).size).toBe(PEOPLE.length);
    expect(PEOPLE.filter((p) => !/^ou_[a-z]+$/.test(p.openId))).toEqual([]);
  });

  test('has one main liaison at most in a unit, and puts people only into units it knows', () => {
    const mains = PEOPLE.filter((p) => p.duty === 'main').map((p) => p.unit);
    expect(new Set(mains).size).toBe(mains.length);
    expect(PEOPLE.filter((p) => p.duty && !NAMES.has(p.unit))).toEqual([]);
  });

  test('shows every road of a reminder: liaison, bound group, office', () => {
    const mains = new Set(PEOPLE.filter((p) => p.duty === 'main').map((p) => p.unit));
    const bound = new Set(CHATS.map((c) => c.boundTo));
    const leads = new Set(samplePlan(2026).tasks.flatMap((t) => t.leadUnits));
    const road = (u: string) => (mains.has(u) ? 'liaison' : bound.has(u) ? 'group' : 'office');
    expect(new Set([...leads].map(road))).toEqual(new Set(['liaison', 'group', 'office']));
  });

  test('keeps the person from outside out of the work groups', () => {
    const known = new Set(PEOPLE.map((p) => p.openId));
    expect(CHATS.flatMap((c) => c.members).filter((m) => !known.has(m))).toEqual([]);
    const outsider = PEOPLE.find((p) => p.role === '企业人员')?.openId ?? '';
    expect(CHATS.filter((c) => c.members.includes(outsider)).map((c) => c.name)).toEqual([
      '惠企政策咨询群',
    ]);
    expect(CHATS.filter((c) => c.boundTo)).toHaveLength(1);
  });

  test('knows the members of its groups', () => {
    const units = new Set(UNITS.map((u) => u.name));
    expect(GROUPS.flatMap((g) => g.members).filter((m) => !units.has(m))).toEqual([]);
    expect(GROUPS.find((g) => g.name === '相关乡镇')?.members.length).toBeGreaterThan(1);
  });
});

describe('the sample plan', () => {
  const { tasks, title } = samplePlan(2026);

  test('has at least sixty tasks, in every month and over the whole year', () => {
    expect(tasks.length).toBeGreaterThanOrEqual(60);
    const months = new Set(tasks.map((t) => t.month));
    expect([...months]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, null]);
    expect(title).toContain('2026年');
  });

  test('gives each task to units that the county knows, 等 aside', () => {
    const written = tasks.flatMap((t) => [...t.leadUnits, ...t.coopUnits]);
    expect(written.filter((n) => !NAMES.has(n.replace(/等$/, '')))).toEqual([]);
    expect(written.some((n) => n.endsWith('等'))).toBe(true);
    expect(tasks.filter((t) => t.leadUnits.length === 0)).toEqual([]);
    expect(tasks.filter((t) => t.leadUnits.length > 1).length).toBeGreaterThan(2);
  });

  test('says nothing twice', () => {
    expect(new Set(tasks.map((t) => t.content)).size).toBe(tasks.length);
  });

  test('speaks of the year it is asked for', () => {
    const later = planText(2031);
    expect(later.match(/20\d\d(?=年)/g)?.filter((y) => !/203[012]/.test(y))).toEqual([]);
  });
});

describe('the sample policies', () => {
  const [measures, rules, scheme] = samplePolicies(2026).map(policyText);

  test('say what a first recognition as high-tech firm is worth, with condition, cap and renewal', () => {
    const sentence = measures?.split('\n').find((l) => l.startsWith('对首次认定的高新技术企业'));
    for (const part of ['20万元', '复审', '8万元', '研发费用不低于100万元', '最高不超过28万元'])
      expect(sentence).toContain(part);
  });

  test('are in force in the year they are asked for', () => {
    expect(measures).toContain('自2025年3月1日起施行，有效期至2027年12月31日');
  });

  test('say when, where and with what to apply', () => {
    expect(rules).toContain('4月1日至5月31日');
    expect(rules).toContain('惠企政策窗口');
  });

  test('hold a table of who does what in an annex', () => {
    expect(scheme).toContain('竹木新材料\t林业局\t');
  });
});

test('no county is named but the invented one', () => {
  const all = [planText(2026), ...samplePolicies(2026).map(policyText)].join('\n');
  const rest = all
    .replaceAll(COUNTY, '')
    .replace(/[全我本]县|县(?=委|政|人大|级|内|外|财政|领导|直|门户)/g, '');
  expect(rest.match(/.{0,6}(?<!上)[县市省](?!级|场|外|惠).{0,2}/gu) ?? []).toEqual([]);
});
