import { asks } from '../text/asks.ts';
import { isTurnedRound, opensTurned } from '../text/turned-round.ts';
import { type CommandRule, type Groups, NAME, plain, rule, SP, UNIT_NAME } from './command-rule.ts';
import type { AdminCommand, PersonRole } from './intent.ts';

const ROLES: [RegExp, PersonRole][] = [
  [/副联络员|备用联络员|第二联络员/, 'deputy'],
  [/联络员|联系人|填报人|经办人/, 'liaison'],
  [/督办人员|督办员|督办/, 'office'],
  [/领导/, 'leader'],
  [/管理员|管理/, 'admin'],
  [/干部|成员/, 'member'],
];
const ROLE =
  '(?:主|第一)联络员|副联络员|备用联络员|第二联络员|联络员|联系人|填报人|经办人|督办人员|督办员|分管领导|主要领导|领导|管理员|干部|成员';

const LIAISON = '(?:联络员|联系人|填报人|经办人)';

const roleOf = (text: string | undefined): PersonRole =>
  ROLES.find(([word]) => word.test(text ?? ''))?.[1] ?? 'liaison';

function person(kind: 'set-person' | 'remove-person') {
  return (g: Groups): AdminCommand => ({
    kind,
    role: roleOf(g.role),
    ...(g.person && { person: g.person }),
    ...(g.unit && { unit: g.unit }),
  });
}

