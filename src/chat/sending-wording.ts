/** What the office is told of sending. */
export const sendingWords = {
  undeliverable: (who: string, code: number) =>
    `发给${who}的消息不能送达（${code}）。请核对其是否已离职、停用机器人或退群，并登记新的联络员。`,
  stopped: (code: number) =>
    `消息发送已暂停（${code}），请管理员在开发者后台检查应用状态、权限和版本。恢复后会自动补发。`,
  quota: (percent: number, calls: number, quota: number) =>
    `本月接口调用已用 ${calls} 次，占额度 ${quota} 次的 ${percent}%。${percent >= 90 ? '今后只发提醒和确认，其余留到下月 1 日或增加额度后再发。' : ''}`,
  waits:
    '已收到。本月的飞书接口额度即将用完，目前只发提醒和办理确认；这条答复会在下月 1 日上午发给您，反馈进展不受影响。',
};

/** What leaders and the office get by themselves, and who is in charge of which units. */
export const switchWords = {
  leaderDigest: ({ on, at }: { on: boolean; at: string }) =>
    on ? `每月最后一个工作日 ${at} 向领导发送当月汇总。` : '不再自动向领导发送每月汇总。',
  dispatch: ({ on, day, at }: { on: boolean; day: number; at: string }) =>
    on
      ? `调度会按每月${day}日（遇休息日提前），调度材料在前一个工作日 ${at} 发督办人员。`
      : '不再自动发送调度材料，需要时发送“调度材料”。',
  undone: (now: string) => `已撤销，恢复为之前的安排：${now}`,
  notLeader: (name: string) =>
    `${name}还没有登记为领导，没有改动。请管理员先发送“设置 ${name} 为 领导”。`,
  charge: (name: string, units: string[], on: boolean) =>
    on
      ? `已登记：${name}分管${units.join('、')}。`
      : `已取消：${name}不再分管${units.join('、')}。`,
  chargeSame: '分管情况本来就是这样，没有改动。',
  chargeLine: (name: string, units: string[]) => `${name}：${units.join('、')}`,
  noCharges: '还没有登记分管情况，可发送“设置 姓名 分管 单位、单位”。',
  chargeUndone: '已撤销，分管情况恢复为之前的登记。',
};
