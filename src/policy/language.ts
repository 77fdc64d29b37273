import { fold } from '../text/fold.ts';

/** Long forms and their short ones: both sides of a comparison are brought to the short one. Order matters. */
const SHORT_FORMS: [RegExp, string][] = [
  [/国家级?高新技术企业|高新技术企业|国高企业|高新企业/g, '高企'],
  [/(?:每|一)度电?(?=补|奖|给|多少|加|收)/g, '每千瓦时'],
  [/第一次|头一次|头一?回|第一回|初次/g, '首次'],
  [
    /(?:以|在职|老)?(?:老?(?:员工|职工|工人))?(?:拉|介绍|引荐|推荐|带)(?:个|了|几个)?(?:新员工|新职工|老乡|熟人|朋友|亲戚|人(?=进厂|来|上班|入职|干活))(?:来|去)?(?:我们|咱们|厂里|公司|企业)?(?:进厂|上班|入职|干活|就业)?|以?老(?:员工|职工)?[带引]新(?:员工|人)?/g,
    '以老带新',
  ],
  [/(?<!个)困难的?(?:工人|职工|员工|人(?![员群]))/g, '困难人员'],
  [/卖到?(?:国外|海外|外国)|(?<!内)外销/g, '出口'],
  [/第二次认定|再次认定|二次认定/g, '重新认定'],
  [/(?<=[\d一二三四五六七八九十])个(?=亿|百万|千万)/g, ''],
  [/(?<!住|购|租)房补/g, '购房补贴'],
  [/(?:国家)?科技型中小企业/g, '科小'],
  [/限额以上/g, '限上'],
  [/(?<![不超])过亿(?!元)/g, '突破1亿元'],
  [/(?<!方)平米/g, '平方米'],
  [/一个?人(?=[补给奖能发最多])|每个人/g, '每人'],
  [/(?<=首次|新|刚)上限|上限(?=的?(?:那笔|企业|饭店|超市|奖励))/g, '入限'],
  [/个体工商户/g, '个体户'],
  [/社会保险费?/g, '社保'],
  [/公益性?岗位?/g, '公岗'],
  [/(?:证书?)?(?:还)?(?:没有?|未)(?:过期|到期)/g, '有效期内'],
  [/(?:证书?)?(?:到期|期满)(?:了|后|以后)?(?=重新认定|再次认定|复审)/g, ''],
  [/一(?=[万千百](?:块|吨|件|台|只|米))/g, '每'],
  [/人民政府/g, '政府'],
  [/银行(?=贷款)/g, ''],
  [/规模以上/g, '规上'],
  [/规模以下/g, '规下'],
  [/规模(?=工业|企业|制造业)/g, '规上'],
  [/技术改造/g, '技改'],
  [/固定资产投资/g, '固投'],
  [/国内生产总值|地区生产总值/g, 'gdp'],
  [/研究与试验发展|研究开发/g, '研发'],
  [/人力资源(?:和)?社会保障局/g, '人社局'],
  [/发展(?:和)?改革(?:局|委员会)/g, '发改局'],
  [/首台\(套\)|首台（套）/g, '首台套'],
  [/第([一二三四])季度/g, '$1季度'],
  [/1季度/g, '一季度'],
  [/2季度/g, '二季度'],
  [/3季度/g, '三季度'],
  [/4季度/g, '四季度'],
  [/百分之([\d.]+)/g, '$1%'],
  [/职业(?:技术)?(?:学校|院校|学院)|技工学校|技校/g, '职校'],
  [/电子商务/g, '电商'],
  [/(\d{1,2})月?(?:至|到|-|—|–|~)+(\d{1,2})月份?/g, '$1-$2月'],
  [/(?<![上下前后])半年|六个月/g, '6个月'],
  [/奖励和补(?:助|贴)|奖励补助|以奖代补/g, '奖补'],
];

/** Writings of one name, the compared form first. */
const WRITINGS: readonly string[][] = [
  ['高企', '高新技术企业'],
  ['规上', '规模以上'],
  ['规下', '规模以下'],
  ['技改', '技术改造'],
  ['固投', '固定资产投资'],
  ['首台套', '首台（套）'],
  ['研发', '研究开发'],
  ['电商', '电子商务'],
  ['人社局', '人力资源和社会保障局'],
  ['发改局', '发展和改革局'],
  ['6个月', '六个月', '半年'],
  ['科小', '科技型中小企业'],
  ['限上', '限额以上'],
  ['个体户', '个体工商户'],
  ['社保', '社会保险'],
  ['公岗', '公益性岗位'],
];

/** A text to search by, with the other writing of each name in it: the index holds what documents write. */
export function inBothWritings(text: string): string {
  const plain = plainForm(text);
  const others = WRITINGS.filter(([short = '']) => plain.includes(short)).flat();
  return [text, ...others.filter((name) => !text.includes(name))].join(' ');
}

/** The form in which question and document are compared: folded, short forms, quotation marks removed. */
export function plainForm(text: string): string {
  let plain = fold(text).replace(/[“”"'‘’「」『』\s]/g, '');
  for (const [long, short] of SHORT_FORMS) plain = plain.replace(long, short);
  // AAAA级 is said and typed as 4A.
  return plain.replace(/(?<![a-z\d])a{2,5}(?![a-z\d])/g, (grade) => `${grade.length}a`);
}
