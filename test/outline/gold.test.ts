import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../indexer/analysis/fold.ts';
import { clean } from '../../indexer/cleaning/clean.ts';
import type { Outline } from '../../indexer/model.ts';
import { read } from '../../indexer/reading/read.ts';
import { describe as describeDocument } from '../../indexer/metadata/describe.ts';
import { outline } from '../../indexer/outline/outline.ts';

const shared = join(import.meta.dirname, '../../../shared');
const corpus = join(shared, 'corpus/luoyang');
const golds = existsSync(shared)
  ? readdirSync(join(shared, 'gold')).filter((name) => /^\d{3}_.*\.json$/.test(name))
  : [];

interface Gold {
  file: string;
  outline: { kind: string; text_norm: string; optional?: boolean }[];
  paragraphs: {
    kind: string;
    path: string[];
    text_norm_head: string;
    segments?: { norm_head: string }[];
  }[];
}

const bare = (text: string) => foldText(text).replace(/[\p{P}\p{S}\p{Z}\s]/gu, '');

async function outlineOf(path: string): Promise<Outline> {
  const reading = await read(basename(path), readFileSync(path));
  if (!('blocks' in reading)) throw new Error(`${path} was not read`);
  const cleaned = clean(reading);
  const { front } = describeDocument(cleaned, path, reading.overrides);
  return outline(cleaned, front, 'doc');
}

function pathOf({ sections }: Outline, id: string | null): string[] {
  const section = sections.find((one) => one.id === id);
  return section === undefined
    ? []
    : [...pathOf({ text: '', sections, passages: [] }, section.parent), bare(section.heading)];
}

describe.skipIf(golds.length === 0)('the outline of reviewed documents (needs ../shared)', () => {
  test.each(golds)('%s', async (name) => {
    const gold = JSON.parse(readFileSync(join(shared, 'gold', name), 'utf8')) as Gold;
    const found = await outlineOf(join(corpus, gold.file));
    const headings = new Set(found.sections.map(({ heading }) => bare(heading)));
    const share = (wanted: readonly { text_norm: string }[]) =>
      wanted.filter(({ text_norm }) => headings.has(bare(text_norm))).length / wanted.length;
    const required = gold.outline.filter(({ kind, optional }) => kind !== 'title' && optional !== true);
    expect(share(required.filter(({ kind }) => kind !== 'run-in'))).toBeGreaterThanOrEqual(0.99);
    expect(share(required.filter(({ kind }) => kind === 'run-in'))).toBeGreaterThanOrEqual(0.92);

    const known = new Set(gold.outline.map(({ text_norm }) => bare(text_norm)));
    const right = [...headings].filter((heading) => known.has(heading)).length;
    expect(right / headings.size).toBeGreaterThanOrEqual(0.95);

    const units = gold.paragraphs
      .filter(({ kind }) => ['body', 'bullet', 'opening', 'closing'].includes(kind))
      .flatMap(({ path, segments, text_norm_head }) =>
        (segments?.map(({ norm_head }) => norm_head) ?? [text_norm_head]).map((head) => ({ path, head: bare(head) })),
      );
    const placed = units.filter(({ path, head }) => {
      const passages = found.passages.filter(({ start, end }) => bare(found.text.slice(start, end)).startsWith(head));
      const home = pathOf(found, passages[0]?.section ?? null);
      return passages.length === 1 && path.every((heading) => home.includes(bare(heading)));
    });
    expect(placed.length / units.length).toBeGreaterThanOrEqual(0.97);
  });
});
