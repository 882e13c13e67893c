import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { foldForReading, foldText } from '../../indexer/analysis/fold.ts';
import { buildCollection, type Collection, passageAt, type PlacedPassage } from '../../indexer/index/collection.ts';
import { findPhrase } from '../../indexer/index/phraseIndex.ts';
import { isSkip, understand } from '../../indexer/understand.ts';
import { gather } from '../../server/citing/cited.ts';
import { cite } from '../../server/citing/styles.ts';

const shared = new URL('../../../shared/', import.meta.url).pathname;
const folder = join(shared, 'corpus/luoyang');

interface GoldCitation {
  readonly id: string;
  readonly file: string;
  readonly anchor_norm: string;
  readonly note: string | null;
  readonly citation: { readonly gbt7714: string; readonly footnote: string; readonly memo: string };
  readonly required: {
    readonly author: readonly string[];
    readonly title: string;
    readonly year: string | null;
    readonly section: string;
  };
}

const gold = existsSync(shared)
  ? (JSON.parse(readFileSync(join(shared, 'gold/citations.json'), 'utf8')) as { citations: GoldCitation[] }).citations
  : [];

async function collect(): Promise<Collection> {
  const documents = await Promise.all(
    readdirSync(folder).map((path) => understand({ path, bytes: readFileSync(join(folder, path)), sidecar: null })),
  );
  return buildCollection(documents.flatMap((document) => (isSkip(document) ? [] : [document])));
}

/** The passage of `file` in which the anchor stands. */
function findAnchor(collection: Collection, file: string, anchor: string): PlacedPassage | undefined {
  const found = [...findPhrase(collection.phrases, foldText(anchor))];
  return found
    .map((at) =>
      passageAt(
        collection,
        collection.foldedStart.findLastIndex((start) => start <= at),
      )!,
    )
    .find(({ document }) => document.provenance.path === file);
}

/** Ignores the spaces that headings may or may not have. */
const squeeze = (text: string) => foldForReading(text).replace(/\s/gu, '');

describe.skipIf(!existsSync(shared))('citations that experts would write (needs ../shared)', () => {
  let collection: Collection;
  beforeAll(async () => {
    collection = await collect();
  });

  test.for(gold)('$id', ({ file, anchor_norm, required }) => {
    const placed = findAnchor(collection, file, anchor_norm)!;
    expect(placed, anchor_norm).toBeDefined();
    const cited = gather({ document: placed.document, placed });
    for (const style of ['gbt7714-2015', 'gbt7714-2025', 'zgshkx'] as const) {
      const text = cite(cited, style);
      expect(required.author.some((author) => text.startsWith(author))).toBe(true);
      expect(squeeze(text)).toContain(squeeze(required.title));
      expect(squeeze(text)).toContain(squeeze(required.section));
      expect(text).not.toMatch(/undefined|null|https?:|[#*]/u);
      if (required.year === null) expect(text).toContain('日期不详');
      else expect(text).toContain(required.year);
    }
    expect(placed.text).not.toMatch(/[#*]|jīng/u);
  });
});
