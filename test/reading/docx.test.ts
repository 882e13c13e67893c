import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { BOLD_OFF, BOLD_ON, COVERED } from '../../indexer/model.ts';
import { readDocx } from '../../indexer/reading/docx.ts';

const ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word file with this body and the given further parts. */
function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const files = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${ns}><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
}

const p = (text: string, properties = '', run = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t>${text}</w:t></w:r></w:p>`;

async function blocks(body: string, parts?: Record<string, string>) {
  const read = await readDocx(docx(body, parts));
  if ('reason' in read) throw new Error(read.reason);
  return read.blocks;
}

describe('readDocx', () => {
  it('reads headings, centred lines and bold print', async () => {
    const styles = `<w:styles ${ns}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>`;
    const rels = `<Relationships xmlns="${packages}/relationships"><Relationship Id="s" Type="${relation}/styles" Target="styles.xml"/></Relationships>`;
    const body =
      p('政府工作报告', '<w:jc w:val="center"/>', '<w:b/>') + p('一、回顾', '<w:pStyle w:val="1"/>') + p('各位代表：');
    expect(await blocks(body, { 'word/styles.xml': styles, 'word/_rels/document.xml.rels': rels })).toEqual([
      { kind: 'paragraph', text: `${BOLD_ON}政府工作报告${BOLD_OFF}`, centred: true },
      { kind: 'heading', text: '一、回顾', level: 1 },
      { kind: 'paragraph', text: '各位代表：' },
    ]);
  });

  it('reads a table', async () => {
    const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
    expect(await blocks(`<w:tbl>${row('指标', '目标')}${row('产值', '6%')}</w:tbl>`)).toEqual([
      {
        kind: 'table',
        text: '',
        rows: [
          ['指标', '目标'],
          ['产值', '6%'],
        ],
      },
    ]);
  });

  it('reads a table whose cells are merged downwards', async () => {
    const cell = (text: string, merge: string) => `<w:tc><w:tcPr>${merge}</w:tcPr>${p(text)}</w:tc>`;
    const first = `<w:tr>${cell('经济', '<w:vMerge w:val="restart"/>')}${cell('产值', '')}</w:tr>`;
    const second = `<w:tr>${cell('', '<w:vMerge/>')}${cell('投资', '')}</w:tr>`;
    expect((await blocks(`<w:tbl>${first}${second}</w:tbl>`))[0]).toMatchObject({
      rows: [
        ['经济', '产值'],
        [COVERED, '投资'],
      ],
    });
  });

  it('sets footnotes apart and leaves their marks out of the sentence', async () => {
    const notes = `<w:footnotes ${ns}><w:footnote w:id="2">${p('指创新。')}</w:footnote></w:footnotes>`;
    const rels = `<Relationships xmlns="${packages}/relationships"><Relationship Id="f" Type="${relation}/footnotes" Target="footnotes.xml"/></Relationships>`;
    const body =
      '<w:p><w:r><w:t>新质</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>生产力</w:t></w:r></w:p>';
    expect(await blocks(body, { 'word/footnotes.xml': notes, 'word/_rels/document.xml.rels': rels })).toEqual([
      { kind: 'paragraph', text: '新质生产力' },
      { kind: 'note', text: '指创新。' },
    ]);
  });

  describe('typefaces that stand for bold', () => {
    const face = (name: string) => `<w:rFonts w:eastAsia="${name}"/>`;
    const run = (text: string, name: string) => `<w:r><w:rPr>${face(name)}</w:rPr><w:t>${text}</w:t></w:r>`;
    const body = p('全市上下团结一心，经济社会发展取得新的成绩，各项任务全面完成，群众满意。', '', face('仿宋_GB2312'));
    const bold = (text: string) => `${BOLD_ON}${text}${BOLD_OFF}`;
    const cases = [
      {
        trap: 'an opening sentence in 楷体',
        in: `<w:p>${run('消费加快复苏。', '楷体_GB2312')}${run('全年增长6%。', '仿宋_GB2312')}</w:p>`,
        want: `${bold('消费加快复苏。')}全年增长6%。`,
      },
      { trap: 'a short paragraph in 黑体', in: p('工作打算', '', face('黑体')), want: bold('工作打算') },
      {
        trap: 'an opening in two runs',
        in: `<w:p>${run('消费加快', '楷体')}${run('复苏。', '楷体')}${run('增长6%。', '仿宋')}</w:p>`,
        want: `${bold('消费加快复苏。')}增长6%。`,
      },
      {
        trap: 'a word in another face is no theme',
        in: `<w:p>${run('全市', '黑体')}${run('上下增长6%。', '仿宋')}</w:p>`,
        want: '全市上下增长6%。',
      },
      {
        trap: 'a whole long paragraph is no theme',
        in: p('长'.repeat(61), '', face('楷体')),
        want: '长'.repeat(61),
      },
    ];
    for (const { trap, in: xml, want } of cases) {
      it(trap, async () => expect((await blocks(body.repeat(3) + xml)).at(-1)?.text).toBe(want));
    }

    it('means nothing where the body is in the same face', async () => {
      expect((await blocks(p('工作打算', '', face('楷体')) + p('经济'.repeat(40), '', face('楷体')))).at(0)?.text).toBe(
        '工作打算',
      );
    });
  });

  it('does not unpack a zip bomb', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(40_000_000) });
    expect(await readDocx(bomb)).toMatchObject({ reason: 'too-large' });
  });

  it('does not believe an archive that hides the size of what it holds', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(5_000_000) });
    const central = Buffer.from(bomb.buffer, bomb.byteOffset).lastIndexOf('PK\x01\x02', undefined, 'latin1');
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(central + 24, 1000, true);
    expect(await readDocx(bomb)).toHaveProperty('reason');
  });

  it('tells other archives', async () => {
    expect(await readDocx(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))).toMatchObject({ reason: 'unknown-format' });
    expect(await readDocx(strToU8('PK\x03\x04 broken'))).toMatchObject({ reason: 'damaged' });
  });
});
