import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Collection } from '../../indexer/index/collection.ts';
import { passageAt } from '../../indexer/index/collection.ts';
import { checkDraft, checkQuotations } from '../../server/citing/check.ts';
import { findWhole } from '../../server/citing/standing.ts';
import { libraryOf, libraryOfTexts, SHARED_CORPUS } from '../support/library.ts';

const report = `云渚市2023年政府工作报告

一、2022年工作回顾

过去一年，全市生产总值达到1893.6亿元、增长4.3%，一般公共预算收入124.51亿元；岚江二桥主塔封顶。

深入开展“千干进千企”活动，为企业纾困解难事项2618件，“高效办成一件事”改革走在全省前列。

二、2023年工作安排

实施城市更新行动，改造老旧小区60个，惠及居民2.1万户。新建口袋公园20处、社区食堂12家，让群众在家门口就能享受到便利的服务。
`;

let collection: Collection;
beforeAll(async () => {
  collection = (await libraryOfTexts({ '云渚市2023年政府工作报告.txt': report })).collection;
});

/** What the check says of a draft, one line a quotation. */
const say = (draft: string) =>
  checkQuotations(collection, draft).map(({ kind, verdict, said }) => `${kind} ${verdict} ${said}`);

describe('checkQuotations(collection, text)', () => {
  const cases: readonly { trap: string; draft: string; want: readonly string[] }[] = [
    { trap: 'verbatim', draft: '报告称“改造老旧小区60个”。', want: ['quoted confirmed 改造老旧小区60个'] },
    {
      trap: 'the draft ends the sentence itself',
      draft: '“一般公共预算收入124.51亿元。”',
      want: ['quoted confirmed 一般公共预算收入124.51亿元。'],
    },
    {
      trap: 'width and marks are no difference',
      draft: '"改造老旧小区６０个,惠及居民2.1万户"',
      want: ['quoted confirmed 改造老旧小区６０个,惠及居民2.1万户'],
    },
    { trap: '繁體 marks and script', draft: '「改造老舊小區60個」', want: ['quoted confirmed 改造老舊小區60個'] },
    {
      trap: 'marks inside marks change places',
      draft: '“深入开展‘千干进千企’活动，为企业纾困”',
      want: ['quoted confirmed 深入开展‘千干进千企’活动，为企业纾困'],
    },
    {
      trap: 'words left out',
      draft: '“实施城市更新行动……新建口袋公园20处”',
      want: ['quoted confirmed 实施城市更新行动……新建口袋公园20处'],
    },
    { trap: 'left out at the ends', draft: '“……惠及居民2.1万户……”', want: ['quoted confirmed ……惠及居民2.1万户……'] },
    {
      trap: 'a piece in the wrong order',
      draft: '“新建口袋公园20处……实施城市更新行动”',
      want: ['quoted altered 新建口袋公园20处……实施城市更新行动'],
    },
    {
      trap: 'one digit',
      draft: '“改造老旧小区80个，惠及居民2.1万户”',
      want: ['quoted altered 改造老旧小区80个，惠及居民2.1万户'],
    },
    {
      trap: 'a part of a number is another number',
      draft: '“改造老旧小区60个，惠及居民1万户”',
      want: ['quoted altered 改造老旧小区60个，惠及居民1万户'],
    },
    {
      trap: 'one character less',
      draft: '“一般公共预算收124.51亿元”',
      want: ['quoted altered 一般公共预算收124.51亿元'],
    },
    {
      trap: 'nowhere',
      draft: '“全面取消所有行政审批事项的前置条件”',
      want: ['quoted nowhere 全面取消所有行政审批事项的前置条件'],
    },
    { trap: 'a term', draft: '所谓“千干进千企”。', want: ['quoted confirmed 千干进千企'] },
    {
      trap: 'a block quote and its source',
      draft: '> 实施城市更新行动，改造老旧小区60个，惠及居民2.1万户。\n>\n> ——《报告》',
      want: ['block confirmed 实施城市更新行动，改造老旧小区60个，惠及居民2.1万户。'],
    },
    {
      trap: 'not marked, verbatim',
      draft: '我们看到新建口袋公园20处、社区食堂12家，效果很好。',
      want: ['unmarked confirmed 新建口袋公园20处、社区食堂12家，'],
    },
    {
      trap: 'not marked, one word changed',
      draft: '新建口袋公园20处、社区食堂15家，让群众在家门口就能享受到便利的服务。',
      want: ['unmarked altered 新建口袋公园20处、社区食堂15家，让群众在家门口就能享受到便利的服务。'],
    },
    { trap: 'equal words that are too few', draft: '改造老旧小区60个，这很好。', want: [] },
    { trap: 'a title is no quotation', draft: '见《云渚市2023年政府工作报告》。', want: [] },
    { trap: 'a mark that nothing closes', draft: '“改造老旧小区60个', want: [] },
    { trap: 'nothing', draft: '', want: [] },
  ];
  test.for(cases)('$trap', ({ draft, want }) => expect(say(draft)).toEqual(want));

  test('shows the nearest text and marks what differs', () => {
    const [checked] = checkQuotations(collection, '“改造老旧小区80个，惠及居民两万户”');
    const marked = (pieces: readonly { text: string; differs: boolean }[]) =>
      pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');
    expect(marked(checked!.difference!.said)).toBe('改造老旧小区[8]0个，惠及居民[两]万户');
    expect(marked(checked!.difference!.printed)).toBe('改造老旧小区[6]0个，惠及居民[2.1]万户');
    expect(checked!.sources[0]!.placed.document.displayTitle).toBe('云渚市2023年政府工作报告');
  });

  test('a number that was cut is shown whole', () => {
    const [checked] = checkQuotations(collection, '“一般公共预算收入124”');
    expect(checked!.verdict).toBe('altered');
    expect(checked!.difference!.printed).toEqual([
      { text: '一般公共预算收入124', differs: false },
      { text: '.51', differs: true },
    ]);
  });

  test('whatever the draft is, spans are inside it, in order, and show what was said', () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      '「',
      '」',
      '\n',
      '> ',
      '……',
      '"',
      '改造老旧小区60个',
      '岚江二桥',
      'a',
      '。',
      '\r\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 40 }), (pieces) => {
        const draft = pieces.join('').replace(/\r\n?/gu, '\n');
        let last = 0;
        for (const { span, said } of checkQuotations(collection, draft)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          last = span.start;
          expect(draft.slice(span.start, span.end)).toContain(said);
        }
      }),
    );
  });
});

