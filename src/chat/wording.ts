import { clip } from '../feishu/card.ts';
import type { Person } from '../units/person.ts';

export const words = {
  helpTitle: '工信助手',
  hello: (name: string) => `${name}，您好。我能在这里为您做这些事，点按钮或直接发文字即可：`,
  groupHello: '各位好。在群里@我即可提问政策；本单位的提醒和反馈也可以在绑定后的群里办理。',
  helpAsk:
    '**问政策**：直接提问，例如“高新技术企业首次认定奖励多少？”。回答附原文和出处，文件里没有的会说明。企业可发送“对号入座”对照条件。',
  helpReport:
    '**报进展**：每月收到提醒后点按钮，或回复“第1项已完成，第2项25号前完成”。报错了发送“撤销”；要延期、有困难、不归本单位，直接说明即可。',
  helpOwn:
    '**查本单位**：“我的任务”查看待反馈事项；“问题清单”；联络员可“转办 第3项 给 王五”“交接 李四”。',
  helpLead:
    '**查进展、问政策**：例如“3月进度”“还有哪些单位没完成”“指标进度”“3月调度材料”“批示件”“高新技术企业首次认定奖励多少？”。',
  helpLeader:
    '**作批示**：直接回复进度卡片，或发“批示：请科技经信局……，本月底前”，确认后送牵头单位和督办人员；“关注第3项”，有新反馈会发给您。',
  helpOffice:
    '**管计划**：把计划文件（docx、xlsx、txt、pdf 等）直接发给我，核对后“发布”；“提醒预览”查看将发的提醒；“暂停推送”“恢复推送”；“新增任务 5月 …… 牵头：……”“暂缓 5月第3项”；“提取指标”核对年度指标；“设置 姓名 分管 单位”。',
  helpMatters:
    '**办事项**：“待答复事项”答复延期和归属；“问题清单”；“代填 科技经信局 第1项已完成（电话，张三）”；“开启办结审核”。',
  helpLibrary:
    '**管政策**：政策文件或飞书文档链接直接发给我入库；“未答问题”“答复 12 …”“标准答复”；“推送政策《文件名》给 财政局、统计局”；“《文件名》改为内部”“把《文件名》移出政策库”“哪些政策快到期了”；“给财政局加标签 园区单位”。',
  helpAdmin:
    '**管人员**：“设置 张三 为 科技经信局 联络员”“别名 科经局=科技经信局”；在单位群里@我发送“绑定 科技经信局”；“同步通讯录”“单位列表”“哪些单位还没绑定”。',
  helpBind: '**单位群**：在群里@我发送“绑定 科技经信局”，管理员同意后，提醒和反馈可以在群里办理。',
  helpOutsider:
    '您还没有登记到单位，目前可以查询公开政策；企业有诉求请发送“企业诉求：内容”，会转督办人员答复。登记请联系县里的督办人员。',
  buttons: {
    myTasks: '我的任务',
    undo: '撤销',
    progress: '本月进度',
    year: '年初以来进度',
    preview: '提醒预览',
    status: '计划情况',
    questions: '未答问题',
    help: '帮助',
    policy: '政策库有哪些文件',
    problems: '问题清单',
    matters: '待答复事项',
  },
  unknown: (text: string) => `没有听懂“${clip(text, 80)}”。您是不是想：`,
  chat: '您好，我是工信助手。发送“帮助”可以看到我能做的事。',
  failed: '这条消息处理时出了故障，没有改动任何数据。请稍后再发一次；如仍不行，请联系管理员。',
  clickFailed: '操作没有成功，没有改动任何数据，请稍后再试。',
  forged: '这个操作无效，没有改动任何数据。',
  done: '已处理',
  somebody: '同志',
  unitSomebody: '承办单位',
  // Administration
  notAllowed: (who: string) => `这项操作由${who}办理，没有改动。`,
  office: '督办人员',
  admin: '管理员',
  paused: '已暂停推送。提醒会保留，恢复后补发；各单位提问和反馈不受影响。',
  noSuchMonth: (month: string) => `没有“${month}”，请核对月份后再说一遍。没有改动。`,
  pausedBefore: '推送本来就是暂停的，没有改动。',
  resumed: '已恢复推送，暂停期间的提醒将陆续发出。',
  resumedBefore: '推送没有暂停，没有改动。',
  claimed: (name: string) => `${name}已成为管理员。可发送“帮助”查看能做的事。`,
  claimFailed: '没有成功：代码不对、已使用或已过 30 分钟。请重启服务获取新代码。',
  claimInPrivate: '认领管理员请在与我的私聊中进行，代码不要发在群里。',
  syncInPrivate: '同步通讯录请在与我的私聊中进行。',
  bindInGroup: '请在单位的群里@我发送“绑定 单位名称”。',
  bindWhich: '请写明单位，例如“绑定 科技经信局”。',
  unitUnknown: (name: string, near: string[]) =>
    near.length > 0
      ? `没有叫“${name}”的单位，没有改动。相近的有：${near.join('、')}。`
      : `没有叫“${name}”的单位，没有改动。单位来自已导入的计划，请先导入计划。`,
  bindAsked: (unit: string) => `已申请将本群绑定到${unit}，管理员确认后生效。`,
  bindAskTitle: '绑定申请',
  bindAsk: (person: string, chat: string, unit: string) =>
    `${person} 申请将群“${chat}”绑定到“${unit}”。绑定后，该单位没有联络员时提醒发到此群，群成员可代表该单位反馈。`,
  bindAgree: '同意',
  bindRefuse: '不同意',
  bound: (unit: string) => `本群已绑定到${unit}。`,
  boundBy: (chat: string, unit: string) => `已同意：群“${chat}”绑定到${unit}。`,
  bindRefused: (unit: string) => `绑定到${unit}的申请没有通过，没有改动。`,
  bindSettled: '这个申请已经处理过，没有重复操作。',
  unbound: (unit: string) => `本群与${unit}的绑定已解除。`,
  notBound: '本群没有绑定单位，没有改动。',
  personUnknown: (name: string) =>
    `没有找到“${name}”，没有改动。请让其先给我发一条消息，或在群里同时@我和本人再说一遍。`,
  personTwice: (name: string) => `有不止一位“${name}”，没有改动。请在群里同时@我和本人再说一遍。`,
  personWhich: '没有改动。请写明人员和单位，例如“设置 张三 为 科技经信局 联络员”。',
  personSet: (name: string, unit: string | undefined, post: string) =>
    `已将${name}登记为${unit ?? ''}${post}。`,
  seesCounty: (units: string[]) =>
    units.length > 0
      ? `今后可以看到全县各单位的情况；目前登记在${units.join('、')}。`
      : '请核对：此人没有登记在任何单位，今后可以看到全县各单位的情况。如有误，请点“撤销”。',
  mainExists: '（该单位已有主联络员，登记为副联络员）',
  personRemoved: (name: string, post: string) => `已取消${name}的${post}身份。`,
  postNotHeld: (name: string, post: string) => `${name}没有登记为${post}，没有改动。`,
  lastAdmin: '至少要保留一位管理员，没有改动。',
  aliasAdded: (alias: string, unit: string) => `以后“${alias}”就是${unit}。`,
  aliasKnown: (alias: string, unit: string) => `“${alias}”本来就是${unit}，没有改动。`,
  aliasInUse: (alias: string) => `“${alias}”是另一个单位的名称，不能作别名，没有改动。`,
  groupSet: (group: string, members: string[]) => `“${group}”今后指：${members.join('、')}。`,
  groupAskTitle: '请核对成员单位',
  groupAsk: (group: string, unknown: { name: string; near: string[] }[]) =>
    [
      `确定“${group}”的成员前，请核对库中没有的名称：`,
      ...unknown.map(({ name, near }) =>
        near.length > 0 ? `“${name}”（相近的有：${near.join('、')}）` : `“${name}”`,
      ),
      '如确为新单位，请点“登记并确定”；如是笔误，请改正后重发。目前没有改动。',
    ].join('\n'),
  groupAgree: '登记并确定',
  groupWrong: (name: string) => `“${name}”不是“相关乡镇”一类的泛称，没有改动。`,
  planStatusNone: '库中还没有计划。把计划文件发给我即可导入。',
  planStatus: (title: string, total: number, published: string | undefined) =>
    `《${title}》共 ${total} 项，${published ? `${published} 发布` : '草稿，尚未发布'}。`,
  planTasksHow: '看其中的任务，可以发送“本月任务”“全年未完成的任务”，或“导出台账”。',
  previewNone: '到下一次月度任务卡片为止，没有要发的提醒。',
  previewPast: (day: string) => `${day}已经过去。已发出的提醒可在看板“推送记录”查看。`,
  previewRest: (day: string) => `${day}是休息日，不发提醒。`,
  previewNothing: (day: string) => `${day}没有要发的提醒。`,
  previewHead: (when: string, units: number) => `${when}：将提醒 ${units} 个单位。`,
  importHow:
    '请把计划文件（docx、xlsx、xls、doc、pdf、txt、csv、md）直接发给我，我会先给您核对，确认后才存入。',
  whoAmI: (person: Person) => {
    const roles = [
      ...(person.roles.has('admin') ? ['管理员'] : []),
      ...(person.roles.has('office') ? ['督办人员'] : []),
      ...(person.roles.has('leader') ? ['领导'] : []),
      ...person.memberships.map(
        (m) => `${m.unitName}${{ main: '联络员', deputy: '副联络员', member: '干部' }[m.duty]}`,
      ),
    ];
    return roles.length > 0
      ? `您是${person.name}：${roles.join('，')}。`
      : `您是${person.name}，还没有登记到单位。登记请联系督办人员。`;
  },
  ownInPrivate: '请私聊我查看，群里不公开个人和单位的情况。',
  answeredAside: '已收到，办理情况请看与我的私聊，群里不公开。',
  privately: '请私聊我办理这件事，群里不公开。',
  logLevel: (level: string, minutes: number) =>
    `日志级别已改为 ${level}，${minutes} 分钟后自动恢复。几个进程共用数据库时，一分钟内都会生效。`,
  logLevelBack: '日志级别已恢复为启动时的设置。',
  tooMany: '您发得太快，后面的提问暂不回答，请稍等一分钟再问。填报进展不受影响，照常记录。',
  tooManyHere: '本群提问太多，后面的暂不回答，请稍等一分钟再问。填报进展不受影响，照常记录。',
  myTasksNone: (unit: string) => `${unit}目前没有待反馈的事项。`,
  myTasksTitle: (unit: string) => `${unit}待反馈事项`,
  // Messages without words
  voice:
    '语音暂不能识别，没有改动。请长按这条语音，点“语音转文字”，把文字发给我；或用输入法的语音输入。',
  heard: (text: string) => `听到的是：“${text}”`,
  heardTitle: '请核对语音内容',
  heardAsk: '语音识别可能有误，尚未办理。内容对的，请点“内容无误”；不对的，请直接发文字。',
  heardRight: '内容无误，办理',
  heardWrong: '不对，不办理',
  heardTaken: '已按这段语音办理，结果见回复。',
  heardDropped: '这段语音没有办理。请把内容发文字给我。',
  heardBefore: '这段语音已经处理过。',
  notYourVoice: '请由发语音的本人核对。',
  picture: '图片和视频暂不能识别。请用文字说明；计划和政策文件请以文件形式发送。',
  wordless: '这类消息暂不能办理，没有改动。请发文字，或把文件直接发给我；发送“帮助”查看能做的事。',
  // Files
  notFetched:
    '没有取到这个文件：可能超过 50 MB，或所在会话禁止下载。请拆分后重新发送，或用文字说明。',
  fileOnlyOffice:
    '计划和政策文件由督办人员导入，这个文件没有保存。报进展请用文字说明第几项和情况。',
  fileInGroup: '请在与我的私聊中发送文件。',
  fileSecret: '文件带有密级标志，已停止处理，内容没有保存。涉密文件请按保密规定线下办理。',
  fileNoDownload: '文件没有取到，请重新发送一次。',
  fileNotPlan: (name: string, reason: string) =>
    `已读取《${name}》，没有作为工作计划导入：${reason}`,
  fileAskTitle: '这是政策文件吗？',
  fileAsk: '如果是政策文件，请选择可查范围，入库后大家就能提问：',
  fileToStore: (name: string) => `将您发来的《${name}》存入政策库。`,
  planAsPolicy: '这份文件如果也要供大家提问，可存入政策库，请选择可查范围：',
  noFileSent: '近一天没有收到您发来的文件。请先把文件发给我，再说“存入政策库”。',
  fileMarked: '**文件标有“内部”字样，请选择“内部入库”。**',
  fileMarkedConfirm: {
    title: '文件标有“内部”字样',
    text: '公开后所有人和所有群都能查到其中内容。请确认已经批准公开。',
  },
  filePublic: '公开入库',
  fileInternal: '内部入库',
  fileInternalApart: '内部另存一份',
  filePublicApart: '公开另存一份',
  fileKnown: (kind: 'same' | 'version', title: string) =>
    kind === 'same'
      ? `库中已有内容相同的《${title}》。`
      : `库中已有《${title}》，内容不同。选择入库将替换原有版本；如果是另一份文件，请选择另存一份。`,
  feishuName: (title: string) => `${title || '无标题'}（飞书文档）.md`,
  linkRead: (name: string) =>
    `已读取《${name}》，提问时可打开原文。文档修改后重新发送链接即可更新。`,
  linkUnread: {
    'not-shared':
      '没有权限读取这份飞书文档。请在文档右上角“···—更多—添加文档应用”中添加本机器人，或把文档分享到机器人所在的群，再重新发送链接。',
    'not-there': '没有找到这份飞书文档，可能已删除或链接不完整，请核对后重新发送。',
    'other-type': '目前只能读取飞书文档（docx）和知识库中的文档，表格等请导出为文件后发送。',
  },
  fileDrop: '不入库',
  feedbackUseful: '已记录，谢谢。',
  feedbackUseless: '已记录，将转督办人员核对。',
  fileSettled: '这个文件已经处理过，没有重复操作。',
  policyEmpty: (name: string) => `《${name}》里没有读到文字，没有入库。`,
  fileDropped: '没有入库，文件内容没有保存。',
  policyAdded: (name: string, passages: number, visibility: string) =>
    `《${name}》已入库（${visibility}），共 ${passages} 条，现在可以提问了。`,
  policyKnown: (name: string) => `《${name}》已在库中，内容一致，没有改动。`,
  policyRemoved: (name: string) => `已撤销入库，《${name}》不再用于回答。`,
  policyRestored: (name: string, older: string) =>
    `已撤销入库，《${name}》不再用于回答，此前的版本《${older}》恢复使用。`,
  policyLost: (name: string) =>
    `已撤销入库，《${name}》不再用于回答。此前的版本没有留存原文，如需使用请重新入库。`,
  policyReplaced: '该文件此后已有新版本入库，请先撤销新版本。',
  public: '公开',
  internal: '内部',
};

/** Who speaks for which unit. */
export const peopleWords = {
  listHead: (n: number) => `共 ${n} 个单位：`,
  missingHead: (n: number) =>
    `有 ${n} 个单位还没有可以联系的联络员，也没有绑定群，或泛称还没有确定成员：`,
  noneMissing: '所有单位都已有联络员或绑定群。',
  noUnits: '库中还没有单位。单位来自已导入的计划，请先导入计划。',
  unit: (name: string, facts: string[]) => `${name}：${facts.join('；')}`,
  person: (duty: string, name: string, isGone: boolean) =>
    `${duty} ${name}${isGone ? '（消息不能送达）' : ''}`,
  noLiaison: '没有联络员',
  group: (name: string) => `群 ${name}`,
  noGroup: '没有绑定群',
  members: (names: string[]) => `成员 ${names.join('、')}`,
  noMembers: '还没有确定成员',
};
