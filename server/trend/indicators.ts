/**
 * What was promised and what came of it: for an indicator (一般公共预算收入, 粮食产量), document by document, the figures said
 * of it, with the years they are about. Read from sentences, lists and tables; a reading that is not sure is marked, never
 * left out.
 */
import type { Collection, PlacedPassage } from '../../indexer/index/collection.ts';
import { passageAt } from '../../indexer/index/collection.ts';
import type { Span } from '../../indexer/model.ts';
import { attributeFigures, type Attributed } from './attribution.ts';
import { inTime } from './coverage.ts';
import { type IndicatorName, mayMention, readIndicatorName } from './indicatorName.ts';
import { readRow } from './indicatorRow.ts';
import { canonicalSpan, foldedRange, paragraphAround } from './occurrences.ts';
import { type Outcome, settingOf, type Surroundings, type Years } from './period.ts';

export interface Reading {
  readonly placed: PlacedPassage;
  /** Number, unit and qualifier together, as printed: `4.5%以内`, `年均7.6%`, `增加67天`. */
  readonly text: string;
  /** The number as printed; null when something is said without one: 居全省第一. */
  readonly value: string | null;
  readonly unit: string;
  /** 左右, 以上, 力争, 以内, 不低于 …; null where there is none. */
  readonly qualifier: string | null;
  /** 增长, 下降, 增加 …: a change, not an amount; null otherwise. */
  readonly change: string | null;
  /** Each year, on the average: 年均. */
  readonly perYear: boolean;
  readonly outcome: Outcome;
  /** The years that it is about; null when they cannot be told. */
  readonly years: Years | null;
  /** 预期性 or 约束性, from a plan's table. */
  readonly attribute: string | null;
  /** False when a reader should look: the reading rests on a guess. */
  readonly sure: boolean;
  /** The sentence or the table's row: a span of the document's text. */
  readonly sentence: Span;
}

interface Place {
  readonly collection: Collection;
  readonly placed: PlacedPassage;
  readonly name: IndicatorName;
  /** Folded text of the passage, and where it begins in the collection's. */
  readonly folded: string;
  readonly base: number;
}

/** A sentence ends with 。！？ or ；: what stands in it belongs together. */
const SENTENCE = /[^。!?;\n]+[。!?;\n]?/gu;
const CLAUSE_END = /[,;:。]/u;

function clauseBefore(text: string): string {
  const words = text.split(CLAUSE_END);
  return words.slice(-2).join(',');
}

/** What stands before the folded offset `at` of the passage; `sentence` is its sentence up to there. */
function surroundings({ collection, placed, folded, base }: Place, at: number, sentence: string): Surroundings {
  const document = collection.documentOf[placed.number] ?? 0;
  return {
    before: folded.slice(0, at),
    clause: clauseBefore(sentence),
    earlier: () => collection.phrases.text.slice(foldedRange(collection, document).start, base + at),
  };
}

/** The number and what belongs to it, as printed in the document. */
function textOf({ collection, placed, base }: Place, start: number, end: number): string {
  const span = canonicalSpan(collection, base + start, base + end);
  return placed.document.text.slice(span.start, span.end).trim();
}

const CHANGES_AMOUNT = new Set(['增加', '减少', '下降', '降低', '回升', '压减']);

function readingOf(
  place: Place,
  at: number,
  text: string,
  { figure, mention, change, perYear, sure }: Attributed,
): Reading {
  const { collection, placed, base } = place;
  const [start, end] = [at + figure.start, at + figure.end];
  const setting = settingOf(placed.document, placed.path, surroundings(place, start, text.slice(0, figure.start)));
  const printed = textOf(place, start, end);
  const verb = change !== null && (CHANGES_AMOUNT.has(change) || figure.dimension !== 'share') ? change : '';
  const sentence = canonicalSpan(collection, base + at, base + at + text.replace(/\n$/u, '').length);
  return {
    placed,
    text: `${perYear ? '年均' : ''}${verb}${printed}`,
    value: figure.number,
    unit: figure.unit,
    qualifier: figure.qualifier,
    change,
    perYear,
    outcome: setting.outcome,
    years: setting.years,
    attribute: null,
    sure: sure && setting.sure && mention.end - mention.start < 40,
    sentence,
  };
}

function readSentences(place: Place): Reading[] {
  const { collection, placed, name, folded, base } = place;
  return [...folded.matchAll(SENTENCE)].flatMap(({ 0: text, index: at }) => {
    const { said, wordless } = attributeFigures(text, name);
    const without = wordless.map(({ mention, end }): Reading => {
      const near = surroundings(place, at + mention.start, text.slice(0, end));
      const setting = settingOf(placed.document, placed.path, near);
      return {
        placed,
        text: textOf(place, at + mention.end, at + end).replace(/^[、，,：:]/u, ''),
        value: null,
        unit: '',
        qualifier: null,
        change: null,
        perYear: false,
        ...setting,
        attribute: null,
        sure: false,
        sentence: canonicalSpan(collection, base + at, base + at + text.replace(/\n$/u, '').length),
      };
    });
    return [...said.map((one) => readingOf(place, at, text, one)), ...without];
  });
}

function readTableRow({ placed, name }: Place): Reading[] {
  const { document, passage, text } = placed;
  const sentence = paragraphAround(document.text, passage.start);
  return readRow(text, passage.heads ?? [], name, document).map(({ number, ...figure }) => ({
    placed,
    value: number,
    change: null,
    sentence,
    ...figure,
  }));
}

/** What one passage says of the indicator. */
function readPassage(collection: Collection, number: number, name: IndicatorName): Reading[] {
  const base = collection.foldedStart[number] ?? 0;
  const folded = collection.phrases.text.slice(base, collection.foldedStart[number + 1]);
  if (!mayMention(folded, name)) return [];
  const placed = passageAt(collection, number);
  if (placed === undefined || placed.passage.kind === 'heading') return [];
  const place: Place = { collection, placed, name, folded, base };
  return placed.passage.kind === 'table' ? readTableRow(place) : readSentences(place);
}

/** What the documents with the numbers `members` say of the indicator named `typed`, in the order of time. */
export function readIndicator(collection: Collection, typed: string, members: readonly number[]): Reading[] {
  const name = readIndicatorName(typed);
  return inTime(collection.documents, members).flatMap((document) => {
    const [from, to] = [collection.firstPassage[document] ?? 0, collection.firstPassage[document + 1] ?? 0];
    return Array.from({ length: to - from }, (_, i) => readPassage(collection, from + i, name)).flat();
  });
}
