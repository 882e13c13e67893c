/**
 * The numbers that Word generates: a paragraph of 一、（一）第一条 may hold no such characters, only a reference to
 * `numbering.xml`. ECMA-376 part 1, 17.9.
 */
import type { Document, Element } from 'domhandler';
import { formatNumber } from './numberFormat.ts';
import type { Edit } from './wordXml.ts';
import {
  childNamed,
  childrenNamed,
  elementsNamed,
  endOf,
  escapeXml,
  numberOf,
  parseXml,
  startOf,
  valueOf,
} from './wordXml.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `第%1条`, `（%2）`. */
  readonly text: string;
  /** 1-based level after which it starts again; 0 for never; null for any higher one. */
  readonly restart: number | null;
  /** The paragraph style whose paragraphs have this level. */
  readonly style: string | null;
  /** Numbers of other levels are shown as decimals (`isLgl`). */
  readonly legal: boolean;
}

interface List {
  readonly levels: ReadonlyMap<number, Level>;
  /** The numbering style that defines it instead. */
  readonly styleLink: string | null;
}

/** A list in use: an abstract one with levels of its own or other starts. */
interface Use {
  readonly list: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

interface StyleNumbering {
  readonly basedOn: string | null;
  readonly use: string | null;
  readonly level: number | null;
}

interface Definitions {
  readonly lists: ReadonlyMap<string, List>;
  readonly uses: ReadonlyMap<string, Use>;
  readonly styles: ReadonlyMap<string, StyleNumbering>;
}

/**
 * Edits of `document.xml` that put each generated number at the head of its paragraph as text and end the automatic
 * numbering there. Bulleted paragraphs stay as they are.
 */
export function numberParagraphs(document: Document, numberingXml: string, stylesXml: string): Edit[] {
  const definitions = readDefinitions(numberingXml, stylesXml);
  const counters = new Counters(definitions);
  return elementsNamed(document, 'w:p').flatMap((paragraph) => {
    const place = placeOf(paragraph, definitions);
    const number = place === null ? null : counters.next(place);
    return number === null ? [] : writeNumber(paragraph, number);
  });
}

/** Where a paragraph stands: in the list `use` at `level` from 0. */
interface Place {
  readonly use: string;
  readonly level: number;
}

/** A paragraph's own numbering, else its style's; `numId` 0 takes a style's away. */
function placeOf(paragraph: Element, definitions: Definitions): Place | null {
  const properties = childNamed(paragraph, 'w:pPr');
  const own = childNamed(properties, 'w:numPr');
  const style = valueOf(properties, 'w:pStyle');
  const inherited = style === undefined ? null : styledPlace(style, definitions);
  const use = valueOf(own, 'w:numId') ?? inherited?.use;
  if (use === undefined || use === '0') return null;
  return { use, level: numberOf(own, 'w:ilvl') ?? inherited?.level ?? 0 };
}

const deepestStyle = 20;

function styledPlace(style: string, { styles, uses, lists }: Definitions): Place | null {
  let id: string | null = style;
  let level: number | null = null;
  for (let depth = 0; id !== null && depth < deepestStyle; depth += 1) {
    const found: StyleNumbering | undefined = styles.get(id);
    if (found === undefined) return null;
    level ??= found.level;
    if (found.use !== null) {
      const levels = lists.get(uses.get(found.use)?.list ?? '')?.levels ?? new Map<number, Level>();
      const linked = [...levels].find(([, { style: owner }]) => owner === style || owner === id)?.[0];
      return { use: found.use, level: level ?? linked ?? 0 };
    }
    id = found.basedOn;
  }
  return null;
}

const noNumber = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';

function writeNumber(paragraph: Element, number: string): Edit[] {
  const properties = childNamed(paragraph, 'w:pPr');
  const own = childNamed(properties, 'w:numPr');
  const first = properties?.children[0];
  if (properties === undefined || first === undefined) return [];
  const run = `<w:r><w:t xml:space="preserve">${escapeXml(number)}</w:t></w:r>`;
  const unnumbered =
    own === undefined
      ? { start: startOf(first), end: startOf(first), text: noNumber }
      : { start: startOf(own), end: endOf(own), text: noNumber };
  return [unnumbered, { start: endOf(properties), end: endOf(properties), text: run }];
}

/** Counts through a document; lists that share an abstract definition share their counters. */
class Counters {
  private readonly definitions: Definitions;
  private readonly counts = new Map<string, Map<number, number>>();
  private readonly started = new Set<string>();

  constructor(definitions: Definitions) {
    this.definitions = definitions;
  }

