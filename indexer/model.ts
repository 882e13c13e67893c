/**
 * The domain's types, and nothing else: every stage speaks these.
 *
 * Offsets are UTF-16 units, end exclusive, everywhere.
 */

/** A half-open range of UTF-16 units of the text that the context names. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Format = 'txt' | 'md' | 'html' | 'docx' | 'pdf';

/**
 * Bold print travels inside a block's text, from reader to outline, as a pair of private-use characters,
 * so that no char filter has to move spans. The outline takes them out; they never reach canonical text.
 */
export const BOLD_ON = '\uE000';
export const BOLD_OFF = '\uE001';

/** Stands alone in a table's cell over which one above it reaches (`rowspan`). The outline takes it out, too. */
export const COVERED = '\uE002';

export type BlockKind = 'paragraph' | 'heading' | 'item' | 'table' | 'note';

/** One block of a file as its format shows it: a line, a <p>, a list item, a table, a footnote. */
export interface Block {
  readonly kind: BlockKind;
  /** The block's text, with BOLD_ON/BOLD_OFF around bold print. Empty for a table. */
  readonly text: string;
  /** The heading level that the file claims (1 = highest); often wrong. */
  readonly level?: number;
  /** A table's rows of cells; no cell contains a line break; COVERED where a cell above reaches over it. */
  readonly rows?: readonly (readonly string[])[];
  /** How many of `rows`, from the first, are column heads (known from <th> or a Markdown rule; else unknown). */
  readonly headRows?: number;
  /** True when the file sets the block in the middle of the line. */
  readonly centred?: boolean;
  /** 1-based page on which the block begins, where the format has pages. */
  readonly page?: number;
}

/** Facts about a document that stand outside its text: site meta, an information table, front matter, furniture. */
export interface Clues {
  readonly title?: string;
  readonly issuer?: string;
  readonly speaker?: string;
  readonly date?: string;
  readonly source?: string;
  readonly url?: string;
  readonly docNumber?: string;
  /** As a downloader's key block claims (`年份：2014`); may be the year of web publication, not of the report. */
  readonly year?: number;
}

/** What a reader brought out of one file. */
export interface Reading {
  readonly format: Format;
  /** WHATWG name of the text's encoding (`utf-8`, `gb18030`, …); null for formats that carry their own. */
  readonly encoding: string | null;
  readonly pages: number | null;
  readonly blocks: readonly Block[];
  readonly clues: Clues;
  /** From front matter; a sidecar's are merged over these by `understand`. */
  readonly overrides: Overrides;
  readonly problems: readonly Problem[];
}

/** Cleaned blocks (`cleaning/`): canonical text, furniture gone, torn sentences joined. */
export interface Cleaned {
  readonly blocks: readonly Block[];
  /** The reading's clues, and what was found in furniture (`来源:洛阳晚报` at the foot of a page). */
  readonly clues: Clues;
  readonly problems: readonly Problem[];
}

/** What a block in front of (or behind) the body is: it is shown and found, but is no paragraph of a section. */
export type FrontRole = 'title' | 'delivery' | 'speaker' | 'number' | 'contents' | 'caption' | 'signature';

/** A block's role, by its index in `Cleaned.blocks`. */
export interface FrontMatter {
  readonly block: number;
  readonly role: FrontRole;
}

/** Why a file is not in the index. Every reason has an explanation for people in `ingest report`. */
export type SkipReason =
  | 'empty'
  | 'binary'
  | 'unknown-format'
  | 'unreadable'
  | 'too-large'
  | 'no-text-layer'
  | 'damaged'
  | 'encrypted'
  | 'no-text'
  | 'symbolic-link'
  | 'documentation'
  | 'duplicate'
  | 'too-slow'
  | 'defect';

export interface Skip {
  readonly reason: SkipReason;
  /** What exactly happened, for a person; may be empty. */
  readonly detail: string;
}

/** Something that a person should know of a document that was indexed, or a query that was answered, all the same. */
export interface Problem {
  /** Stable kebab-case name: `shifted-encoding`, `cut-off`, `unknown-key` … */
  readonly code: string;
  readonly message: Words;
}

