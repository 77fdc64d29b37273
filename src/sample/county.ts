/** 清岚县: a county that does not exist, for the first look at the product. Pure data. */
export const COUNTY = '清岚县';

export type SampleUnit = {
  name: string;
  aliases: string[];
};

/** 相关乡镇 and the like; without members where the office has not decided yet. */
export type SampleGroup = { name: string; members: string[] };

export const UNITS: SampleUnit[] = [
  { name: '县委办', aliases: ['县委办公室'] },
  { name: '县政府办', aliases: ['县政府办公室', '政府办'] },
  { name: '县人大办', aliases: ['县人大常委会办公室'] },
  { name: '县政协办', aliases: ['县政协办公室'] },
  {
    name: '科技经信局',
    aliases: ['县科技经信局', '科经局', '经信局', '工信局', '科技经济信息化局'],
  },
  { name: '发改局', aliases: ['县发改局', '发改委', '发展改革局'] },
  { name: '财政局', aliases: ['县财政局'] },
  { name: '自然资源局', aliases: ['县自然资源局', '自然资源和规划局', '自规局'] },
  { name: '生态环境分局', aliases: ['市生态环境局清岚分局', '环保局'] },
  { name: '住建局', aliases: ['县住建局', '住房城乡建设局'] },
  { name: '人社局', aliases: ['县人社局', '人力资源社会保障局'] },
  { name: '商务局', aliases: ['县商务局'] },
  { name: '市场监管局', aliases: ['县市场监管局', '市监局'] },
  { name: '应急管理局', aliases: ['县应急管理局', '应急局'] },
  { name: '农业农村局', aliases: ['县农业农村局', '农业局'] },
  { name: '林业局', aliases: ['县林业局'] },
  { name: '交通运输局', aliases: ['县交通运输局', '交通局'] },
  { name: '统计局', aliases: ['县统计局'] },
  { name: '税务局', aliases: ['县税务局'] },
  { name: '数据资源局', aliases: ['县数据资源局', '数据局'] },
  { name: '政务服务局', aliases: ['县政务服务局', '政务服务中心'] },
  { name: '金融服务中心', aliases: ['县金融服务中心', '金融办'] },
  { name: '招商服务中心', aliases: ['县招商服务中心', '招商中心'] },
  { name: '茶产业发展中心', aliases: ['县茶产业发展中心', '茶产业中心'] },
  { name: '开发区', aliases: ['清岚经济开发区', '经开区', '开发区管委会'] },
  { name: '供电公司', aliases: ['县供电公司', '国网清岚供电公司'] },
  { name: '桐树湾镇', aliases: ['桐树湾'] },
  { name: '梅坞镇', aliases: ['梅坞'] },
  { name: '石磨镇', aliases: ['石磨'] },
  { name: '竹坪乡', aliases: ['竹坪'] },
  { name: '云脚乡', aliases: ['云脚'] },
];

export const GROUPS: SampleGroup[] = [
  { name: '各乡镇', members: ['桐树湾镇', '梅坞镇', '石磨镇', '竹坪乡', '云脚乡'] },
  { name: '相关乡镇', members: ['桐树湾镇', '梅坞镇', '竹坪乡'] },
  { name: '相关企业', members: [] },
  { name: '相关部门', members: [] },
];
