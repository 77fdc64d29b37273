import type { RetrievalSet } from '../eval/retrieval-sets.ts';
import { randomOf } from '../soak/random.ts';

/** Two characters each; the first are said often, the last seldom, as words are. */
const CHARACTERS = [
  ...'企业项目资金补助申报认定技术改造设备投资产值园区节能环保标准检验培训人才创新研发平台专利商标融资担保贴息用地厂房仓储物流出口参展评审公示拨付验收监督审计统计台账安全生产隐患排查整改应急演练许可登记备案年度季度月份期限材料证明合同发票账户税收社保就业稳岗数字智能绿色低碳光伏风电竹木食品医药机械电子纺织化工建材矿山',
];

const WORDS = CHARACTERS.flatMap((a, i) =>
  [1, 7, 31, 83].map((step) => a + (CHARACTERS[(i * 3 + step) % CHARACTERS.length] ?? '')),
);

/** `size` passages of 40 words each and 300 questions of five words of one of them; the same for the same size. */
export function madeSet(size: number): RetrievalSet {
  const dice = randomOf(size);
  // Squared twice, so that few words make most of a text.
  const word = () => WORDS[Math.floor(WORDS.length * dice() ** 4)] ?? '';
  const corpus = Array.from({ length: size }, (_, i) => ({
    id: `p${i}`,
    text: Array.from({ length: 40 }, (_, at) => word() + (at % 8 === 7 ? '，' : '')).join(''),
  }));
  const relevant = new Map<string, Set<string>>();
  const queries = Array.from({ length: 300 }, (_, i) => {
    const passage = corpus[Math.floor(dice() * size)];
    const from = Math.floor(dice() * 20) * 2;
    relevant.set(`q${i}`, new Set([passage?.id ?? '']));
    return { id: `q${i}`, text: `${passage?.text.slice(from, from + 10) ?? ''}怎么办理` };
  });
  return { name: 'made', corpus, queries, relevant };
}