/** What people read, in both languages of the pages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export type DocumentType =
  | '政府工作报告'
  | '规划纲要'
  | '计划报告'
  | '预算报告'
  | '党代会报告'
  | '行政法规'
  | '地方性法规'
  | '国务院文件'
  | '通知'
  | '意见'
  | '决定'
  | '办法'
  | '其他';

export type Script = 'Hans' | 'Hant';

/** `complete`, or why not: 节选 `excerpt`, 上接/下转 `part`, cut off in the middle `truncated`. */
export type Completeness = 'complete' | 'excerpt' | 'part' | 'truncated';

/** What is known of a document. Null where it is not printed and not certain: nothing is invented. */
export interface Metadata {
  /** As printed. */
  readonly title: string;
  /** Region + year + type when the printed title says only 政府工作报告; else the printed title. */
  readonly displayTitle: string;
  readonly docType: DocumentType | null;
  /** From province down: `['河南省', '洛阳市']`; `['全国']` for the nation; empty when unknown. */
  readonly region: readonly string[];
  readonly issuer: string | null;
  readonly speaker: string | null;
  readonly meeting: string | null;
  /** ISO date of delivery, or else of publication. */
  readonly date: string | null;
  /** The report's year, or a plan's first. */
  readonly year: number | null;
  /** 发文字号: `国发〔2019〕3号`. */
  readonly docNumber: string | null;
  readonly url: string | null;
  readonly source: string | null;
  readonly script: Script;
  readonly completeness: Completeness;
}

/** What a person says of a document, in YAML front matter or a sidecar: wins over what was inferred. */
export type Overrides = Partial<
  Pick<
    Metadata,
    'title' | 'docType' | 'region' | 'issuer' | 'speaker' | 'meeting' | 'date' | 'year' | 'docNumber' | 'url' | 'source'
  >
>;

/** What `metadata/describe` finds out. */
export interface Description {
  readonly metadata: Metadata;
  readonly front: readonly FrontMatter[];
  readonly problems: readonly Problem[];
}

export type SectionKind = 'chapter' | 'section' | 'item' | 'article' | 'unnumbered' | 'run-in' | 'box';

/** A node of the outline. */
export interface Section {
  /** Unique in its document and stable over edits elsewhere. */
  readonly id: string;
  readonly parent: string | null;
  /** 1 for the highest; a child's is its parent's plus one. */
  readonly level: number;
  readonly kind: SectionKind;
  /** As printed: `一、`, `（一）`, `第十二条`; null where none is printed. */
  readonly number: string | null;
  /** As printed after cleaning, number included, closing 。 left off. */
  readonly heading: string;
}

export type PassageKind = 'text' | 'heading' | 'list' | 'table' | 'box' | 'note';

/**
 * The unit that is found, shown and cited: a paragraph, or that part of one that lies under one innermost section.
 * Its text is `document.text.slice(start, end)`.
 */
export interface Passage {
  /** Unique in the collection, made of the text and its place in the outline; survives edits elsewhere. */
  readonly id: string;
  readonly kind: PassageKind;
  /** Innermost section, run-in included; null before the first heading. A heading lies in its own section. */
  readonly section: string | null;
  /** 1-based number of the paragraph (or row, or item) in its innermost section that is no run-in; 0 for a heading. */
  readonly ordinal: number;
  /** 1-based part of the paragraph when run-ins divide it; null when it is whole. */
  readonly segment: number | null;
  readonly start: number;
  readonly end: number;
  /** 1-based page on which it begins, where the format has pages. */
  readonly page: number | null;
  /** A table row's column heads, one a cell, where the table has them. */
  readonly heads?: readonly string[];
  /** What the cells say that reach over a table row from rows above, from the left: `二、运营效率`, `（五）资源效率`. */
  readonly under?: readonly string[];
}

/** Text, outline and passages: what `outline/` makes of cleaned blocks. */
export interface Outline {
  /**
   * Canonical text: all paragraphs in order, each ended by one line feed. Passages do not overlap, stand in order,
   * and together cover every character that is not such a line feed. Passages of one paragraph touch.
   */
  readonly text: string;
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
}

export interface Provenance {
  /** Relative to the folder that was given, with `/`. */
  readonly path: string;
  readonly format: Format;
  /** Of the file's bytes, hex. */
  readonly sha256: string;
  readonly encoding: string | null;
  readonly pages: number | null;
}

/** One report as the collection holds it. */
export interface PolicyDocument extends Metadata, Outline {
  /** Made of what identifies the document (title, region, year, date), not of its file: survives moving it. */
  readonly id: string;
  readonly provenance: Provenance;
  readonly problems: readonly Problem[];
}
