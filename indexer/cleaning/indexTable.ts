import type { Clues } from '../model.ts';
import { clueKey, indexLabels, isUnknown } from '../reading/clueLabels.ts';
import { addClues, reportTaken, type Draft, type Line } from './furniture.ts';

/**
 * Takes off the index table of a government site that a page saved as text shows as lines before the document:
 * `索 引 号：001-2018-3`, `发文机关：某某市人民政府 成文日期：2018年2月6日`, label and value on one line or on two. What it
 * states is kept as clues.
 */
export function takeIndexTable(draft: Draft): Draft {
  const pairs = pairsOf(draft.blocks.slice(0, head));
  const labels = pairs.flatMap((pair) => pair.labels);
  if (labels.length < fewest || !labels.some((label) => onlyThere.test(label))) return draft;
  const gone = new Set(pairs.flatMap((pair) => pair.lines));
  const found = pairs.reduce<Clues>((all, pair) => addClues(all, pair.clues), {});
  return {
    blocks: draft.blocks.filter((_, index) => !gone.has(index)),
    clues: addClues(draft.clues, found),
    problems: [
      ...draft.problems,
      ...reportTaken(
        { zh: '网页的索引表', en: "The web page's index table" },
        [...gone].map((index) => draft.blocks[index]?.text ?? ''),
      ),
    ],
  };
}

/** The table stands within so many lines. */
const head = 60;
/** Fewer labels are no table. */
const fewest = 3;
/** Labels that no text but an index table has. */
const onlyThere =
  /^(?:索引号|信息索引|主题分类|组配分类|体裁分类|公开方式|公开时限|公开形式|公开类别|发文字号|成文日期)$/;

interface Pair {
  readonly labels: readonly string[];
  /** Indices of its lines. */
  readonly lines: readonly number[];
  readonly clues: Clues;
}

function pairsOf(lines: readonly Line[]): Pair[] {
  const pairs: Pair[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    const stated = lines[at]?.kind === 'paragraph' && text.length < 200 && /[：:]/.test(text) ? readPairs(text) : [];
    const last = stated.at(-1);
    if (last === undefined) continue;
    const next = lines[at + 1]?.text ?? '';
    const isSplit = last.value === '' && next.length < 60 && !/[。：:]/.test(next) && stated.length === 1;
    const values = isSplit ? [{ ...last, value: next }] : stated;
    pairs.push({
      labels: stated.map(({ label }) => label),
      lines: isSplit ? [at, at + 1] : [at],
      clues: cluesOf(values),
    });
    if (isSplit) at += 1;
  }
  return pairs;
}

interface Stated {
  readonly label: string;
  readonly value: string;
}

/** The labels of a line with their values; empty when it does not begin with one. */
function readPairs(text: string): Stated[] {
  const found = [...text.matchAll(label)];
  if (found[0] === undefined || text.slice(0, found[0].index).trim() !== '') return [];
  return found.map((match, i) => ({
    label: (match[1] ?? '').replace(/\s/g, ''),
    value: text
      .slice(match.index + match[0].length, found[i + 1]?.index)
      .replace(/[\s|｜【[]+$/, '')
      .trim(),
  }));
}

function cluesOf(stated: readonly Stated[]): Clues {
  const clues: Record<string, string> = {};
  for (const { label, value } of stated) {
    const key = clueKey(label);
    if (key !== null && key !== 'year' && !isUnknown(value)) clues[key] ??= value;
  }
  return clues;
}

/** `索 引 号：`, `【发文机关】`; letters may be set apart. */
const label = new RegExp(
  `(?<![\\p{Script=Han}])[【\\[]?(${indexLabels.map((word) => [...word].join('\\s*')).join('|')})\\s*[】\\]]?\\s*[：:]`,
  'gu',
);
