import { foldText } from '../analysis/fold.ts';
import type { Draft, Line } from './furniture.ts';

/**
 * Keeps one copy of a report that a page holds twice. The copies are found by the long paragraphs they share; of the copy
 * that is given up, only what the other one has too is taken off, so that no sentence is lost.
 */
export function dropDouble(draft: Draft): Draft {
  const pairs = pairUp(draft.blocks);
  const [firstPair, lastPair] = [pairs[0], pairs.at(-1)];
  if (firstPair === undefined || lastPair === undefined) return draft;
  const first = { start: firstPair.first, end: lastPair.first + 1 };
  const second = { start: firstPair.second, end: lastPair.second + 1 };
  if (first.end > second.start || !isWholeCopy(draft.blocks, pairs, second)) return draft;
  const [kept, given] =
    lengthOf(draft.blocks, second) > lengthOf(draft.blocks, first) ? [second, first] : [first, second];
  const [from, to] = widened(draft.blocks, kept, given);
  const keptText = foldText(
    draft.blocks
      .slice(from, to)
      .map((line) => line.text)
      .join(''),
  );
  const [start, end] = widened(draft.blocks, given, kept);
  const isSpare = (line: Line, index: number): boolean => {
    if (index < start || index >= end) return false;
    return keptText.includes(foldText(line.text)) || date.test(line.text);
  };
  const blocks = draft.blocks.filter((line, index) => !isSpare(line, index));
  const isFirst = kept === first;
  const taken = draft.blocks.length - blocks.length;
  const message = {
    zh: `全文在文件中出现两次，保留了${isFirst ? '前' : '后'}一份，去掉${taken}段`,
    en: `The text stands twice in the file: the ${isFirst ? 'first' : 'second'} copy is kept, paragraphs taken off: ${taken}`,
  };
  return { ...draft, blocks, problems: [...draft.problems, { code: 'doubled', message }] };
}

interface Pair {
  readonly first: number;
  readonly second: number;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Long paragraphs that occur twice, in order: each one's first and second place. */
function pairUp(lines: readonly Line[]): Pair[] {
  const places = new Map<string, number>();
  const pairs: Pair[] = [];
  const begun = new Set<string>();
  const again = new Set<string>();
  const heads = lines.map(({ text }) => (text.length < long ? '' : head(text)));
  for (const one of heads) if (one !== '') (begun.has(one) ? again : begun).add(one);
  if (again.size === 0) return [];
  lines.forEach((line, index) => {
    if (!again.has(heads[index] ?? '')) return;
    const text = foldText(line.text);
    const first = places.get(text);
    if (first === undefined) places.set(text, index);
    else if (first > (pairs.at(-1)?.first ?? -1)) pairs.push({ first, second: index });
  });
  return pairs;
}

/** At least five paragraphs, and most of what stands between the first and the last, are in both copies. */
function isWholeCopy(lines: readonly Line[], pairs: readonly Pair[], range: Range): boolean {
  const shared = pairs.reduce((sum, pair) => sum + (lines[pair.second]?.text.length ?? 0), 0);
  return pairs.length >= 5 && shared >= lengthOf(lines, range) * 0.6;
}

/** A copy with its title, speaker and salutation: the short lines before its first long paragraph that are not the other's. */
function widened(lines: readonly Line[], range: Range, other: Range): [number, number] {
  let { start, end } = range;
  const floor = start > other.end ? other.end : 0;
  while (start > floor && range.start - start < 12 && (lines[start - 1]?.text.length ?? long) < long) start -= 1;
  while (end < lines.length && end !== other.start && (lines[end]?.text.length ?? 0) >= long && end - range.end < 8)
    end += 1;
  return [start, end];
}

function lengthOf(lines: readonly Line[], { start, end }: Range): number {
  return lines.slice(start, end).reduce((sum, line) => sum + line.text.length, 0);
}

/** Copies begin alike; few other paragraphs do. */
function head(text: string): string {
  return text.slice(0, 16);
}

const long = 40;

/** A page's date of publication, as a line. */
const date = /^\d{4}年\d{1,2}月\d{1,2}日$/;
