import { shortDay } from '../text/short-day.ts';

/** What the office and liaisons are told of review, 代填, 转办 and 交接. */
export const words = {
  reviewOn: '已开启办结审核：牵头单位报已完成后，由督办人员审核，通过后计为完成。',
  reviewOff: (waiting: number) =>
    `已关闭办结审核：今后报已完成即计为完成。${waiting > 0 ? `已提交的 ${waiting} 项仍待审核，可发送“待答复”办理。` : ''}`,
  reviewOnBefore: '办结审核本来就是开启的，没有改动。',
  reviewOffBefore: '办结审核没有开启，没有改动。',
  proxyHow: '请写明单位、第几项和情况，例如“代填 科技经信局 第1项已完成（电话，张三）”。没有改动。',
  proxyNobody: (whom: string) =>
    `没有找到单位“${whom}”，没有改动。请写单位全称或简称，例如“代填 科技经信局 第1项已完成（电话，张三）”。`,
  oneOrderAtATime: '一次只能调整一项任务，请逐项发送，例如“科技经信局第1项改到5月”。没有改动。',
  notYourUnits: (unit: string) =>
    `没有记录：这句话写的是${unit}，不是您登记的单位。${unit}的情况由该单位自己反馈，或由督办人员代填；如是贵单位的情况，请去掉开头的单位名称再发一次。`,
  proxyNoItems: (unit: string) => `${unit}本月没有事项，没有改动。`,
  proxyNoItem: (unit: string, lines: string[], no: number) =>
    `没有改动：${unit}的清单没有第${no}项。请照清单的序号重发：\n${lines.join('\n')}`,
  proxyLine: (no: number, content: string) => `${no}. ${content}`,
  proxySource: (source: string) => `来源：${source}`,
  proxySources: ['电话', '当面', '书面材料', '微信'],
  proxyWhence: '还没有登记。请点选来源：',
  proxyStill: '还没有登记。如已与该单位核实，请点“登记”：',
  proxyToUnit: (office: string, source: string, lines: string[]) =>
    [`督办人员 ${office} 代贵单位填报（${source}）：`, ...lines, '如有出入，请直接回复更正。'].join(
      '\n',
    ),
  proxyAgainst: (unit: string, no: number, state: string, note: string) =>
    `${unit}自己报的第${no}项是${state}${note ? `：“${note}”` : ''}。`,
  proxyUntold: (unit: string) => `${unit}没有联络员也没有绑定群，未能告知。`,
  proxyTold: (unit: string) => `已告知${unit}，如有出入可自行更正。`,
  transferHow: '请写明第几项和交给谁，例如“转办 第3项 给 王五”。没有改动。',
  transferOnlyLiaison: '单位内部转办由联络员办理，没有改动。',
  transferNoItem: (no: number) => `没有找到第 ${no} 项，没有改动。`,
  transferWhich: (no: number, contents: string[]) =>
    `有两份清单都有第 ${no} 项，没有改动：${contents.map((c) => `“${c}”`).join('、')}。请回复相应的卡片再转办。`,
  notInUnit: (name: string, unit: string) =>
    `${unit}没有登记叫“${name}”的人员，没有改动。请先由督办人员登记其为干部或副联络员。`,
  twiceInUnit: (name: string) =>
    `有不止一位“${name}”，没有改动。请在单位群里同时@我和本人再说一遍。`,
  transferred: (no: number, content: string, name: string) =>
    `第${no}项“${content}”已转由${name}办理，其可直接反馈。`,
  transferredTo: (from: string, content: string, due: string) =>
    `${from} 将“${content}”（期限 ${shortDay(due)}）转由您办理，请在下面的卡片上反馈，或直接回复。`,
  transferUndone: (content: string) => `已撤销，“${content}”仍由联络员办理。`,
  handOverHow: '请写明接任人，例如“交接 李四”。接任人须先给我发过一条消息。没有改动。',
  handOverOnlyMain: '交接由单位的主联络员办理，没有改动。',
  handOverWhich: (units: string[]) =>
    `您是几个单位的联络员，请写明单位，例如“交接 ${units[0] ?? ''} 李四”。没有改动。`,
  handOverNobody: (unit: string) =>
    `${unit}没有登记主联络员，没有改动。请发送“设置 姓名 为 ${unit} 联络员”。`,
  handOverSame: (unit: string, name: string) => `${name}已是${unit}联络员，没有改动。`,
  handOverSelf: '接任人就是您本人，没有改动。',
  handOverTitle: '请核对交接',
  handOverAsk: (unit: string, from: string, to: string) =>
    `还没有交接。${unit}联络员由${from}交接给${to}。`,
  handOverStranger: (name: string, unit: string, units: string[]) =>
    units.length > 0
      ? `请注意：${name}是${units.join('、')}的人员，不是${unit}的人员。`
      : `请注意：${name}没有登记在${unit}。`,
  handOverItems: (open: number) =>
    open > 0 ? `一并移交 ${open} 项未完成事项：` : '目前没有未完成事项。',
  handOverMore: (more: number) => `……另有 ${more} 项`,
  handOverBeside: (instructions: string[], problems: string[]) => [
    ...(instructions.length > 0
      ? [`一并移交待报办理情况的批示件 ${instructions.length} 件：第 ${instructions.join('、')} 号`]
      : []),
    ...(problems.length > 0
      ? [`一并移交待解决的问题 ${problems.length} 个：第 ${problems.join('、')} 号`]
      : []),
  ],
  handOverThen: (unit: string, from: string, to: string) =>
    `确认后，今后的提醒发给${to}，${from}登记为${unit}干部。`,
  handOverAgree: '确认交接',
  handOverDrop: '取消',
  handOverDropped: '已取消交接，没有改动。',
  handOverOvertaken: '联络员已有变化，没有交接。请重新发送“交接 单位 姓名”。',
  handedOver: (unit: string, name: string, open: number) =>
    `${unit}联络员已由${name}接任${open > 0 ? `，${open} 项未完成事项一并移交` : ''}。原联络员仍登记为${unit}干部。`,
  takeOver: (unit: string, from: string, open: number, instructions: number, problems: number) =>
    `${from} 已将${unit}联络员工作移交给您，今后的提醒发给您。${open > 0 ? `未完成事项 ${open} 项，见后附卡片。` : '目前没有未完成事项。'}${
      instructions > 0 ? `待报办理情况的批示件 ${instructions} 件，一并附后。` : ''
    }${problems > 0 ? `待解决的问题 ${problems} 个，发送“问题清单”查看。` : ''}`,
  handOverOffice: (unit: string, from: string, to: string) =>
    `${unit}联络员由${from}交接给${to}。如有不妥，可发送“设置 姓名 为 ${unit} 联络员”调整。`,
  handOverUndone: (unit: string) => `已撤销，${unit}联络员恢复为原来的人员。`,
};
