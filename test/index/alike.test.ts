/** Which passages are shown once: copies, and in two files of one report those that differ in a character or so. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differsLittle } from '../../indexer/index/alike.ts';
import { libraryOfTexts } from '../support/library.ts';

const PARAGRAPH =
  '全年新增城镇就业十二万人，高校毕业生留云溪就业创业人数再创新高，科技创新能力持续提升，营商环境评价进入全省前列。';
const TITLE = '2023年云溪市政府工作报告';

/** Whether a paragraph of one file and one of another are the same to a reader of a result list. */
async function areAlike(a: string, b: string, titles: readonly [string, string] = [TITLE, TITLE]): Promise<boolean> {
  const texts = [a, b].map((text, i) => [`${i}.txt`, `${titles[i] ?? ''}\n各位代表：\n${text}`] as const);
  const { collection } = await libraryOfTexts(Object.fromEntries(texts));
  const [first, second] = [a, b].map((_, document) => (collection.firstPassage[document + 1] ?? 0) - 1);
  return collection.columns.firstAlike[second ?? 0] === first;
}

const pairs: readonly { trap: string; in: string; same: boolean }[] = [
  { trap: 'a copy', in: PARAGRAPH, same: true },
  { trap: 'marks of another width', in: PARAGRAPH.replaceAll('，', ', '), same: true },
  { trap: 'traditional script', in: PARAGRAPH.replace('营商环境', '營商環境'), same: true },
  { trap: 'a lost character', in: PARAGRAPH.replace('新增', '增'), same: true },
  { trap: 'a corrected slip', in: PARAGRAPH.replace('科技创新', '科技抓新'), same: true },
  { trap: 'a page mark that stayed', in: PARAGRAPH.replace('创业', '创-12-业'), same: true },
  { trap: 'two of them', in: PARAGRAPH.replace('科技创新', '科技抓新').replace('前列', '前'), same: true },
  { trap: 'a number that differs by a character', in: PARAGRAPH.replace('十二', '十三'), same: false },
  { trap: 'a number that lost a character', in: PARAGRAPH.replace('十二', '十'), same: false },
  { trap: 'a number in digits', in: PARAGRAPH.replace('十二', '12'), same: false },
  { trap: 'a clause more', in: PARAGRAPH.replace('科技', '公共服务持续改善，科技'), same: false },
  { trap: 'too short to be told', in: '科技抓新能力持续提升。', same: false },
];

describe('passages of two files of one report', () => {
  it.each(pairs)('$trap: $same', async ({ in: text, same }) => {
    expect(await areAlike(PARAGRAPH, text)).toBe(same);
  });

  it('are told from those of another year or place that differ as little', async () => {
    const slip = PARAGRAPH.replace('科技创新', '科技抓新');
    expect(await areAlike(PARAGRAPH, slip, [TITLE, '2022年云溪市政府工作报告'])).toBe(false);
    expect(await areAlike(PARAGRAPH, slip, [TITLE, '2023年云山市政府工作报告'])).toBe(false);
    expect(await areAlike(PARAGRAPH, PARAGRAPH, [TITLE, '2022年云溪市政府工作报告'])).toBe(true);
  });

  it('are told from those of the same file', async () => {
    const texts = { 'a.txt': [TITLE, PARAGRAPH, PARAGRAPH.replace('云溪', '云山')].join('\n'), 'b.txt': TITLE };
    const { collection } = await libraryOfTexts(texts);
    const { firstAlike } = collection.columns;
    expect([...firstAlike]).toEqual([...firstAlike.keys()]);
  });
});

describe('few differences', () => {
  const letters = (text: string) => ({
    units: Uint16Array.from(text, (char) => char.charCodeAt(0)),
    length: text.length,
  });

  /** The textbook way (Wagner & Fischer 1974). */
  function distance(a: string, b: string): number {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++)
        next.push(
          Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
        );
      row = next;
    }
    return row[b.length] ?? 0;
  }

  it('are counted as by the textbook', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, fc.nat(5), (a, b, most) => {
        expect(differsLittle(letters(a), letters(b), most)).toBe(distance(a, b) <= most);
      }),
    );
  });
});
