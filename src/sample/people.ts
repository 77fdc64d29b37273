/** Invented people of the sample county and the groups they sit in. Pure data. */
export type SamplePerson = {
  openId: string;
  name: string;
  /** What the chat page shows beside the name. */
  role: '干部' | '联络员' | '督办人员' | '领导' | '管理员' | '企业人员';
  /** 县政府 and firms are no units of the plan. */
  unit: string;
  /** Place in the unit; absent for leaders and for people from outside. */
  duty?: 'main' | 'deputy' | 'member';
  /** Rights beyond the unit. */
  rights?: ('office' | 'leader' | 'admin')[];
};

/** A group chat; `boundTo` is the unit it already speaks for. */
export type SampleChat = { chatId: string; name: string; members: string[]; boundTo?: string };

export const PEOPLE: SamplePerson[] = [
  liaison('ou_xuqinghe', '许青禾', '科技经信局', 'main'),
  liaison('ou_yanzhujun', '严竹君', '科技经信局', 'deputy'),
  liaison('ou_tangyiming', '唐一鸣', '开发区', 'main'),
  liaison('ou_heshuyuan', '何书远', '开发区', 'deputy'),
  liaison('ou_chengyanzhou', '程砚舟', '县政府办', 'main'),
  liaison('ou_zouwenzhao', '邹文昭', '县委办', 'main'),
  liaison('ou_luoxiaotang', '罗晓棠', '发改局', 'main'),
  liaison('ou_mengyifan', '孟一帆', '财政局', 'main'),
  liaison('ou_taorannian', '陶然年', '金融服务中心', 'main'),
  liaison('ou_xiedongli', '谢东篱', '供电公司', 'main'),
  liaison('ou_fanxiaoman', '范小满', '梅坞镇', 'main'),
  { openId: 'ou_qiaoyinuo', name: '乔一诺', role: '干部', unit: '科技经信局', duty: 'member' },
  { openId: 'ou_dingyuning', name: '丁雨宁', role: '干部', unit: '茶产业发展中心', duty: 'member' },
  office('ou_shenruoxi', '沈若溪'),
  office('ou_hanlidong', '韩立冬'),
  { openId: 'ou_guhuaijin', name: '顾怀瑾', role: '领导', unit: '县政府', rights: ['leader'] },
  { openId: 'ou_zhoumingqian', name: '周明谦', role: '领导', unit: '县政府', rights: ['leader'] },
  {
    openId: 'ou_luzhiyuan',
    name: '陆知远',
    role: '管理员',
    unit: '科技经信局',
    duty: 'member',
    rights: ['admin'],
  },
  { openId: 'ou_weichangfeng', name: '魏长风', role: '企业人员', unit: '竹间新材料有限公司' },
];

/** 分管: which leader is in charge of which units. */
export const CHARGES: { openId: string; units: string[] }[] = [
  { openId: 'ou_guhuaijin', units: ['县政府办', '发改局', '财政局', '金融服务中心', '统计局'] },
  { openId: 'ou_zhoumingqian', units: ['科技经信局', '开发区', '招商服务中心', '供电公司'] },
];

const OUTSIDER = 'ou_weichangfeng';

export const CHATS: SampleChat[] = [
  {
    chatId: 'oc_qinglan_county',
    name: '清岚县工业重点工作群',
    members: PEOPLE.map((p) => p.openId).filter((id) => id !== OUTSIDER),
  },
  {
    chatId: 'oc_qinglan_kejing',
    name: '科技经信局工作群',
    members: [...membersOf('科技经信局'), 'ou_luzhiyuan'],
  },
  { chatId: 'oc_qinglan_kaifaqu', name: '开发区工作群', members: membersOf('开发区') },
  {
    chatId: 'oc_qinglan_tea',
    name: '茶产业发展中心工作群',
    members: [...membersOf('茶产业发展中心'), 'ou_shenruoxi'],
    boundTo: '茶产业发展中心',
  },
  {
    chatId: 'oc_qinglan_firms',
    name: '惠企政策咨询群',
    members: [OUTSIDER, 'ou_xuqinghe', 'ou_qiaoyinuo', 'ou_shenruoxi'],
  },
];

function liaison(
  openId: string,
  name: string,
  unit: string,
  duty: 'main' | 'deputy',
): SamplePerson {
  return { openId, name, role: '联络员', unit, duty };
}

function office(openId: string, name: string): SamplePerson {
  return { openId, name, role: '督办人员', unit: '科技经信局', duty: 'member', rights: ['office'] };
}

function membersOf(unit: string): string[] {
  return PEOPLE.filter((p) => p.unit === unit && !p.rights).map((p) => p.openId);
}
