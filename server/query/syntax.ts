/**
 * The query's syntax tree. It knows no engine: `parse` makes it of what a person typed, `print` writes it back,
 * `describe` says it in words, and `search/match` finds what it means.
 */
import type { Problem } from '../../indexer/model.ts';

/** Fields that a term can be limited to, or that filter documents. */
export type Field = 'year' | 'region' | 'type' | 'title' | 'heading' | 'issuer' | 'number' | 'document';

/** Text as it was typed, without its quotation marks. It is folded when it is matched. */
export interface Phrase {
  readonly kind: 'phrase';
  readonly text: string;
  /** True when it stood in quotation marks: it is not taken apart when nothing matches. */
  readonly quoted: boolean;
}

/** `专精*企业`: pieces of text with `?` (one character) and `*` (some, within a sentence) between them. */
export interface Wildcard {
  readonly kind: 'wildcard';
  /** The pattern as typed, with ASCII `?` and `*`; begins and ends with text. */
  readonly pattern: string;
}

/** Words separated by white space (all of them in one passage). */
export interface And {
  readonly kind: 'and';
  readonly of: readonly Query[];
}

export interface Or {
  readonly kind: 'or';
  readonly of: readonly Query[];
}

/** Passages that do not match; alone it means all other passages. */
export interface Not {
  readonly kind: 'not';
  readonly of: Query;
}

/** Both within `distance` folded characters of one another, in either order, in one paragraph. */
export interface Near {
  readonly kind: 'near';
  readonly left: Query;
  readonly right: Query;
  readonly distance: number;
}

/** Both in one sentence (`/s`) or in one paragraph (`/p`). */
export interface Same {
  readonly kind: 'same';
  readonly unit: 'sentence' | 'paragraph';
  readonly left: Query;
  readonly right: Query;
}

/** `年份:2021..2024`: an inclusive range; either end may be open. */
export interface YearFilter {
  readonly kind: 'year';
  readonly from: number | null;
  readonly to: number | null;
}

/** `地区:洛阳`, `标题:规划`: documents (or sections, for `heading`) whose field contains the text. */
export interface FieldFilter {
  readonly kind: 'field';
  readonly field: Exclude<Field, 'year'>;
  readonly text: string;
}

/** The empty query. */
export interface Nothing {
  readonly kind: 'nothing';
}

export type Query = Phrase | Wildcard | And | Or | Not | Near | Same | YearFilter | FieldFilter | Nothing;

/** Something that was typed and could not be used; shown under the box. */
export interface ParsedQuery {
  readonly query: Query;
  readonly problems: readonly Problem[];
}
