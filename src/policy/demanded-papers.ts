import { verbose } from '../text/verbose.ts';

/** 营业执照怎么办, 身份证去哪里办: how one gets a paper. */
const HOW_TO_GET = verbose`
  (\p{Script=Han}{1,8}?(?:执照|许可证|身份证|资格证|登记证|合格证|产权证|证照))
  (?:要|该|需要)?(?:怎么|如何|咋|怎样|在哪里?|去哪里?|到哪里?)(?:去)?(?:补?办|换|申领|领)
`;

const DEMANDED = /提交|提供|附|携带|出具|持|核验|上传|复印件|原件|材料/u;

/** Asked is how to get a paper, and the sentence only demands it from those who apply for something else. Pure. */
export function onlyDemands(question: string, sentence: string): boolean {
  const paper = HOW_TO_GET.exec(question)?.[1]?.slice(-4);
  return (
    paper !== undefined &&
    DEMANDED.test(sentence) &&
    !new RegExp(
      `(?:办理|核发|申领|领取|换发|补办)[^，。；]{0,6}${paper}|${paper}[^，。；]{0,4}(?:办理|核发|申领|换发|补办)`,
      'u',
    ).test(sentence)
  );
}
