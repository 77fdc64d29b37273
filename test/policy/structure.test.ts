import { describe, expect, test } from 'vitest';
import { readMetadata } from '../../src/policy/metadata.ts';
import { readStructure } from '../../src/policy/structure.ts';
import { content, MEASURES, PLAN } from './library.ts';

describe('the structure of a document is read from its own text', () => {
  test('headings, clause paths and clauses', () => {
    const { title, clauses } = readStructure(MEASURES);
    expect(title).toBe('云溪县促进工业稳进提质若干措施（试行）');
    const techUpgrade = clauses.find((c) => c.text.includes('设备投资500万元'));
    expect(techUpgrade).toMatchObject({
      path: '一（二）',
      headings: ['扶持标准', '支持技术改造'],
      kind: 'paragraph',
    });
  });

  test.each([
    ['000001\n内部资料 注意保存\n特急\n青石县人民政府文件', '关于做好船舶配套工作的意见'],
    ['内部/特急', '关于做好船舶配套工作的意见'],
    ['000001关于做好', '船舶配套工作的意见'],
    ['', '青石县企业内部控制管理办法'],
  ])('copy number and marks are no part of the title: %s', (above, line) => {
    const { title } = readStructure(content(`${above}\n${line}\n一、总体要求\n抓好落实。`));
    expect(title).toBe(above.endsWith('做好') ? `关于做好${line}` : line);
  });

  test('文号, signature and 抄送 stand together at the end, apart from the clauses', () => {
    const { clauses, frame } = readStructure(MEASURES);
    const last = clauses.at(-1);
    expect(last?.path).toBe('版记');
    expect(last?.text).toBe(
      '文号：云政办〔2025〕12号；云溪县人民政府办公室；2025年2月20日；抄送：县委各部门。',
    );
    expect(clauses.slice(0, -1).some((c) => /抄送|2025年2月20日$/.test(c.text))).toBe(false);
    expect(frame).toContain('抄送：县委各部门。');
  });

  test('a row of a table keeps its columns, and an empty month cell means the one above', () => {
    const rows = readStructure(PLAN).clauses.filter((c) => c.kind === 'table-row');
    expect(rows.map((r) => r.path)).toEqual(['附件/表1/3月/1', '附件/表1/3月/2', '附件/表1/9月/1']);
    expect(rows[1]?.text).toBe(
      '月度：3月；重点工作：2.召开银企对接会。；牵头单位：金融服务中心；配合单位：工信局',
    );
  });

  test('a table kept as lines with tabs, as text files have it', () => {
    const blocks = [
      '\t月度',
      '\t重点工作',
      '\t牵头单位',
      '',
      '\t5月',
      '\t1.组织企业家培训。',
      '\t县委办、',
      '县政府办',
    ].flatMap((text, i) =>
      text ? [{ kind: 'paragraph' as const, text, place: { paragraph: i + 1 } }] : [],
    );
    const { clauses } = readStructure({ format: 'txt', blocks, problems: [] });
    expect(clauses.map((c) => c.text)).toEqual([
      '月度：5月；重点工作：1.组织企业家培训。；牵头单位：县委办、县政府办',
    ]);
  });

  test('articles of measures', () => {
    const { clauses } = readStructure(
      content(
        '云溪县园区管理办法\n第一章 总则\n第一条 为规范管理，制定本办法。\n第二条 本办法所称园区，是指县级以上工业园。',
      ),
    );
    expect(clauses.map((c) => c.path)).toEqual(['第一章第一条', '第一章第二条']);
  });
});

describe('a document says itself where, when and how long it holds', () => {
  test('文号, issuing body, date, level, place, validity', () => {
    expect(readMetadata(readStructure(MEASURES))).toMatchObject({
      number: '云政办〔2025〕12号',
      issuer: '云溪县人民政府办公室',
      issuedOn: '2025-02-20',
      level: 'county',
      region: '云溪县',
      year: 2025,
      validity: {
        trial: true,
        from: '2025-03-01',
        until: '2027-12-31',
        repeals: ['云溪县工业奖补暂行办法'],
      },
    });
  });

  test.each([
    ['关于印发江州市绿色制造行动方案的通知', '江州市', 'city'],
    ['中共南陵省委关于加快新型工业化的意见', '南陵省', 'province'],
    ['江州市丰岭县2024年工作要点', '丰岭县', 'county'],
  ])('%s speaks for %s', (title, region, level) => {
    const read = readMetadata(
      readStructure(content(`${title}\n一、目标\n全年做好各项工作，确保完成任务。`)),
    );
    expect(read).toMatchObject({ region, level });
  });

  test('a date in Chinese numerals', () => {
    const read = readMetadata(
      readStructure(
        content(
          '云溪县工作方案\n一、目标\n完成各项任务，确保见效。\n云溪县人民政府\n二〇二四年十二月三十日',
        ),
      ),
    );
    expect(read.issuedOn).toBe('2024-12-30');
  });
});
