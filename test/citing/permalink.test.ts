import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { passageAt } from '../../indexer/index/collection.ts';
import { type Library, open, update } from '../../indexer/library.ts';
import { resolvePermalink } from '../../server/citing/permalink.ts';
import { temporaryFolder } from '../support/library.ts';

const report = (sentence: string) => `云渚市2023年政府工作报告

一、2022年工作回顾

过去一年，一般公共预算收入124.51亿元；岚江二桥主塔封顶。

二、2023年工作安排

${sentence}

坚决守住安全生产底线，常态化开展隐患排查整治。`;

const sentence = '实施城市更新行动，改造老旧小区60个，惠及居民2.1万户，新建口袋公园20处。';

/** A folder with one report, indexed; what its sentence's permalink shows after the folder was changed. */
async function after(change: (file: string) => void) {
  const [folder, data] = [temporaryFolder(), temporaryFolder()];
  const file = join(folder, 'a.txt');
  writeFileSync(file, report(sentence));
  const { library } = await update([folder], data);
  const id = library.collection.documents[0]!.passages.find(
    (_, at) => passageAt(library.collection, at)!.text === sentence,
  )!.id;
  change(file);
  writeFileSync(join(folder, 'b.txt'), '漱石县2023年政府工作报告\n\n全县上下团结一心，圆满完成了各项目标任务。');
  const changed: Library = (await update([folder], data)).library;
  return { id, data, library: changed, found: resolvePermalink(changed.collection, await changed.loadFormer(), id) };
}

describe('resolvePermalink(collection, former, id)', () => {
  test('edits elsewhere and another file name change nothing', async () => {
    const { found } = await after((file) => {
      rmSync(file);
      writeFileSync(file.replace('a.txt', 'c.txt'), report(sentence).replace('124.51', '125.02'));
    });
    expect(found.state).toBe('present');
  });

  test('a paragraph that changed: the nearest text, and what differs', async () => {
    const { found } = await after((file) => writeFileSync(file, report(sentence.replace('60个', '80个'))));
    if (found.state !== 'changed') throw new Error(found.state);
    expect(found.placed.text).toBe(sentence.replace('60个', '80个'));
    expect(found.difference.said.filter(({ differs }) => differs).map(({ text }) => text)).toEqual(['6']);
    expect(found.difference.printed.filter(({ differs }) => differs).map(({ text }) => text)).toEqual(['8']);
  });

  test('a paragraph under another heading: the same words there', async () => {
    const { found } = await after((file) =>
      writeFileSync(file, report(sentence).replace('二、2023年工作安排', '二、今后五年的目标')),
    );
    if (found.state !== 'moved') throw new Error(found.state);
    expect(found.placed.text).toBe(sentence);
  });

  test('a paragraph that is gone: what it said, with its neighbours', async () => {
    const { found } = await after((file) => writeFileSync(file, report('')));
    if (found.state !== 'gone') throw new Error(found.state);
    expect(found.former.quote).toEqual({
      type: 'TextQuoteSelector',
      exact: sentence,
      prefix: expect.stringMatching(/2023年工作安排\n$/u) as string,
      suffix: expect.stringMatching(/^\n坚决守住安全生产底线/u) as string,
    });
    expect(found.document?.displayTitle).toBe('云渚市2023年政府工作报告');
  });

  test('a document that is gone', async () => {
    const { found, data, id } = await after((file) => rmSync(file));
    expect(found).toMatchObject({ state: 'gone', document: null, former: { id, title: '云渚市2023年政府工作报告' } });
    const opened = await open(data);
    expect('loadFormer' in opened && (await opened.loadFormer()).has(id)).toBe(true);
  });

  test('an id that never was', async () => {
    const { library } = await after(() => undefined);
    expect(resolvePermalink(library.collection, new Map(), 'never-was')).toEqual({ state: 'unknown', document: null });
  });
});
