/** A document's text as the page shows it: headings, paragraphs of passages, tables of rows. */
import { type PlacedPassage, sectionPath } from '../../../indexer/index/collection.ts';
import type { Collection } from '../../../indexer/index/collection.ts';
import type { Passage, PolicyDocument, Section, Span } from '../../../indexer/model.ts';
import { type Fragment, fragments } from '../../search/highlight.ts';
import { quotationOf } from './citationView.ts';
import { type Cell, cellsOf } from './tableRow.ts';

/** A passage where it stands; its anchor is `p-ID`. */
export interface PassageView {
  readonly id: string;
  readonly permalink: string;
  readonly isTarget: boolean;
  /** A run-in's own words, with which the passage begins: set in bold. */
  readonly lead: readonly Fragment[];
  readonly fragments: readonly Fragment[];
  readonly cells: readonly Cell[];
  readonly quotation: string;
}

export interface RowView extends PassageView {
  /** Set where one cell is a title over all columns: `一、经济发展`. */
  readonly colspan: number | null;
}

export type BlockView =
  | { readonly isHeading: true; readonly level: number; readonly section: string; readonly passage: PassageView }
  | { readonly isFront: true; readonly look: FrontLook; readonly passage: PassageView }
  | { readonly isParagraph: true; readonly kind: Passage['kind']; readonly passages: readonly PassageView[] }
  | { readonly isTable: true; readonly heads: readonly RowView[]; readonly rows: readonly RowView[] }
  | { readonly isPage: true; readonly page: number };

/** How a line outside the body is set: a title; centred (speaker, caption); a signature, right; what stands around one. */
export type FrontLook = 'title' | 'centred' | 'signature' | 'remark';

/** What the page marks. */
export interface Marks {
  /** Passage id → spans of its text. */
  readonly spans: ReadonlyMap<string, readonly Span[]>;
  /** The passage that was asked for. */
  readonly target: string | null;
}

interface Context {
  readonly collection: Collection;
  readonly document: PolicyDocument;
  readonly marks: Marks;
  readonly sections: ReadonlyMap<string, Section>;
  /** Ids of the lines that close the body. */
  readonly closing: ReadonlySet<string>;
}

/** In front of the body, behind it, or a picture's caption. */
function isFront({ section, ordinal }: Passage): boolean {
  return section === null && ordinal === 0;
}

/** Ids of the lines that stand behind the body: a signature, and what is around it. Behind a title another body begins. */
function closingLines(passages: readonly Passage[]): ReadonlySet<string> {
  const ids = new Set<string>();
  let isBehind = false;
  for (const passage of passages) {
    if (!isFront(passage)) isBehind = true;
    else if (passage.kind === 'heading') isBehind = false;
    else if (isBehind && passage.kind === 'text') ids.add(passage.id);
  }
  return ids;
}

