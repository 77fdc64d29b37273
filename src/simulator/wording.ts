/** What the pocket Feishu says to the people who use it. */
export const say = {
  unknownPerson: '没有这个人，请重新选择身份',
  unknownChat: '没有这个会话，或您不在其中',
  unknownMessage: '没有这条消息',
  unknownFile: '没有这个文件，可能已随重置清除',
  notYourMessage: '只能撤回自己发出的消息',
  alreadyRecalled: '该消息已撤回',
  tooOldToRecall: '发出超过 24 小时的消息不能撤回',
  emptyMessage: '请输入内容或选择文件',
  badBody: '请求内容不是有效的 JSON',
  noFile: '请选择要发送的文件',
  emptyFile: '文件是空的，请重新选择',
  fileTooLarge: '文件不能超过 100 MB',
  notP2p: '只能打开与机器人的单聊',
  badInstant: '时间格式有误，例如 2026-03-01T09:00:00+08:00',
  clockBack: '时钟只能往前走，不能回到过去',
  notACard: '这条消息不是卡片',
  badAction: '点击内容有误',
  fault: '口袋飞书出错，请重试',
} as const;

/** The client's error line under a card (open.feishu.cn 处理卡片回调, 客户端错误码). */
const CALLBACK_ERRORS: Record<number, string> = {
  200340: '应用未配置回调地址，请联系应用管理员',
  200341: '请求超时：应用未在 3 秒内响应，请稍后重试',
  200342: '无法连接应用服务，请稍后重试',
  200343: '应用回调地址解析失败，请联系应用管理员',
  200530: '卡片表单中有组件缺少 name，无法提交',
  200671: '应用返回了错误的状态码，请稍后重试',
  200672: '应用返回内容的格式有误，请联系应用管理员',
  200673: '应用返回的卡片有误，请联系应用管理员',
  200750: '该卡片发送已超过 14 天，不能再操作',
  200830: '卡片更新失败：JSON 2.0 卡片不能更新为 1.0 卡片',
};

export function callbackError(code: number): { code: number; message: string } {
  return { code, message: `${CALLBACK_ERRORS[code] ?? '操作失败'}（${code}）` };
}

/** What a message that is neither text nor card looks like in a line of text. */
const PLACEHOLDERS: Record<string, string> = {
  audio: '[语音]',
  media: '[视频]',
  sticker: '[表情]',
  folder: '[文件夹]',
  share_chat: '[群名片]',
  share_user: '[个人名片]',
  merge_forward: '[聊天记录]',
  location: '[位置]',
  todo: '[任务]',
  vote: '[投票]',
};

export const line = {
  card: '[卡片]',
  image: '[图片]',
  file: (name: string) => `[文件] ${name}`,
  other: (type: string) => PLACEHOLDERS[type] ?? '[暂不支持的消息]',
  everybody: '所有人',
  recalled: (name: string) => `${name}撤回了一条消息`,
  botAdded: (who: string, bot: string) => `${who}将机器人“${bot}”添加到群聊`,
  botRemoved: (who: string, bot: string) => `${who}将机器人“${bot}”移出群聊`,
  groupMade: (who: string) => `${who}创建了群聊`,
};

export const login = {
  title: (app: string) => `登录 ${app}`,
  choose: '请选择登录身份（口袋飞书，仅供试用）',
  refuse: '拒绝授权',
  badApp: '应用不存在（client_id 有误）',
  badRedirect: '重定向地址不在应用的安全设置中（错误码 20029）',
  badType: 'response_type 应为 code',
};
