import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { clean } from '../../indexer/cleaning/clean.ts';
import type { Cleaned, Reading } from '../../indexer/model.ts';
import { read } from '../../indexer/reading/read.ts';

const shared = fileURLToPath(new URL('../../../shared', import.meta.url));
const corpus = join(shared, 'corpus');
const gold = join(shared, 'gold');
const present = existsSync(corpus) && existsSync(gold);

/** The test's own simple fold. */
const simplify = Converter({ from: 't', to: 'cn' });
const fold = (text: string): string =>
  simplify(text.normalize('NFKC').replace(/[\s*#\uE000\uE001]/g, ''))
    .replaceAll('著', '着')
    .toLowerCase();
/** As a reader sees it: pinyin taken out. */
const unpinned = (text: string): string => text.replace(/[(（][a-zü\u00E0-\u00FC\u0101-\u01DC]{1,7}[)）]/g, '');

async function readingOf(path: string): Promise<Reading> {
  const reading = await read(basename(path), readFileSync(path));
  if (!('blocks' in reading)) throw new Error(`${path}: ${reading.reason}`);
  return reading;
}

function textOf({ blocks }: Pick<Cleaned, 'blocks'>): string {
  return blocks.map((block) => block.text + (block.rows?.flat().join('') ?? '')).join('\n');
}

const files = present
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter((path) => /[\\/]/.test(path) && /\.(?:txt|md|html|docx|pdf)$/.test(path))
      .sort()
  : [];

/** Sentences that are furniture, not the document's; and places where shifted encoding or a year was repaired. */
const reviewed = [
  /首页.*(?:政务公开|政务服务)/,
  /发布时间[:：].*来源[:：]/,
  /您访问的链接即将离开.*网站/,
  /\?[?;!]|\?[a-zü\u00E0-\u00FC\u0101-\u01DC]{1,7}\)/,
  /二\uFFFD+[〇一二三四五六七八九]{2}年/,
  /[(（](?:上接|下转)[^)）]{0,8}版[)）]/,
];

describe.skipIf(!present)('clean, on real documents (needs ../shared)', () => {
  it.each(files)('%s keeps every sentence and settles', async (path) => {
    const reading = await readingOf(join(corpus, path));
    const cleaned = clean(reading);
    const after = fold(textOf(cleaned));
    const sentences = textOf(reading).match(/[^。！？\n]{10,}[。！？]/g) ?? [];
    const lost = sentences
      .filter((sentence) => !reviewed.some((pattern) => pattern.test(sentence)))
      .filter((sentence) => (sentence.match(/\p{Script=Han}/gu)?.length ?? 0) >= 10)
      .filter((sentence) => !after.includes(fold(unpinned(sentence.replace(/&\w+;/g, '').replace(/^\s*● ?/, '')))));
    expect(lost).toEqual([]);
    expect(clean({ ...reading, blocks: cleaned.blocks }).blocks).toEqual(cleaned.blocks);
  });
});

interface Query {
  readonly id: string;
  readonly kind: string;
  readonly query: string;
  readonly phrase?: string;
  readonly truth: { readonly count_by_doc: Readonly<Record<string, number>> };
}

function queries(): Query[] {
  if (!present) return [];
  const lines = readFileSync(join(gold, 'queries.jsonl'), 'utf8').trim().split('\n');
  return lines
    .map((line) => JSON.parse(line) as Query)
    .filter(({ kind }) => ['phrase', 'variant', 'number'].includes(kind));
}

/** Occurrences; a number is whole, so a digit at either end has no digit beside it. */
function count(text: string, phrase: string): number {
  const escaped = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const [before, after] = [/^\d/.test(phrase) ? '(?<!\\d|\\d\\.)' : '', /\d$/.test(phrase) ? '(?!\\d|\\.\\d)' : ''];
  return text.match(new RegExp(before + escaped + after, 'g'))?.length ?? 0;
}

describe.skipIf(!present)('counts of judged phrases after cleaning (needs ../shared)', () => {
  const folded = new Map<string, string>();
  const foldedText = async (file: string): Promise<string> => {
    const text =
      folded.get(file) ?? fold(textOf(clean(await readingOf(join(corpus, 'luoyang', file))))).replaceAll('\n', '');
    folded.set(file, text);
    return text;
  };

  it.each(queries().map((query) => [query.id, query.query, query] as const))('%s %s', async (_, __, query) => {
    const phrase = fold(query.phrase ?? query.query).replaceAll('"', '');
    const luoyang = files.filter((path) => path.startsWith('luoyang')).filter((path) => path.endsWith('.txt'));
    const found: Record<string, number> = {};
    for (const path of luoyang) {
      const times = count(await foldedText(basename(path)), phrase);
      if (times > 0) found[basename(path)] = times;
    }
    expect(found).toEqual(query.truth.count_by_doc);
  });
});

interface Annotated {
  readonly file: string;
  readonly joins: readonly { readonly before: string; readonly after: string }[];
  readonly furniture: readonly { readonly text: string; readonly action: string; readonly why?: string }[];
}

describe.skipIf(!present)('reviewed noise (needs ../shared)', () => {
  const annotated = (present ? readdirSync(gold) : [])
    .filter((name) => /^\d{3}_.*\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(join(gold, name), 'utf8')) as Annotated);

  it.each(annotated.map((document) => [basename(document.file), document] as const))('%s', async (name, document) => {
    const cleaned = clean(await readingOf(join(corpus, 'luoyang', name)));
    const text = textOf(cleaned).replace(/[\s\uE000\uE001]/g, '');
    const lines = new Set(cleaned.blocks.map((block) => block.text));
    const unjoined = document.joins.filter(
      ({ before, after }) => !cleaned.blocks.some((block) => squeeze(block.text).includes(squeeze(before + after))),
    );
    expect(unjoined).toEqual([]);
    const front = document.furniture.filter(
      ({ action, why }) => action === 'meta' && why?.includes('speaker') !== true,
    );
    expect(front.filter((line) => lines.has(line.text))).toEqual([]);
    expect(text).not.toMatch(/[\u00A0●#]|\*\*/);
  });
});

function squeeze(text: string): string {
  return text.replace(/\s/g, '');
}
