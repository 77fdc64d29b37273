import { readNumber } from '../text/number.ts';
import { verbose } from '../text/verbose.ts';

/** What people say in a question, and what documents write for it; the meaning of a phrase may hang on what stands beside it. */
const SPOKEN: readonly [said: RegExp, written: string][] = [
  // 谁打头, 哪个部门挑头.
  [/(?<=(?:谁|哪).{0,6})(?:打头|挑头|领头|带头|扛旗|拿总|挂帅)/g, '牵头'],
  [/(?:打头|挑头|领头|带头|扛旗|拿总)的?(?=(?:是|归|为)?(?:谁|哪))/g, '牵头'],
  [/(?:多出来?|多添|多增加|再添|新添)(?=了?(?:多少|几)|\d)/g, '新增'],
  [/排(?:名|位)?(?:在)?(?:后头|后面|后边|末尾|末位|最后|倒数)|垫底|排不上号/g, '排名靠后'],
  [/排(?:名|位)?(?:在)?(?:前头|前面|前边|前列)/g, '排名靠前'],
  [/(?:带|教|育)出来?(?=了?(?:多少|几|\d))/g, '培养'],
  [/(?:每|一)个?人头/g, '每人'],
  [/([省市县])里的?(?=展会|博览会|展览|比赛|大赛|市场)/g, '$1内'],
  [/评上(?=[国省市县])/g, '评为'],
  [
    /(?:到期|到时间|到点|到时候)(?:了)?(?:还|都)?(?:没有?|未)(?:能)?(?:完成|[弄建搞做干]完|建成)/g,
    '逾期未完成',
  ],
  [/(?:一|每)个?(?:月|年|周|季度)(\p{Script=Han}{0,4}?)(?:几|多少)[次回趟]/gu, '多久$1一次'],
  // 高企到期又评上了, 又认上了; 两年期满通过验收 is of a project.
  [
    new RegExp(
      verbose`
        (?:
          (?<=(?:高企|高新技术企业|资格|证书?)的?)(?:[一二两三四五六\d]年)?(?:到期|期满|过期)
          (?:了|后|以后)?[,，]?(?:又|再|重新|再次)?
          |(?:[一二两三四五六\d]年)?(?:到期|期满|过期)(?:了|后|以后)?[,，]?(?:又|再次?|重新)
        )(?:评|认定|认|通过|评定|评审)(?:上|过|定)?(?:了|的)?(?!复|验收)
      `,
      'gu',
    ),
    '重新认定',
  ],
  [/(?:又|重新|再次|第二[次回]|二次)(?:评上|认上|评过|认定上?)(?:了|的)?/g, '重新认定'],
  [/(?:一年|每年)平均|平均(?:一年|每年)|年平均/g, '年均'],
  [/这(?:一)?(?:块|摊)(?:儿|工作|事)?(?=[,，]|谁|由|归|哪|是)/g, ''],
  [/一次性?能(?=给|拿|补|奖|得|领)/g, '一次性'],
  [/(?:顶天|撑死|到顶|顶格|顶破天)(?:了)?(?=能|可以?|会|给|补|奖|拿|是|多少)/g, '最高'],
  [/(?<!\d)1-12月(?:份)?/g, '全年'],
];

/** A sum in numerals: 三千万, 一个亿, 五百八十万元; 几百万 and 上千万 are none. */
const SUM = new RegExp(
  verbose`
    (?<![几数十百千万亿\d双])(
      (?:[一二两三四五六七八九十]+百?|[一二两三四五六七八九][百千][零一二三四五六七八九十百]*)
      [万亿]
    )(?=元|块|的|[,，。]|[能会可够算有就才给补奖搞吗么了以]|$)
  `,
  'gu',
);

/** 超百万, 过千万: one of them. */
const ROUND = /(?<=[超过破达])[百千]万(?!元)/g;

const inFigures = (text: string) => {
  const scale = text.endsWith('亿') ? '亿' : '万';
  const value = readNumber(/^[百千]/.test(text) ? `一${text}` : text);
  return value === undefined ? text : `${value / (scale === '亿' ? 1e8 : 1e4)}${scale}`;
};

/** A question in the compared form, said as documents write. */
export function asWritten(plain: string): string {
  const said = plain.replace(SUM, inFigures).replace(ROUND, inFigures);
  return SPOKEN.reduce((text, [from, to]) => text.replace(from, to), said);
}
