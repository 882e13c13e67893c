/**
 * Passages that seem to answer: where a word of the question stands beside what was asked for, a figure for 多少, a date for
 * 什么时候, 是 or 即 for 是什么.
 */
import type { Collection } from '../../indexer/index/collection.ts';
import type { Question } from './question.ts';
import type { Term } from './rank.ts';

/** Folded characters of the same sentence that are looked at before and behind a word. */
const REACH = { before: 10, behind: 12 };
const SENTENCE_END = /[。!?;\n]/u;

const SIGNS: Readonly<
  Record<'figure' | 'date' | 'meaning', { readonly before: RegExp | null; readonly behind: RegExp }>
> = {
  figure: { before: /\d[^,:、]{0,5}$/u, behind: /^[^,:]*\d/u },
  date: { before: /\d+[年月日][^,、]{0,4}$/u, behind: /^[^,]*\d+[年月日]/u },
  meaning: { before: null, behind: /^"?[^。]{0,8}(?:[是即指:]|包括)/u },
};

function cutAt(text: string, end: number): string {
  return end < 0 ? text : text.slice(0, end);
}

/** Whether the text around `start`–`end` has what is wanted. */
function isAnswered(text: string, start: number, end: number, wants: keyof typeof SIGNS): boolean {
  const { before, behind } = SIGNS[wants];
  const after = text.slice(end, end + REACH.behind);
  if (behind.test(cutAt(after, after.search(SENTENCE_END)))) return true;
  const lead =
    text
      .slice(Math.max(0, start - REACH.before), start)
      .split(SENTENCE_END)
      .at(-1) ?? '';
  return before?.test(lead) ?? false;
}

/** Passages in which one of `terms` stands beside what `question` wants. */
export function findAnswers(collection: Collection, question: Question, terms: readonly Term[]): ReadonlySet<number> {
  const { wants } = question;
  const answers = new Set<number>();
  if (wants === null || wants === 'person') return answers;
  const { text } = collection.phrases;
  for (const { matches } of terms) {
    let next = 0;
    for (const passage of matches.passages) {
      const [from, to] = [collection.foldedStart[passage] ?? 0, collection.foldedStart[passage + 1] ?? 0];
      while ((matches.starts[next] ?? Infinity) < from) next++;
      for (; (matches.starts[next] ?? Infinity) < to; next++)
        if (isAnswered(text, matches.starts[next] ?? 0, matches.endAt(next), wants)) answers.add(passage);
    }
  }
  return answers;
}
