import type { DirectoryMatches, Match } from './match-directory.ts';
import type { ReadDirectory } from './read-directory.ts';
import type { Synced } from './sync-directory.ts';

const some = (names: string[], most: number) =>
  names.length <= most
    ? names.join('、')
    : `${names.slice(0, most).join('、')}等 ${names.length} 个`;

export const syncWords = {
  title: '通讯录与单位对照',
  tag: '待确认',
  head: (sure: number, near: number) =>
    `名称一致 **${sure}** 个，名称相近 **${near}** 个。确认后，部门名称也指该单位，部门人员登记为该单位干部；已有的联络员和绑定不变。`,
  sureTitle: '名称一致',
  nearTitle: '名称相近，请核对',
  line: (m: Match) =>
    `${m.unit} ↔ ${m.department}（${m.members.length} 人）${
      m.liaison ? `，联络员拟为 ${m.liaison.name}` : ''
    }`,
  rest: (list: DirectoryMatches) =>
    [
      ...(list.unitsLeft.length > 0 ? [`没有对应部门的单位：${some(list.unitsLeft, 20)}。`] : []),
      ...(list.departmentsLeft.length > 0
        ? [`没有对应单位的部门：${some(list.departmentsLeft, 20)}。`]
        : []),
    ].join('\n'),
  more: (n: number) => `……另有 ${n} 个，确认时一并办理`,
  failed: (names: string[]) =>
    `有 ${names.length} 个部门的人员没有读到：${some(names, 8)}。可稍后再同步一次。`,
  none: '通讯录中没有与单位名称对应的部门，没有改动。',
  confirmSure: '确认名称一致的',
  confirmAll: '连同相近的一起确认',
  drop: '不同步',
  dropped: '没有同步，没有改动。',
  settledBefore: '这次对照已经处理过，没有重复操作。',
  done: ({ units, people, liaisons }: Synced) =>
    `已对照 ${units} 个单位，新登记干部 ${people} 人${liaisons > 0 ? `（其中联络员 ${liaisons} 人）` : ''}。`,
  undone: '已撤销，单位和人员恢复为同步前的样子。',
  fault: (fault: Exclude<ReadDirectory, { kind: 'read' }>) =>
    fault.kind === 'no-permission'
      ? `没有读取通讯录的权限（${fault.code}），没有改动。请管理员在开发者后台开通“获取通讯录基本信息”“获取部门组织架构信息”权限，把通讯录权限范围设为全部成员，并发布新版本。`
      : `通讯录暂时读不到（${fault.reason}），没有改动。请稍后再试。`,
};