  /** The text of the next number; null where none is shown. */
  next({ use: useId, level }: Place): string | null {
    const use = this.definitions.uses.get(useId);
    const list = use === undefined ? undefined : this.listOf(use);
    const found = use?.levels.get(level) ?? list?.levels.get(level);
    if (use === undefined || list === undefined || found === undefined) return null;
    const levelAt = (index: number): Level | undefined => use.levels.get(index) ?? list.levels.get(index);
    const counts = this.countsOf(use.list);
    counts.set(level, this.valueAt(useId, use, level, found, counts));
    for (const deeper of [...counts.keys()]) {
      const restart = levelAt(deeper)?.restart ?? null;
      if (deeper > level && (restart === null || level < restart)) counts.delete(deeper);
    }
    return textOf(found, level, (index) => [levelAt(index), counts.get(index) ?? levelAt(index)?.start ?? 1]);
  }

  private valueAt(useId: string, use: Use, level: number, { start }: Level, counts: ReadonlyMap<number, number>) {
    const ownStart = use.starts.get(level);
    const key = `${useId}/${level}`;
    if (ownStart !== undefined && !this.started.has(key)) {
      this.started.add(key);
      return ownStart;
    }
    const count = counts.get(level);
    return count === undefined ? (ownStart ?? start) : count + 1;
  }

  private countsOf(list: string): Map<number, number> {
    const counts = this.counts.get(list) ?? new Map<number, number>();
    this.counts.set(list, counts);
    return counts;
  }

  /** The list's own levels, or those of the numbering style that it refers to. */
  private listOf(use: Use): List | undefined {
    const { lists, uses, styles } = this.definitions;
    const list = lists.get(use.list);
    if (list === undefined || list.styleLink === null || list.levels.size > 0) return list;
    return lists.get(uses.get(styles.get(list.styleLink)?.use ?? '')?.list ?? '');
  }
}

function textOf(
  level: Level,
  index: number,
  at: (index: number) => readonly [Level | undefined, number],
): string | null {
  if (level.format === 'bullet' || level.text === '') return null;
  const text = level.text.replace(/%([1-9])/gu, (_, place: string) => {
    const other = Number(place) - 1;
    const [found, value] = at(other);
    const format = level.legal && other !== index ? 'decimal' : (found?.format ?? 'decimal');
    return formatNumber(value, format) ?? '';
  });
  return /[\p{P}\s①-⓿]$/u.test(text) ? text : `${text} `;
}

function readDefinitions(numberingXml: string, stylesXml: string): Definitions {
  const numbering = parseXml(numberingXml);
  const styles = parseXml(stylesXml);
  return {
    lists: new Map(
      elementsNamed(numbering, 'w:abstractNum').map((list) => [list.attribs['w:abstractNumId'] ?? '', readList(list)]),
    ),
    uses: new Map(elementsNamed(numbering, 'w:num').map((use) => [use.attribs['w:numId'] ?? '', readUse(use)])),
    styles: new Map(
      elementsNamed(styles, 'w:style').map((style) => [style.attribs['w:styleId'] ?? '', readStyle(style)]),
    ),
  };
}

function readList(list: Element): List {
  return { levels: readLevels(childrenNamed(list, 'w:lvl')), styleLink: valueOf(list, 'w:numStyleLink') ?? null };
}

function readLevels(levels: readonly Element[]): ReadonlyMap<number, Level> {
  return new Map(levels.map((level) => [Number(level.attribs['w:ilvl'] ?? 0), readLevel(level)]));
}

function readLevel(level: Element): Level {
  const legal = childNamed(level, 'w:isLgl');
  return {
    start: numberOf(level, 'w:start') ?? 1,
    format: valueOf(level, 'w:numFmt') ?? 'decimal',
    text: valueOf(level, 'w:lvlText') ?? '',
    restart: numberOf(level, 'w:lvlRestart') ?? null,
    style: valueOf(level, 'w:pStyle') ?? null,
    legal: legal !== undefined && legal.attribs['w:val'] !== '0' && legal.attribs['w:val'] !== 'false',
  };
}

function readUse(use: Element): Use {
  const overrides = childrenNamed(use, 'w:lvlOverride');
  const starts = overrides.flatMap((override): [number, number][] => {
    const start = numberOf(override, 'w:startOverride');
    return start === undefined ? [] : [[Number(override.attribs['w:ilvl'] ?? 0), start]];
  });
  const levels = overrides.flatMap((override) => childrenNamed(override, 'w:lvl'));
  return { list: valueOf(use, 'w:abstractNumId') ?? '', starts: new Map(starts), levels: readLevels(levels) };
}

function readStyle(style: Element): StyleNumbering {
  const numbering = childNamed(childNamed(style, 'w:pPr'), 'w:numPr');
  return {
    basedOn: valueOf(style, 'w:basedOn') ?? null,
    use: valueOf(numbering, 'w:numId') ?? null,
    level: numberOf(numbering, 'w:ilvl') ?? null,
  };
}