/** A draft of twenty quotations out of a real collection, as people write drafts; five are altered. */
function write(real: Collection): { text: string; altered: string[] } {
  const sentences: string[] = [];
  const count = real.documentOf.length;
  for (let i = 0; sentences.length < 20 && i < count; i++) {
    const { text, passage } = passageAt(real, (i * 7919 + 101) % count)!;
    const sentence = text
      .split(/(?<=。)/u)
      .find((one) => one.length >= 18 && one.length <= 90 && !/[“”‘’"「」>|]/u.test(one));
    if (passage.kind === 'text' && sentence !== undefined && !sentences.includes(sentence)) sentences.push(sentence);
  }
  const changes: readonly ((sentence: string) => string)[] = [
    (one) => one.slice(0, 6) + one.slice(7),
    (one) => `${one.slice(0, 9)}大力${one.slice(9)}`,
    (one) => one.slice(0, 10) + (one.charAt(10) === '新' ? '旧' : '新') + one.slice(11),
    (one) => one.slice(0, 4) + one.slice(6),
    (one) => `${one.slice(0, -8)}${[...one.slice(-8)].reverse().join('')}`,
  ];
  const altered: string[] = [];
  const quoted = sentences.map((sentence, at) => {
    const change = at % 4 === 1 ? changes[(at - 1) / 4] : undefined;
    const words = change?.(sentence) ?? sentence;
    if (change !== undefined) altered.push(words);
    const forms = [
      `有关文件指出：“${words}”`,
      `> ${words}`,
      `文中说「${words}」，值得注意。`,
      `对此要求是，"${words.replace(/。$/u, '')}"。`,
    ];
    return forms[at % 4 === 1 ? ((at - 1) / 4) % 4 : at % 4]!;
  });
  return { text: quoted.join('\n\n这是作者自己的话。\n\n'), altered };
}

describe.skipIf(!existsSync(SHARED_CORPUS))('a memo of twenty quotations, five altered (needs ../shared)', () => {
  test('all five are found, none of the fifteen is doubted, in under two seconds', async () => {
    const { collection: real } = await libraryOf(SHARED_CORPUS);
    const { text, altered } = write(real);
    expect(altered).toHaveLength(5);
    for (const words of altered) expect(findWhole(real, words), words).toEqual([]);
    const before = performance.now();
    const checked = checkDraft(real, text).quotations.filter(({ kind }) => kind !== 'unmarked');
    const took = performance.now() - before;

    expect(checked).toHaveLength(20);
    expect(checked.filter(({ verdict }) => verdict === 'altered').map(({ said }) => said)).toEqual(
      altered.map((words) => expect.stringContaining(words.replace(/。$/u, '')) as string),
    );
    expect(checked.filter(({ verdict }) => verdict === 'confirmed')).toHaveLength(15);
    expect(took).toBeLessThan(2000);
  });
});
