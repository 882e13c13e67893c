/** Why a hit stands where it does: the parts and factors of its score in words. */
import type { Explanation } from '../../search/rank.ts';
import type { Strings } from '../language/language.ts';

const points = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;

/** Rows of an explanation, the weightiest first, and what they come to. */
export function whyView({ parts, factors }: Explanation, score: number, t: Strings) {
  const weightiest = parts.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  return {
    parts: weightiest.map(({ name, term, value }) => ({ label: t.why.parts[name], term, value: points(value) })),
    factors: factors.map(({ name, value }) => ({ label: t.why.factors[name], value: `×${value.toFixed(2)}` })),
    score: score.toFixed(2),
  };
}
