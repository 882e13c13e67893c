import { expect, it } from 'vitest';
import type { Metadata } from '../../indexer/model.ts';
import { show } from '../../indexer/show.ts';
import { isSkip, understand } from '../../indexer/understand.ts';

/** A short document and what its reader would say of it. */
export interface Example {
  /** The trap that it holds. */
  readonly trap: string;
  readonly path?: string;
  readonly text: string;
  readonly metadata: Partial<Metadata>;
  /** Headings, two spaces a level; a topic sentence that runs into its paragraph stands behind `~`. */
  readonly outline: readonly string[];
  /** Beginnings of passages that are no headings, in order, after `[page]`-less paths are left out. */
  readonly passages?: readonly string[];
  /** Words that must be in no passage: they are furniture. */
  readonly gone?: readonly string[];
}

export interface Understood {
  readonly metadata: Metadata;
  readonly outline: readonly string[];
  readonly passages: readonly string[];
}

/** What the indexer understood of a text file, as `Example` writes it. */
export async function understood(text: string, path = '000.txt'): Promise<Understood> {
  const outcome = await understand({ path, bytes: new TextEncoder().encode(text), sidecar: null });
  if (isSkip(outcome)) throw new Error(`${outcome.reason}: ${outcome.detail}`);
  const { document, sections, passages } = show(outcome);
  return {
    metadata: document,
    outline: sections.map(
      ({ level, kind, heading }) => `${'  '.repeat(level - 1)}${kind === 'run-in' ? '~' : ''}${heading}`,
    ),
    passages: passages.filter(({ kind, ordinal }) => kind !== 'heading' && ordinal > 0).map((passage) => passage.text),
  };
}

/** One test for each example. */
export function checkExamples(examples: readonly Example[]): void {
  for (const example of examples) {
    it(example.trap, async () => {
      const { metadata, outline, passages } = await understood(example.text, example.path);
      expect(metadata).toMatchObject(example.metadata);
      expect(outline).toEqual(example.outline);
      if (example.passages !== undefined) {
        const beginnings = passages.map((passage, i) => passage.slice(0, example.passages?.[i]?.length ?? 12));
        expect(beginnings).toEqual(example.passages);
      }
      for (const words of example.gone ?? []) expect(passages.join('\n')).not.toContain(words);
    });
  }
}
