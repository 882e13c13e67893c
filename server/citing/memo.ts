/**
 * A memo: paragraphs collected from documents, in an order, with lines of one's own and headings. The file format is what
 * the page keeps in the browser and what people send each other; composing it puts in words and citations.
 */
import { z } from 'zod';
import type { Collection } from '../../indexer/index/collection.ts';
import type { FormerPassage } from '../../indexer/index/passageRecord.ts';
import { gather } from './cited.ts';
import { resolvePermalink } from './permalink.ts';
import { quote } from './quotation.ts';
import { cite, STYLE_NAMES, STYLES, type StyleName } from './styles.ts';
import { inTitleMarks } from './wording.ts';

const line = z.string().max(5_000);
const offset = z.int().min(0).max(1_000_000);

const headingSchema = z.object({ kind: z.literal('heading'), text: line });
const ownSchema = z.object({ kind: z.literal('own'), text: line });
const quotationSchema = z.object({
  kind: z.literal('quotation'),
  /** The passage's id. */
  id: z.string().max(80),
  /** Parts of its text to quote; none: all of it. */
  spans: z
    .array(z.object({ start: offset, end: offset }))
    .max(50)
    .default([]),
  /** The words as they stood when it was collected: what is shown if the document changes. */
  words: z.string().max(50_000).default(''),
  /** The document's title then. */
  title: line.default(''),
  /** A line of one's own under it. */
  note: line.default(''),
});

/** A memo as a file: JSON, UTF-8. */
export const memoSchema = z.object({
  format: z.literal('yinju-memo-1'),
  title: line.default(''),
  style: z.enum(STYLE_NAMES.filter((name) => STYLES[name].isNote) as [StyleName, ...StyleName[]]).default('zgshkx'),
  entries: z.array(z.discriminatedUnion('kind', [headingSchema, ownSchema, quotationSchema])).max(1_000),
});

export type Memo = z.infer<typeof memoSchema>;

/** A memo's parts with their words, in order. */
export type MemoPart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'own'; readonly text: string }
  | {
      readonly kind: 'quotation';
      readonly words: string;
      readonly citation: string;
      /** Set when the document no longer says it so. */
      readonly warning: string | null;
      readonly note: string;
    };

export interface ComposedMemo {
  readonly title: string;
  /** `inline`: the citation stands behind the words in brackets; else in a footnote. */
  readonly placement: 'inline' | 'footnote';
  readonly parts: readonly MemoPart[];
}

/** What composing needs besides the memo. */
export interface Sources {
  readonly collection: Collection;
  readonly former: ReadonlyMap<string, FormerPassage>;
  /** 引用日期, ISO; null leaves it out. */
  readonly accessed: string | null;
}

type Quotation = z.infer<typeof quotationSchema>;

/** The words as collected, when the document changed since: they are what its author chose and signed. */
function composeLost({ words, title, note }: Quotation, style: StyleName, warning: string): MemoPart {
  const named = title === '' ? '' : inTitleMarks(title);
  const citation = style === 'memo' && named !== '' ? `（${named}）` : named;
  return { kind: 'quotation', words, citation, warning, note };
}

function composeQuotation(entry: Quotation, style: StyleName, { collection, former, accessed }: Sources): MemoPart {
  const found = resolvePermalink(collection, former, entry.id);
  if (found.state === 'changed') return composeLost(entry, style, '原文后来有改动，这里是当时摘录的文字，请核对');
  if (found.state === 'gone' || found.state === 'unknown')
    return composeLost(entry, style, '文献库中已没有这一段，请核对');
  const { placed } = found;
  const words = quote(placed.text, entry.spans);
  const date = accessed === null ? {} : { accessed };
  const cited = gather({ document: placed.document, placed, quotation: words, ...date });
  return { kind: 'quotation', words, citation: cite(cited, style), warning: null, note: entry.note };
}

/** Puts in the words and citations of all paragraphs. */
export function composeMemo(memo: Memo, sources: Sources): ComposedMemo {
  const parts = memo.entries.map((entry): MemoPart =>
    entry.kind === 'quotation' ? composeQuotation(entry, memo.style, sources) : entry,
  );
  return { title: memo.title, placement: memo.style === 'memo' ? 'inline' : 'footnote', parts };
}
