/**
 * The record of passages that are no more: what stood behind a permalink before its document changed or went. A file of
 * lines (NDJSON) beside the snapshot, only ever added to; of several lines with one id the last counts.
 */
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PolicyDocument, Section } from '../model.ts';

const FILE = 'former-passages.ndjson';
/** Characters kept on either side of the quotation. */
const CONTEXT = 32;

/** https://www.w3.org/TR/annotation-model/#text-quote-selector */
const quoteSchema = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});

const formerSchema = z.object({
  id: z.string(),
  docId: z.string(),
  /** The document's title, as it was shown. */
  title: z.string(),
  /** Headings from the highest down. */
  sectionPath: z.array(z.string()),
  quote: quoteSchema,
  /** The file in which it was last seen, relative to its folder, and the SHA-256 of that file. */
  path: z.string(),
  sha256: z.string(),
});

export type FormerPassage = z.infer<typeof formerSchema>;

function headingsTo(sections: ReadonlyMap<string, Section>, id: string | null): string[] {
  const section = id === null ? undefined : sections.get(id);
  return section === undefined ? [] : [...headingsTo(sections, section.parent), section.heading];
}

/** The passages of `before` that are not in `after`, with their words. */
export function findFormer(before: readonly PolicyDocument[], after: readonly PolicyDocument[]): FormerPassage[] {
  const present = new Set(after.flatMap(({ passages }) => passages.map(({ id }) => id)));
  return before.flatMap((document) => {
    const { id: docId, displayTitle: title, text, provenance } = document;
    const gone = document.passages.filter(({ id }) => !present.has(id));
    const sections = new Map(document.sections.map((section) => [section.id, section]));
    return gone.map(({ id, section, start, end }) => ({
      id,
      docId,
      title,
      sectionPath: headingsTo(sections, section),
      quote: {
        type: 'TextQuoteSelector' as const,
        exact: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - CONTEXT), start),
        suffix: text.slice(end, end + CONTEXT),
      },
      path: provenance.path,
      sha256: provenance.sha256,
    }));
  });
}

/** Adds to the record in `dir` (made if missing). */
export async function recordFormer(dir: string, former: readonly FormerPassage[]): Promise<void> {
  if (former.length === 0) return;
  await mkdir(dir, { recursive: true });
  await appendFile(join(dir, FILE), former.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

/** A line cut off by a full disk or a crash is passed over: the others still count. */
function parseLine(line: string): FormerPassage[] {
  try {
    const parsed = formerSchema.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}

/** The record in `dir` by passage id; empty when there is none. */
export async function readFormer(dir: string): Promise<ReadonlyMap<string, FormerPassage>> {
  const text = await readFile(join(dir, FILE), 'utf8').catch(() => '');
  return new Map(
    text
      .split('\n')
      .flatMap(parseLine)
      .map((one) => [one.id, one]),
  );
}
