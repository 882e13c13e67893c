/** The citation styles: one table from which API, command line and pages draw. */
import { writeBibtex } from './bibtex.ts';
import type { Cited } from './cited.ts';
import { writeCslJson } from './cslJson.ts';
import { writeLegalFootnote, writeSocialScienceFootnote } from './footnotes.ts';
import { edition2015, edition2025, writeGbt7714 } from './gbt7714.ts';
import { writeInline } from './inline.ts';
import { writeMarkdown, writePlain } from './quoting.ts';
import { writeRis } from './ris.ts';

export interface Style {
  readonly zh: string;
  readonly en: string;
  readonly write: (cited: Cited) => string;
  /** Can stand as a footnote of a memo. */
  readonly isNote: boolean;
}

const note = (zh: string, en: string, write: Style['write']): Style => ({ zh, en, write, isNote: true });
const file = (zh: string, en: string, write: Style['write']): Style => ({ zh, en, write, isNote: false });

export const STYLES = {
  memo: note('公文（文中夹注）', 'Memo, inline', writeInline),
  'gbt7714-2025': note('GB/T 7714—2025', 'GB/T 7714—2025', (cited) => writeGbt7714(cited, edition2025)),
  'gbt7714-2015': note('GB/T 7714—2015', 'GB/T 7714—2015', (cited) => writeGbt7714(cited, edition2015)),
  law: note('《法学引注手册》', 'Chinese legal citation manual', writeLegalFootnote),
  zgshkx: note('《中国社会科学》', 'Social Sciences in China, footnote', writeSocialScienceFootnote),
  markdown: file('Markdown 引文', 'Markdown quote', writeMarkdown),
  plain: file('纯文本', 'Plain text', writePlain),
  bibtex: file('BibTeX', 'BibTeX', writeBibtex),
  ris: file('RIS', 'RIS', writeRis),
  'csl-json': file('CSL-JSON', 'CSL-JSON', writeCslJson),
} as const satisfies Readonly<Record<string, Style>>;

export type StyleName = keyof typeof STYLES;

export const STYLE_NAMES = Object.keys(STYLES) as [StyleName, ...StyleName[]];

/** The citation in this style. Never fails: what is not known is left out. */
export function cite(cited: Cited, style: StyleName): string {
  return STYLES[style].write(cited);
}

/** Other names under which people ask for a style; of GB/T 7714 the edition in force. */
const ALIASES: Readonly<Record<string, StyleName>> = {
  inline: 'memo',
  gbt7714: 'gbt7714-2025',
  footnote: 'zgshkx',
  md: 'markdown',
  txt: 'plain',
  text: 'plain',
  bib: 'bibtex',
  csl: 'csl-json',
  json: 'csl-json',
};

/** The style of this name, in any case and by other names too; undefined when there is none. */
export function findStyle(name: string): StyleName | undefined {
  const wanted = name.trim().toLowerCase();
  return STYLE_NAMES.find((style) => style === wanted) ?? ALIASES[wanted];
}