const caption = /^▲?图|摄(?:影报道)?[）)]?。?$/u;
/** `附件：1.分工表`, `2.目标表`, `（此件公开发布）`, `抄送：…。`, `…办公室2031年5月6日印发` */
const remark = /[，。；：:、（(]|^附|^\d{1,2}[.．]|印发$/u;

function lookOf(text: string, isClosing: boolean): FrontLook {
  if (!isClosing || caption.test(text)) return 'centred';
  return remark.test(text) ? 'remark' : 'signature';
}

function place({ collection, document }: Context, passage: Passage): PlacedPassage {
  const text = document.text.slice(passage.start, passage.end);
  const path = sectionPath(collection, document.id, passage.section);
  return { number: collection.passageNumber.get(passage.id) ?? -1, document, passage, text, path };
}

/** Length of the run-in with which the passage begins, its mark included; 0 when it begins with none. */
function leadLength(section: Section | undefined, text: string): number {
  if (section?.kind !== 'run-in' || !text.startsWith(section.heading)) return 0;
  const { length } = section.heading;
  return /[。：:]/u.test(text.charAt(length)) ? length + 1 : length;
}

/** Cuts fragments after `length` characters. */
function cutFragments(pieces: readonly Fragment[], length: number): [Fragment[], Fragment[]] {
  const before: Fragment[] = [];
  const behind: Fragment[] = [];
  let at = 0;
  for (const piece of pieces) {
    const cut = Math.min(Math.max(length - at, 0), piece.text.length);
    if (cut > 0) before.push({ ...piece, text: piece.text.slice(0, cut) });
    if (cut < piece.text.length) behind.push({ ...piece, text: piece.text.slice(cut) });
    at += piece.text.length;
  }
  return [before, behind];
}

function passageView(context: Context, passage: Passage): PassageView {
  const placed = place(context, passage);
  const spans = context.marks.spans.get(passage.id) ?? [];
  const section = passage.section === null ? undefined : context.sections.get(passage.section);
  const [lead, rest] = cutFragments(fragments(placed.text, spans), leadLength(section, placed.text));
  return {
    id: passage.id,
    permalink: `/p/${passage.id}`,
    isTarget: passage.id === context.marks.target,
    lead,
    fragments: rest,
    cells: passage.kind === 'table' ? cellsOf(placed.text, spans, passage) : [],
    quotation: quotationOf(placed),
  };
}

/** Passages that the page shows as one block: a paragraph's segments, a table's rows. */
function groupPassages(passages: readonly Passage[]): Passage[][] {
  const groups: Passage[][] = [];
  for (const passage of passages) {
    const last = groups.at(-1)?.at(-1);
    // A heading that is run together with its paragraph in print (`一、回顾 2019年…`) is a block of its own.
    const isHeading = last?.kind === 'heading' || passage.kind === 'heading';
    const touches = !isHeading && last?.end === passage.start;
    const sameTable = last?.kind === 'table' && passage.kind === 'table' && last.section === passage.section;
    if (touches || sameTable) groups.at(-1)?.push(passage);
    else groups.push([passage]);
  }
  return groups;
}

function headingView(context: Context, passage: Passage): BlockView {
  const section = passage.section === null ? undefined : context.sections.get(passage.section);
  const view = passageView(context, passage);
  if (section === undefined) return { isFront: true, look: 'title', passage: view };
  return { isHeading: true, level: Math.min(section.level + 1, 6), section: section.id, passage: view };
}

/** Head rows are those of several cells above the first row that has heads. */
function tableView(passages: readonly Passage[], views: readonly PassageView[]): BlockView {
  const columns = Math.max(...views.map(({ cells }) => cells.length));
  const rows = views.map((view) => ({ ...view, colspan: view.cells.length === 1 && columns > 1 ? columns : null }));
  const headed = passages.findIndex(({ heads }) => heads !== undefined);
  const title = rows.findIndex(({ colspan }) => colspan !== null);
  const cut = Math.max(0, title < 0 ? headed : Math.min(headed, title));
  return { isTable: true, heads: rows.slice(0, cut), rows: rows.slice(cut) };
}

function blockOf(context: Context, group: readonly Passage[]): BlockView[] {
  const [first] = group;
  if (first === undefined) return [];
  if (first.kind === 'heading') return group.map((passage) => headingView(context, passage));
  const views = group.map((passage) => passageView(context, passage));
  if (first.kind === 'table') return [tableView(group, views)];
  const [only] = views;
  if (isFront(first) && only !== undefined) {
    const text = context.document.text.slice(first.start, first.end);
    return [{ isFront: true, look: lookOf(text, context.closing.has(first.id)), passage: only }];
  }
  return [{ isParagraph: true, kind: first.kind, passages: views }];
}

/** The document's blocks in order; a page's number stands before the first block that begins on it. */
export function blocksOf(collection: Collection, document: PolicyDocument, marks: Marks): BlockView[] {
  const sections = new Map(document.sections.map((section) => [section.id, section]));
  const context: Context = { collection, document, marks, sections, closing: closingLines(document.passages) };
  let page = 0;
  return groupPassages(document.passages).flatMap((group) => {
    const at = group[0]?.page ?? 0;
    const turn: BlockView[] = at > page ? [{ isPage: true, page: at }] : [];
    page = Math.max(page, at);
    return [...turn, ...blockOf(context, group)];
  });
}

/** The outline for the side: headings only, no run-ins, links to them. */
export function outlineOf(document: PolicyDocument) {
  const headings = new Set(document.passages.flatMap((p) => (p.kind === 'heading' && p.section ? [p.section] : [])));
  return document.sections
    .filter(({ id, kind, level }) => kind !== 'run-in' && level <= 3 && headings.has(id))
    .map(({ id, level, heading }) => ({ href: `#${id}`, level, heading }));
}
