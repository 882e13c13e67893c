import { describe, expect, it } from 'vitest';
import { gbkTable } from '../../indexer/cleaning/gbk.ts';
import { learn } from '../../indexer/cleaning/likelihood.ts';
import { mayBeShifted, repairShifted } from '../../indexer/cleaning/shifted.ts';

/** What a document of this kind says elsewhere. */
const elsewhere = [
  '全縣經濟運行平穩。縣鄉村三級聯動，基礎設施建設加快。總的來說，成績來之不易。',
  '農業規模化經營面積擴大。縱深推進改革。縣級財力增強，基層“三保”和防范化解債務風險并重，金融穩定。',
  '發展潛能持續釋放。陸續開工。鞏固基礎，總的來看，縣域經濟實力提升。規模化經營主體增加，縱向到底。',
];
const likelihood = learn(elsewhere);

describe('repairShifted', () => {
  it.each([
    ['full stop and the first half of 縣', '收入達到500元??h級財力', '收入達到500元。縣級財力'],
    ['a pair on a place left to users was dropped', '品質提升?;A設施', '品質提升。基礎設施'],
    ['four characters until a byte stands alone', '成績喜人??偟膩碚f，成績', '成績喜人。總的來說，成績'],
    ['ended by pinyin that lost its bracket', '規(guī)?;?jīng)營', '規(guī)模化經(jīng)營'],
    ['a tag that lost its bracket', '農業規?;?/p>', '農業規模化</p>'],
    ['pinyin put where the halves of two characters looked like one', '發展?jié)撃荜懤m釋放', '發展潛能陸續釋放'],
  ])('%s', (_, text, want) => {
    expect(repairShifted(text, likelihood).text).toBe(want);
  });

  it('reports what it repaired', () => {
    expect(repairShifted('提升?;A設施', likelihood).repaired).toEqual(['?;A → 。基礎']);
  });

  it('leaves and reports a place for which no reading is likely', () => {
    const text = '提升?!焙头婪A；';
    const result = repairShifted(text, learn(['甲乙丙丁']));
    expect(result).toEqual({ text, repaired: [], unrepaired: [expect.stringContaining('?!')] });
  });

  it.each([['怎么办?怎么干?'], ['真的吗?!我们相信'], ['什么是PM2.5?']])('leaves real question marks: %s', (text) => {
    expect(repairShifted(text, learn([...elsewhere, text])).text).toBe(text);
  });

  it('suspects nothing in ordinary text', () => {
    expect(mayBeShifted('怎么办？怎么干？增长7%。')).toBe(false);
  });
});

describe('gbkTable', () => {
  it.each([
    ['。', [0xa1, 0xa3]],
    ['縣', [0xbf, 0x68]],
    ['基', [0xbb, 0xf9]],
  ])('encodes %s', (character, code) => {
    expect(gbkTable().encode(character)).toEqual(code);
    expect(gbkTable().decode(code[0]!, code[1]!)).toBe(character);
  });

  it('has nothing on the places left to users', () => {
    expect(gbkTable().decode(0xf9, 0xb5)).toBeUndefined();
  });
});
