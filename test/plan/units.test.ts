import { describe, expect, test } from 'vitest';
import { splitUnits } from '../../src/plan/split-units.ts';
import { assignUnits } from '../../src/plan/unit-roles.ts';

describe('a cell of units is split into names as written', () => {
  test.each([
    ['县水利局、县林业局，县文旅局；各乡镇', ['县水利局', '县林业局', '县文旅局', '各乡镇']],
    ['县水利局\n县林业局', ['县水利局', '县林业局']],
    ['县水利局、\n县林业局', ['县水利局', '县林业局']],
    ['县水利局 县林业局', ['县水利局', '县林业局']],
    ['县住房和城乡\n建设局', ['县住房和城乡建设局']],
    ['县人力资源和社会\n保障局', ['县人力资源和社会保障局']],
    ['茶叶产业\n发展中心等', ['茶叶产业发展中心等']],
    ['区市场监督\n管理局、区\n教育局', ['区市场监督管理局', '区教育局']],
    ['县委\n组织部', ['县委组织部']],
    ['开发区\n管委会', ['开发区管委会']],
    ['相关乡\n镇', ['相关乡镇']],
    ['市生态环境局\n云山分局', ['市生态环境局云山分局']],
    ['国网云山\n供电公司', ['国网云山供电公司']],
    ['县税务局\n县供电公司\n各街道', ['县税务局', '县供电公司', '各街道']],
    ['区金融局(区财政局代章)、区工信局', ['区金融局(区财政局代章)', '区工信局']],
    [
      '县工信局（大数据局、中小企业局）、县财政局',
      ['县工信局（大数据局、中小企业局）', '县财政局'],
    ],
    ['县工信局和县财政局', ['县工信局', '县财政局']],
    ['县自然资源和规划局', ['县自然资源和规划局']],
    ['县文化和旅游局、县科学技术和工业信息化局', ['县文化和旅游局', '县科学技术和工业信息化局']],
    ['统计局、税务局等', ['统计局', '税务局等']],
    ['财 政 局', ['财政局']],
    // Written without any mark between: every name begins with its county.
    ['县委办县政府办', ['县委办', '县政府办']],
    ['县总工会团县委县妇联', ['县总工会', '团县委', '县妇联']],
    ['旗财政局旗税务局', ['旗财政局', '旗税务局']],
    ['区财政局区税务局各街道', ['区财政局', '区税务局', '各街道']],
    ['市工信局市大数据中心等', ['市工信局', '市大数据中心等']],
    ['县发改局县开发区管委会', ['县发改局', '县开发区管委会']],
    ['区工业园区管委会', ['区工业园区管委会']],
    ['县委县政府督查室', ['县委县政府督查室']],
    ['市城投公司市场部', ['市城投公司市场部']],
    ['市生态环境局云山分局', ['市生态环境局云山分局']],
    ['县教育局县城片区教育督导办', ['县教育局县城片区教育督导办']],
    ['国网云山县供电公司', ['国网云山县供电公司']],
    ['—', []],
    ['无', []],
  ])('%j', (text, names) => expect(splitUnits(text)).toEqual(names));

  test('a name that stands whole elsewhere settles a broken line', () => {
    expect(splitUnits('绿源\n云山分部', new Set(['绿源云山分部']))).toEqual(['绿源云山分部']);
    expect(splitUnits('绿源\n云山', new Set(['绿源', '云山']))).toEqual(['绿源', '云山']);
  });
});

describe('who leads and who helps', () => {
  const assign = (text: string, firstLeads = false) =>
    assignUnits([{ role: 'responsible', text }], new Set(), firstLeads);

  test.each([
    ['县工信局牵头，县发改局、县财政局等配合', ['县工信局'], ['县发改局', '县财政局等']],
    ['牵头：县工信局；配合：县发改局、县财政局', ['县工信局'], ['县发改局', '县财政局']],
    ['牵头单位：县工信局\n责任单位：各乡镇', ['县工信局'], ['各乡镇']],
    ['县工信局（牵头）、县发改局', ['县工信局'], ['县发改局']],
    ['县发改局、县财政局按职责分工负责', ['县发改局', '县财政局'], []],
    ['县投资促进中心负责', ['县投资促进中心'], []],
    ['县发改局、县财政局', ['县发改局', '县财政局'], []],
  ])('%s', (text, lead, coop) => expect(assign(text)).toEqual({ lead, coop }));

  test('responsible units cooperate where a lead is named', () => {
    const units = assignUnits(
      [
        { role: 'lead', text: '县工信局' },
        { role: 'responsible', text: '县财政局、各乡镇' },
      ],
      new Set(),
      false,
    );
    expect(units).toEqual({ lead: ['县工信局'], coop: ['县财政局', '各乡镇'] });
  });

  test('the first leads where the document says so', () => {
    expect(assign('县发改局、县财政局、各乡镇', true)).toEqual({
      lead: ['县发改局'],
      coop: ['县财政局', '各乡镇'],
    });
  });
});
