/** What the accepted members of a series prove of weaker ones: a count is whole, and one plain theme among many is one. */
import { countedSeries, countOf } from './countedThemes.ts';
import { byPart, isWeak } from './runInCandidates.ts';
import type { Candidate } from './runInCandidates.ts';

/** A theme completes a paragraph's series at this distance from the others, UTF-16 units. */
const ownText = 90;

/** `accepted` and those of `candidates` that complete their series, in order of the text. */
export function completeSeries(accepted: readonly Candidate[], candidates: readonly Candidate[]): Candidate[] {
  const known = new Set([...accepted, ...countedOpeners(candidates, new Set(accepted))]);
  const parts = byPart([...known]);
  for (const one of candidates) {
    const themes = parts.get(one.part) ?? [];
    if (known.has(one) || !completesParagraph(one, themes)) continue;
    known.add(one);
    themes.push(one);
  }
  return candidates.filter((one) => known.has(one));
}

/** 一是…。 二是…。 that open paragraphs: where half of the count are themes, all are. */
function countedOpeners(candidates: readonly Candidate[], accepted: ReadonlySet<Candidate>): Candidate[] {
  const openers = candidates.filter(({ opens, shape }) => opens && shape.isEnumerated);
  return countedSeries(openers, ({ text }) => countOf(text)).flatMap((members) => {
    const sure = members.filter((one) => accepted.has(one)).length;
    return sure > 1 && sure * 2 >= members.length ? members : [];
  });
}

/** 水城建设快速推进。… 山乡发展五彩斑斓。… 港区经济持续壮大。… One that is as long as the others, with text of its own. */
function completesParagraph(one: Candidate, themes: readonly Candidate[]): boolean {
  if (one.opens || isWeak(one) || one.isBold || one.isBoxed || !isPlain(one)) return false;
  const lengths = themes.flatMap((theme) => (!theme.opens && isPlain(theme) ? [theme.shape.length] : []));
  if (lengths.length < 2) return false;
  const { length } = one.shape;
  const fits = length >= Math.min(...lengths) - 2 && length <= Math.max(...lengths) + 2;
  return fits && themes.every((theme) => Math.abs(theme.sentence.start - one.sentence.start) >= ownText);
}

/** No clause, no formula, and nothing that speaks against it but the words that it is made of. */
function isPlain({ isCounted, shape, reasons }: Candidate): boolean {
  const isOther = isCounted || shape.commas > 0 || shape.hasLead || shape.grammar === 'pledge';
  return !isOther && reasons.every(({ name, weight }) => weight > 0 || name.startsWith('grammar'));
}
