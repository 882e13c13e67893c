import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { update } from '../../indexer/library.ts';
import { temporaryFolder } from '../support/library.ts';
import { serve } from '../support/server.ts';

const sentence = '实施城市更新行动，改造老旧小区60个，惠及居民2.1万户，新建口袋公园20处。';
const report = (words: string) =>
  `云渚市2023年政府工作报告\n\n一、2022年工作回顾\n\n过去一年，岚江二桥主塔封顶。\n\n二、2023年工作安排\n\n${words}\n\n坚决守住安全生产底线。`;

/** The page of the sentence's permalink after its file was changed by `change`. */
async function pageAfter(change: (file: string) => void) {
  const [folder, data] = [temporaryFolder(), temporaryFolder()];
  const file = join(folder, 'a.txt');
  writeFileSync(file, report(sentence));
  const { collection } = (await update([folder], data)).library;
  const document = collection.documents[0]!;
  const id = document.passages.find(({ start, end }) => document.text.slice(start, end) === sentence)!.id;
  change(file);
  const { base, stop } = await serve((await update([folder], data)).library);
  const response = await fetch(new URL(`/p/${id}`, base));
  const html = await response.text();
  stop();
  return { status: response.status, $: load(html) };
}

describe('/p/ID', () => {
  test('a paragraph as it was: no notice; meta, COinS, JSON-LD and files for reference managers', async () => {
    const { status, $ } = await pageAfter(() => undefined);
    expect(status).toBe(200);
    expect($('.became')).toHaveLength(0);
    expect($('meta[name="citation_title"]').attr('content')).toBe('云渚市2023年政府工作报告');
    expect(new URLSearchParams($('.Z3988').attr('title')).get('rft.title')).toBe('云渚市2023年政府工作报告');
    expect(JSON.parse($('script[type="application/ld+json"]').text())).toMatchObject({ '@type': 'Report' });
    expect($('.cite-files a').first().attr('href')).toMatch(/^\/cite\/.+\.bib$/u);
  });

  test('a paragraph that changed: what differs is marked', async () => {
    const { status, $ } = await pageAfter((file) => writeFileSync(file, report(sentence.replace('60个', '85个'))));
    expect(status).toBe(200);
    expect($('.became del').text()).toBe('60');
    expect($('.became ins').text()).toBe('85');
    expect($('.is-target').text()).toContain('改造老旧小区85个');
  });

  test('a paragraph that is gone: what it said', async () => {
    const { status, $ } = await pageAfter((file) => writeFileSync(file, report('')));
    expect(status).toBe(410);
    expect($('mark').text()).toBe(sentence);
    expect($('main a[href^="/documents/"]').text()).toContain('云渚市2023年政府工作报告');
  });

  test('a document that is gone', async () => {
    const { status, $ } = await pageAfter((file) => {
      rmSync(file);
      writeFileSync(
        file.replace('a.txt', 'b.txt'),
        '漱石县2023年政府工作报告\n\n全县上下团结一心，圆满完成了各项目标任务。',
      );
    });
    expect(status).toBe(410);
    expect($('mark').text()).toBe(sentence);
  });
});
