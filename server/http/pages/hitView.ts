/** Hits as the page of results shows them, neighbours of one document together. */
import type { PlacedPassage } from '../../../indexer/index/collection.ts';
import type { Passage, PolicyDocument } from '../../../indexer/model.ts';
import { fragments } from '../../search/highlight.ts';
import type { Hit } from '../../search/search.ts';
import type { Strings } from '../language/language.ts';
import { quotationOf } from './citationView.ts';
import { cellsOf } from './tableRow.ts';
import { windowOf } from './window.ts';

/** The place within its section: 第3段, 表格第2行 …; empty for front matter. */
export function placeLabel(t: Strings, passage: Passage): string {
  if (passage.kind === 'heading') return t.kinds.heading;
  if (passage.ordinal === 0) return '';
  const label = passage.kind === 'table' ? t.hit.row : passage.kind === 'list' ? t.hit.item : t.hit.ordinal;
  const part = passage.segment === null ? '' : t.hit.part(passage.segment);
  return label(passage.ordinal) + part;
}

/** `/p/ID?q=…`: the paragraph in its document, the words still marked. The page goes to it by itself. */
function linkTo(hit: Hit, text: string): string {
  const query = text === '' ? '' : `?${new URLSearchParams({ q: text }).toString()}`;
  return `/p/${hit.passage.id}${query}`;
}

function textView(hit: Hit) {
  const { passage, text, spans } = hit;
  if (passage.kind === 'table') return { cells: cellsOf(text, spans, passage) };
  const window = windowOf(text, spans);
  return {
    fragments: window.fragments,
    ...(window.isPart ? { whole: fragments(text, spans), hidden: window.hidden } : {}),
  };
}

/** The way to the passage; what the passage itself begins with (its heading, its run-in) is not said twice. */
export function breadcrumb({ path, text }: PlacedPassage): string[] {
  const headings = path.map(({ heading }) => heading);
  return headings.length > 0 && text.startsWith(headings.at(-1) ?? '') ? headings.slice(0, -1) : headings;
}

function hitView(hit: Hit, text: string, t: Strings) {
  const { passage } = hit;
  return {
    id: passage.id,
    isHeading: passage.kind === 'heading',
    path: breadcrumb(hit),
    ...textView(hit),
    label: placeLabel(t, passage),
    page: passage.page,
    same: hit.same > 0 ? hit.same : null,
    several: hit.spans.length > 1 ? hit.spans.length : null,
    href: linkTo(hit, text),
    permalink: `/p/${passage.id}`,
    quotation: quotationOf(hit),
  };
}

function documentView(document: PolicyDocument) {
  const { id, displayTitle, region, date, year, docNumber, completeness } = document;
  return { id, displayTitle, region: region.join(' '), date: date ?? year, docNumber, completeness };
}

type HitView = ReturnType<typeof hitView>;
type DocumentView = ReturnType<typeof documentView>;

/** Hits in their order; those that follow one another in the same document share its name. */
export function hitGroups(hits: readonly Hit[], text: string, t: Strings) {
  const groups: { document: DocumentView; note: string; hits: HitView[] }[] = [];
  for (const hit of hits) {
    const view = hitView(hit, text, t);
    const last = groups.at(-1);
    if (last?.document.id === hit.document.id) last.hits.push(view);
    else {
      const note = t.document.completeness[hit.document.completeness];
      groups.push({ document: documentView(hit.document), note, hits: [view] });
    }
  }
  return groups;
}