/** Units, chats and people: who is bound to what, who may do what. */
const RULES: readonly CommandRule[] = [
  rule(`认领管理员${SP}[:]?${SP}(?<code>[a-z0-9-]{4,40})`, '认领管理员 K7Q2M9', ({ code }) =>
    code ? { kind: 'claim-admin', code } : undefined,
  ),
  plain(
    '我是(?:谁|哪个单位(?:的)?|哪个局(?:的)?|什么(?:身份|角色|权限|单位(?:的)?))|我的(?:身份|单位|角色|权限|信息|资料)(?:是什么|是啥)?|(?:看下|查看|查)?我(?:是)?在哪个(?:单位|局)|我有(?:什么|哪些)权限',
    '我是谁',
    { kind: 'who-am-i' },
  ),
  plain(
    '解除绑定|解绑|取消绑定|(?:把)?(?:本群|这个群|群)?(?:的)?(?:绑定)(?:解除|取消|去掉)|(?:本群|这个群)解绑',
    '解除绑定',
    { kind: 'unbind' },
  ),
  rule(
    `(?:把)?(?:本群|这个群|该群|我们?)?(?:要|重新|改|换)?(?:绑定|绑)(?:到|为|成|单位)?${SP}[:]?${SP}(?<unit>${UNIT_NAME})?(?:单位)?`,
    '绑定 科技经信局',
    ({ unit }) => ({
      kind: 'bind-unit',
      ...(unit && { unit }),
    }),
  ),
  rule(
    `(?:把)?(?:本群|这个群)(?:绑|绑定)?(?:到|给|是|为|设为|设成)(?<unit>${UNIT_NAME})(?:的群|群)?`,
    '本群是统计局的群',
    ({ unit }) => (unit ? { kind: 'bind-unit', unit } : undefined),
  ),
  rule(
    `(?:别名|简称)${SP}[:]?${SP}(?<alias>${UNIT_NAME})${SP}(?:=|就?是|即|等于|->|→)${SP}(?<unit>${UNIT_NAME})`,
    '别名 科经局=科技经信局',
    aliasOf,
  ),
  rule(
    `(?:别名|简称)\\s+(?<alias>${UNIT_NAME})\\s+(?<unit>${UNIT_NAME})`,
    '别名 科经局 科技经信局',
    aliasOf,
  ),
  rule(
    `(?:以后|今后)?(?:把|将)(?<alias>${UNIT_NAME})(?:都|就)?(?:当作|当成|视为|看作|算作|认作)(?:是)?(?<unit>${UNIT_NAME})`,
    '以后把科经局当作科技经信局',
    aliasOf,
  ),
  rule(
    `(?<unit>${UNIT_NAME})${SP}(?:的)?(?:别名|简称|又叫|也叫|简称为|别名为|又称)${SP}(?:是|为|:)?${SP}(?<alias>${UNIT_NAME})`,
    '科技经信局又叫科经局',
    aliasOf,
  ),
  rule(
    `(?<group>(?:相关|有关|各)[^\\s=,。]{2,10}?)${SP}(?:=|:|包括|指|就是|是指|有)${SP}(?<members>.{2,400})`,
    '相关乡镇 = 城关镇、大桥镇',
    ({ group, members }) => {
      const names = (members ?? '').split(/[、,，;；\s]+|和|及/).filter((n) => n.length >= 2);
      return group && names.length > 0 && !asks(members ?? '')
        ? { kind: 'group-members', group, members: names }
        : undefined;
    },
  ),
  rule(
    `(?<unit>${UNIT_NAME})?(?:的|现在|目前)*(?:主|副)?${LIAISON}(?:现在|目前)?(?:是谁|是哪位|是哪个|是哪些人|都?有谁|有哪些人?|叫什么(?:名字)?|[?]+)[?]*`,
    '统计局的联络员是谁',
    ({ unit }) => (unit && asks(unit) ? undefined : { kind: 'who-is', ...(unit ? { unit } : {}) }),
  ),
  rule(
    `(?:我们?|咱们?)(?:这边|这里|局|单位)?(?:的)?谁是(?:主|副)?${LIAISON}[?]*`,
    '我这边谁是联络员',
    () => ({ kind: 'who-is' }),
  ),
  rule(
    `谁是(?<unit>${UNIT_NAME})(?:的)?(?:主|副)?${LIAISON}[?]*`,
    '谁是统计局的联络员',
    ({ unit }) => (unit ? { kind: 'who-is', unit } : undefined),
  ),
  plain(
    `(?:查看|看|看下|看看|看一下|列出|列一下|发一下)?(?:所有|全部|全县|各)?(?:的)?(?:单位|${LIAISON})(?:列表|名单|清单|名录|一览表?)|有哪些单位[?]*|单位有哪些[?]*`,
    '单位列表',
    { kind: 'unit-list', missing: false },
  ),
  plain(
    `(?:现在|目前|还有?)*(?:哪些|哪几个|什么|多少个?)单位(?:还|都)?(?:没有?|未|尚未)(?:绑定?|登记|设置?|指定|确定|明确|有)?(?:过)?(?:群|单位群|${LIAISON})?(?:的)?[?]*|(?:还)?(?:没有?|未|尚未)(?:绑定|登记|设置)(?:群|${LIAISON})?的?单位(?:有哪些|名单|列表)?[?]*|(?:还)?有?哪些群(?:还)?(?:没有?|未)绑定?(?:单位)?[?]*|(?:没有|无)${LIAISON}的单位(?:有哪些|名单)?[?]*`,
    '哪些单位还没绑定',
    { kind: 'unit-list', missing: true },
  ),
  rule(
    `(?:把|将|让|设置|设|任命|指定|安排|添加|增加|新增|加)${SP}(?<person>[^\\s,。、的]{2,12}?)${SP}(?:设置?|改|换|调整|变更)?(?:为|成为|担任)${SP}(?<unit>${UNIT_NAME})?${SP}(?:的)?${SP}(?<role>${ROLE})`,
    '设置 任为民 为 科技经信局 联络员',
    person('set-person'),
  ),
  rule(
    `(?:把|将|让|设置|设|任命|指定|安排|添加|增加|新增|加)${SP}(?<person>${NAME})${SP}(?:设置?|改|换|调整|变更)?(?:为|成|做|当|任|担任)${SP}(?<unit>${UNIT_NAME})?${SP}(?:的)?${SP}(?<role>${ROLE})`,
    '设置 张三 为 科技经信局 联络员',
    person('set-person'),
  ),
  rule(
    `(?!谁|哪)(?<person>${NAME})(?:是|任|担任)(?<unit>${UNIT_NAME})?(?:的)?(?<role>${ROLE})`,
    '李明是高新区的联络员',
    (g) => (asks(`${g.person}${g.unit ?? ''}`) ? undefined : person('set-person')(g)),
  ),
  rule(
    `(?<unit>${UNIT_NAME})(?:的)?(?:人|同志|${LIAISON})?(?:换|变动?|调整|调走)(?:人)?了?(?:人)?[,，](?:现在|新)?的?(?<role>${ROLE})(?:改|换)?(?:是|为|由|叫)(?<person>${NAME})`,
    '财政局换人了，新联络员是周涛',
    person('set-person'),
  ),
  rule(
    `(?<unit>${UNIT_NAME})?(?:的)?(?<role>${ROLE})(?:改|换|变更|调整|更换|更新)(?:成|为|到|给)?${SP}(?<person>${NAME})?`,
    '开发区的联络员换成李四',
    person('set-person'),
  ),
  rule(
    `(?:设置?|指定|更换|变更|更新|换|换一?[个下]|修改|改)${SP}(?<unit>${UNIT_NAME})?(?:的)?(?<role>${ROLE})${SP}(?:为|成|是|:)?${SP}(?<person>${NAME})?`,
    '更换联络员',
    person('set-person'),
  ),
  rule(
    `(?:再|新|给)?(?<unit>${UNIT_NAME})?${SP}(?:添加|增加|新增|加|增设|补)(?:一下|一?个|一?名|一?位)?(?<unit2>${UNIT_NAME})?(?:的)?(?<role>${ROLE})${SP}[:]?${SP}(?<person>${NAME})?`,
    '加一个联络员',
    ({ unit, unit2, ...g }) => {
      const named = (unit2 ?? unit)?.replace(/^给/, '');
      return person('set-person')({ ...g, ...(named && { unit: named }) });
    },
  ),
  rule(
    `(?:删除|删掉|删|去掉|移除|撤掉|取消|撤销|免去)${SP}(?:(?<owner>[^\\s,。、的]{2,4})${SP}的${SP}(?<unit>${UNIT_NAME})?|(?<person>${NAME})?${SP}(?<unit>${UNIT_NAME})?)${SP}(?:的)?${SP}(?<role>${ROLE})(?:身份|权限|资格)?${SP}(?<person2>${NAME})?`,
    '取消张三的管理员',
    ({ owner, person2, ...g }) => {
      const named = person2 ?? owner;
      return person('remove-person')({ ...g, ...(named && { person: named }) });
    },
  ),
];

/** 李明不是高新区的联络员, 相关乡镇不包括大桥镇: what is denied, or is over, is no order. */
export const PEOPLE_RULES: readonly CommandRule[] = RULES.map((rule) => ({
  ...rule,
  read: (g, ...rest) => {
    const names = [g.person, g.unit, g.alias, g.group].flatMap((n) => n ?? []);
    return names.some((n) => isTurnedRound(n) || opensTurned(n))
      ? undefined
      : rule.read(g, ...rest);
  },
}));

function aliasOf({ alias, unit }: Groups): AdminCommand | undefined {
  return alias && unit && !asks(`${alias}${unit}`) ? { kind: 'alias', alias, unit } : undefined;
}
