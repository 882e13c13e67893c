import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { beforeAll, describe, expect, test } from 'vitest';
import { libraryOf, temporaryFolder } from '../support/library.ts';
import { serve } from '../support/server.ts';

const notice = `槐江市人民政府关于加快渔业转型的通知

槐政发〔2031〕5号

各县（市、区）人民政府，市政府各部门：

为推动渔业绿色转型，现就有关事项通知如下。

一、总体要求

坚持生态优先，到2033年全市生态养殖面积达到12万亩，渔业总产值突破60亿元。

二、重点任务

三年改造标准化池塘3万亩，配套尾水处理设施，实现达标排放。

附件：1.重点任务分工表

2.年度目标表

槐江市人民政府

2031年5月6日

（此件公开发布）

抄送：市委各部门，市人大常委会办公室，市政协办公室。

槐江市人民政府办公室 2031年5月7日印发
`;

const newspaper = `槐江日报2031年1月18日 星期六02版：要闻 责任编辑：王五 版面设计：赵六

政府工作报告

——2031年1月15日在槐江市第九届人民代表大会第一次会议上

槐江市市长 李四

各位代表：

现在，我代表市人民政府向大会报告工作，请予审议。

一、过去一年工作

全市生态养殖面积达到9万亩，渔业总产值突破50亿元，人民生活持续改善。

二、今年工作

改造标准化池塘3万亩，配套尾水处理设施，实现达标排放，确保水质安全。
`;

let base: string;

beforeAll(async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '通知.txt'), notice);
  writeFileSync(join(folder, '槐江日报.txt'), newspaper);
  const served = await serve(await libraryOf(folder));
  base = served.base;
  return served.stop;
});

/** How the lines outside the body look in the document that contains `words`: `signature 槐江市人民政府`. */
async function looks(words: string): Promise<string[]> {
  const found = await fetch(new URL(`/api/search?q=${encodeURIComponent(words)}`, base));
  const { hits } = (await found.json()) as { hits: { docId: string }[] };
  const page = load(await (await fetch(new URL(`/documents/${hits[0]?.docId}`, base))).text());
  return page('.text .front')
    .toArray()
    .map((line) => `${page(line).attr('class')} ${page(line).text().replaceAll('¶', '').trim()}`)
    .map((line) => line.replace('front front-', ''));
}

describe('blocksOf', () => {
  test('sets a signature to the right, and what stands around it as text', async () => {
    expect(await looks('现就有关事项通知如下')).toEqual([
      'title 槐江市人民政府关于加快渔业转型的通知',
      'centred 槐政发〔2031〕5号',
      'remark 附件：1.重点任务分工表',
      'remark 2.年度目标表',
      'signature 槐江市人民政府',
      'signature 2031年5月6日',
      'remark （此件公开发布）',
      'remark 抄送：市委各部门，市人大常委会办公室，市政协办公室。',
      'remark 槐江市人民政府办公室2031年5月7日印发',
    ]);
  });

  test('centres what stands before the body, though a newspaper has a line above it', async () => {
    const lines = await looks('生态养殖面积达到9万亩');
    expect(lines).toContain('title 政府工作报告');
    expect(lines).toContain('centred 槐江市市长 李四');
    expect(lines.filter((line) => /^(?:signature|remark)/.test(line))).toEqual([]);
  });
});
