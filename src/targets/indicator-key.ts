import { fold } from '../text/fold.ts';

/** Names of one indicator are written in many ways; each row makes them one. */
const SAME_WORDS: { pattern: RegExp; as: string; example: string }[] = [
  { pattern: /["'“”‘’「」《》\s]/gu, as: '', example: '“专精特新”企业' },
  { pattern: /规模以上/gu, as: '规上', example: '规模以上工业产值' },
  { pattern: /规上工业(?!企业)/gu, as: '规上', example: '规上工业产值' },
  { pattern: /规上工业企业/gu, as: '规上企业', example: '规上工业企业' },
  { pattern: /高新技术企业/gu, as: '高企', example: '高新技术企业' },
  { pattern: /总产值/gu, as: '产值', example: '工业总产值' },
  { pattern: /固定资产投资/gu, as: '固投', example: '工业固定资产投资' },
  { pattern: /技术改造/gu, as: '技改', example: '技术改造投资' },
  { pattern: /(?:主营业务|营业)收入/gu, as: '营收', example: '营业收入' },
  { pattern: /研发(?:经费|费用)?(?:投入|支出)/gu, as: '研发投入', example: '研发经费支出' },
  { pattern: /(?:成交|交易)额/gu, as: '成交额', example: '技术合同交易额' },
  { pattern: /^(?:全县|全市|全区|县域)/gu, as: '', example: '全县高企' },
  { pattern: /(?:增速|增幅|增长率|总量|总数|总额|数量)$/gu, as: '', example: '工业投资增速' },
  {
    pattern: /^(?:新增|净增|新培育|培育|引进|新认定|认定|完成|实现|新)+/gu,
    as: '',
    example: '新增高企',
  },
];

/** The form in which names of indicators are compared; `whole` texts are folded without dropping their first words. */
export function indicatorKey(name: string): string {
  return SAME_WORDS.reduce((s, { pattern, as }) => s.replace(pattern, as), fold(name));
}

/** A whole text with its indicators named alike, so that keys can be found in it. */
export function foldIndicators(text: string): string {
  return SAME_WORDS.filter(({ pattern }) => !/[$^]/.test(pattern.source)).reduce(
    (s, { pattern, as }) => s.replace(pattern, as),
    fold(text),
  );
}

/** Words in front of an indicator that make it another one: 工业固投 is not 固投, levels of honours are never mixed. */
const NARROWING =
  /(?:工业|技改|规上|规下|限上|制造业|民营|农业|服务业|房地产|战新|新兴产业|数字经济|省级|市级|国家级|外贸|园区|开发区)$/u;

/** Where an indicator stands in a folded text, not as a part of a narrower one. */
export function findKey(folded: string, key: string): number {
  for (let at = folded.indexOf(key); at >= 0; at = folded.indexOf(key, at + 1))
    if (!NARROWING.test(folded.slice(0, at))) return at;
  return -1;
}
