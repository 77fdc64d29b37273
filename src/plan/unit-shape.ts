import { verbose } from '../text/verbose.ts';

/**
 * How the name of a unit ends. Tells whether a piece of text can be a whole name, so that a name broken by a line can
 * be told from two names on two lines.
 */
const ENDINGS = [
  // 县财政局、发改委、县委办、组织部、税务分局
  '局',
  '委',
  '办',
  '厅',
  '处',
  '(?<!公)司',
  '署',
  '(?<!内|全|外)部',
  '科',
  '(?:规划|财务|信息|综合|.{2})股',
  '(?:公|研究|督查|科|股|处|机要|档案|调研)室',
  // 管委会、商会、工商联、科协、残联
  '(?:委员|管委|监委|联合|协|商|工|学|基金|促进|研究|理事|十字|村委|居委|管|团)会',
  '(?:残|妇|侨|文|工商|台|科|社科|贫)联',
  '(?:科|政|作|记|企|贫|老)协',
  '政府|人大|政协|党委|党组|纪委监委|人大常委会|团县委|党工委|工委',
  // 医院、法院、检察院、研究所、执法大队
  '院|所|队|站|校|大学|学院|小学|中学|幼儿园|馆|台',
  '中心|基地|平台',
  '供销社|报社|合作社|信用社|联社|通讯社|旅行社',
  // 公司、银行、园区
  '公司|集团|银行|支行|分行|人行|农商行|[农工建中]行|厂|矿|(?:林|农|牧|渔)场|电站|担保|油田',
  '园区|开发区|高新区|新区|工业区|集聚区|集中区|示范区|园|景区|管理区|社区|街区|库区|经开区|灌区|度假区|保护区|试验区',
  '乡镇|街道|镇街|(?<!城|各|相关|有关|全)乡|(?<!乡|各|城|相关|有关)镇|村|乡镇场|镇办|县市区|区县|各县|各市|各区|各县区',
  // 相关企业、通讯运营商、工作专班
  '企业|单位|部门|机构|运营商|供应商|专班|小组|指挥部|组|党支部|总支|支部|科室|股室|处室|学校|业主|协会|大队|支队|服务商|人民团体|团体|法人|业户|地区|户|成员',
  '移动|联通|电信|铁塔|邮政|公安|法院|检察院|武装部|消防救援|海关|税务|供电|气象',
].join('|');

const WHOLE = new RegExp(`(?:${ENDINGS})$`, 'u');

/** Ends that only go on a name: what stands before belongs to them. */
const BARE = verbose`
  ^(?:
    .|[局办委部厅处]|(?:办公|研究|督查)室
    |(?:
      管理|工作|建设|监督管理|发展|改革|监管|执法|事务|服务|保障|促进|指导|规划|综合|行政|化
      |监督|事业|运行|开发|推广|研究|治理|协调|救援|救助|登记|交易|联合
    )*(?:局|委员会|委|办公室|办|中心|站|所|大队|支队|处|会|院|公司|分局|管委会|股|科)
    |人民政府|政府|管委会|委员会|分局|支行|分行|分公司|支公司|银行|公司|有限(?:责任)?公司
    |集团|办事处|街道办(?:事处)?|工作部|指挥部|领导小组|等.{0,2}|单位|部门|企业
  )$
`;

const PARTY = verbose`
  ^(?:
    组织部|宣传部|统战部|政法委|编办|社会工作部|办公室|督查室|督查办|网信办|巡察办|巡察机构
    |党校|机要局|信访局|改革办|政研室|老干部局|台办|直属机关工委|机关工委|办|研究室|农办
    |财经办|审改办|金融办|国资委|金融工作办公室
  )$
`;

const COUNTY_START = /^(?:各|相关|有关|全|其他|省|市|县|区|州|旗|国网|中国|团|驻|国家)/;

/** A name without what may stand after it: 等, 等部门, a bracket. */
export function bareName(text: string): string {
  return text
    .replace(/[(（[【][^()（）]*[)）\]】]$/u, '')
    .replace(/等(?:相关|有关)?(?:单位|部门|企业)?$/u, '')
    .trim();
}

/** Whether a text can be the whole name of a unit. */
export function isWholeName(text: string): boolean {
  const bare = bareName(text);
  return bare.length >= 2 && bare.length <= 30 && !/[。;；:：]/.test(bare) && WHOLE.test(bare);
}

/** Whether the second piece goes on the name that the first one began, judged by the words alone. */
export function goesOn(first: string, second: string): boolean {
  const open =
    (first.match(/[(（[【《]/gu)?.length ?? 0) > (first.match(/[)）\]】》]/gu)?.length ?? 0);
  if (open || /^[(（[【)）\]】]/u.test(second)) return true;
  const a = bareName(first);
  const b = bareName(second);
  if (b === '' || BARE.test(b)) return true;
  if (!isWholeName(a)) return true;
  if (/(?:县|市|区|省|州)(?:委|政府)$/u.test(a) && PARTY.test(b)) return true;
  if (/(?:总局|总公司|总行)$/u.test(a) && COUNTY_START.test(b) === false) return true;
  // A branch of the body before it: 市生态环境局|云山分局, 人民银行|城关支行.
  if (/局$/u.test(a) && /^[^局]{2,6}分局$/u.test(b) && !COUNTY_START.test(b)) return true;
  return /银行$/u.test(a) && /^[^银]{2,8}(?:支行|分行)$/u.test(b);
}
