/** The evaluation as a page to read: means by kind, then every query, and what stands first where the order is not ideal. */
import type { Outcome, Summary } from './evaluate.ts';
import { summarize } from './evaluate.ts';

const number = (value: number | null): string => (value === null ? '–' : value.toFixed(3));
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');
/** A cell's text: a pipe would end it. */
const cell = (text: string): string => text.replaceAll('|', '¦').replaceAll('\n', ' ');

const HEADS = ['kind', 'queries', 'right', 'nDCG@10', 'attainable', 'MRR', 'recall@1', 'recall@5', 'recall@10'];

function summaryRow(summary: Summary): string[] {
  const { kind, queries, right, ndcg, attainable, reciprocalRank, recall1, recall5, recall10 } = summary;
  return [kind, String(queries), ...[right, ndcg, attainable, reciprocalRank, recall1, recall5, recall10].map(number)];
}

function queryRow(outcome: Outcome): string[] {
  const { query, answer } = outcome;
  const result =
    outcome.kind === 'exact'
      ? [outcome.fault === null ? 'right' : 'WRONG', '', '']
      : [number(outcome.measures.ndcg), number(outcome.attainable), outcome.measures.grades.join(' ')];
  return [query.id, cell(query.query), answer.step, String(answer.total.passages), ...result];
}

/** The first three hits of a query whose order could be better. */
function topThree(outcome: Extract<Outcome, { kind: 'ranked' }>): string[] {
  const { query, answer, measures } = outcome;
  return answer.hits.slice(0, 3).map((hit, i) => {
    const { start } = hit.spans[0] ?? { start: 0 };
    const from = Math.max(0, start - 20);
    const excerpt = `${from > 0 ? '…' : ''}${hit.text.slice(from, from + 70)}${hit.text.length > from + 70 ? '…' : ''}`;
    return row([
      i === 0 ? cell(query.query) : '',
      measures.grades[i] ?? 0,
      cell(hit.document.displayTitle),
      cell(excerpt),
    ]);
  });
}

/** Ranked queries that could be answered better, and exact ones that are wrong. */
function misses(outcomes: readonly Outcome[], showsText: boolean): string[] {
  const faults = outcomes.flatMap((outcome) =>
    outcome.kind === 'exact' && outcome.fault !== null
      ? [`- ${outcome.query.id} ${outcome.query.query}: ${outcome.fault}`]
      : [],
  );
  const ranked = outcomes.filter((outcome) => outcome.kind === 'ranked');
  const worse = ranked.filter(({ measures, attainable }) => measures.ndcg < Math.min(0.999, attainable));
  if (!showsText) return faults;
  const tops = worse.flatMap(topThree);
  const shown = [row(['query', 'grade', 'document', 'passage']), row(['---', '---', '---', '---']), ...tops];
  return [...faults, ...(tops.length === 0 ? [] : [shown.join('\n')])];
}

/** What was measured on one collection. */
export interface Measured {
  readonly title: string;
  /** What was measured on, in a sentence. */
  readonly note: string;
  readonly outcomes: readonly Outcome[];
  /** Whether passages may be quoted: those of our own sample corpus. */
  readonly showsText: boolean;
  /** What another program printed that measured the same. */
  readonly also?: string;
}

function section({ title, note, outcomes, showsText, also }: Measured): string {
  const lost = misses(outcomes, showsText);
  return [
    `## ${title}`,
    note,
    table(HEADS, summarize(outcomes).map(summaryRow)),
    ...(also === undefined ? [] : [`As \`score-search.mjs\` prints it:`, `\`\`\`\n${also.trim()}\n\`\`\``]),
    '### Queries',
    table(
      ['id', 'query', 'step', 'passages', 'nDCG@10', 'attainable', 'grades of the first ten'],
      outcomes.map(queryRow),
    ),
    ...(lost.length === 0 ? [] : ['### What could stand better', ...lost]),
  ].join('\n\n');
}

const INTRODUCTION = `# Relevance

Written by \`npm run eval\`; read the difference when ranking changes.

*right*: every count equals the judged truth. *attainable*: nDCG@10 of the best order of the very hits that were shown:
the literal ones, and behind fewer than ten of them what comes near. What a judge also wanted but says it in none of the
words cannot be reached. Grades: 3 about it or its figure, 2 a clause of its own,
1 in passing, 0 not judged.`;

/** The whole report, in Markdown. */
export function renderReport(measured: readonly Measured[]): string {
  return `${[INTRODUCTION, ...measured.map(section)].join('\n\n')}\n`;
}
