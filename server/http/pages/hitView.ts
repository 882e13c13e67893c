/** Hits as the page of results shows them, neighbours of one document together. */
import { type Collection, passageAt, type PlacedPassage } from '../../../indexer/index/collection.ts';
import type { Passage, PolicyDocument } from '../../../indexer/model.ts';
import { fragments } from '../../search/highlight.ts';
import type { Hit } from '../../search/search.ts';
import type { Strings } from '../language/language.ts';
import { quotationOf } from './citationView.ts';
import { cellsOf } from './tableRow.ts';
import { whyView } from './whyView.ts';
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

function textView(hit: Hit, isNear: boolean) {
  const { passage, text, spans } = hit;
  if (passage.kind === 'table')
    return { cells: cellsOf(text, spans, passage).filter(({ fragments: { length } }) => length > 0) };
  const window = windowOf(text, spans);
  return {
    fragments: window.fragments,
    ...(window.isPart ? { whole: fragments(text, spans), hidden: isNear ? 0 : window.hidden } : {}),
  };
}

/**
 * The way to the passage, for a table's row to the cells that reach over it; what the passage itself begins with (its
 * heading, its run-in) is not said twice.
 */
export function breadcrumb({ path, text, passage }: PlacedPassage): string[] {
  const headings = [...path.map(({ heading }) => heading), ...(passage.under ?? [])];
  return headings.length > 0 && text.startsWith(headings.at(-1) ?? '') ? headings.slice(0, -1) : headings;
}

/** The paragraphs before and behind a hit in its document. */
function neighboursOf(collection: Collection, { number, document }: Hit) {
  const beside = (step: number) => {
    const placed = passageAt(collection, number + step);
    if (placed?.document.id !== document.id) return null;
    return { text: placed.text, isHeading: placed.passage.kind === 'heading' };
  };
  return { before: beside(-1), behind: beside(1) };
}

/** What hits are shown with. */
export interface HitSetting {
  readonly collection: Collection;
  /** What is marked in the document that a hit leads to; empty for nothing. */
  readonly text: string;
  /** The address of the same results with the reasons for their order. */
  readonly whyHref: string;
  /** The hits do not match: nothing in them is counted. */
  readonly isNear: boolean;
  readonly t: Strings;
}

function hitView(hit: Hit, { collection, text, whyHref, isNear, t }: HitSetting) {
  const { passage, explanation, score } = hit;
  return {
    id: passage.id,
    isHeading: passage.kind === 'heading',
    path: breadcrumb(hit),
    ...textView(hit, isNear),
    label: placeLabel(t, passage),
    page: passage.page,
    same: hit.same > 0 ? hit.same : null,
    several: !isNear && hit.spans.length > 1 ? hit.spans.length : null,
    href: linkTo(hit, text),
    permalink: `/p/${passage.id}`,
    quotation: quotationOf(hit),
    neighbours: neighboursOf(collection, hit),
    whyHref: `${whyHref}#hit-${passage.id}`,
    why: explanation === null ? null : whyView(explanation, score, t),
  };
}

function documentView(document: PolicyDocument) {
  const { id, displayTitle, region, date, year, docNumber, completeness } = document;
  return { id, displayTitle, region: region.join(' '), date: date ?? year, docNumber, completeness };
}

type HitView = ReturnType<typeof hitView>;
type DocumentView = ReturnType<typeof documentView>;

/** Hits in their order; those that follow one another in the same document share its name. */
export function hitGroups(hits: readonly Hit[], setting: HitSetting) {
  const groups: { document: DocumentView; note: string; hits: HitView[] }[] = [];
  for (const hit of hits) {
    const view = hitView(hit, setting);
    const last = groups.at(-1);
    if (last?.document.id === hit.document.id) last.hits.push(view);
    else {
      const note = setting.t.document.completeness[hit.document.completeness];
      groups.push({ document: documentView(hit.document), note, hits: [view] });
    }
  }
  return groups;
}
