/**
 * Concepts: named lists of terms that are counted as one (生态, 绿色发展, 低碳 …), with exclusions (but not 生态环境部).
 * A concept is a versioned YAML file that people share, so that a count can be repeated.
 */
import { z } from 'zod';
import { foldText } from '../../indexer/analysis/fold.ts';
import type { Collection } from '../../indexer/index/collection.ts';
import { readYaml } from '../query/yaml.ts';
import { matchText } from '../search/match.ts';
import { type Matches, matchesOf, pickSpans, spansOf } from '../search/matches.ts';

const MAX_CONCEPT_TERMS = 1000;

const term = z.union([z.string(), z.number()]).transform(String).pipe(z.string().trim().min(1).max(100));

const conceptFile = z.strictObject({
  version: z.union([z.string(), z.number()]).transform(String),
  name: z.string().trim().min(1).max(60),
  description: z.string().optional(),
  terms: z.array(term).min(1).max(MAX_CONCEPT_TERMS),
  exclude: z.array(term).max(MAX_CONCEPT_TERMS).default([]),
});

export interface Concept {
  readonly version: string;
  readonly name: string;
  /** Plain texts, matched exactly after folding; equal ones once. */
  readonly terms: readonly string[];
  readonly exclude: readonly string[];
}

export type ConceptReading = { readonly concept: Concept } | { readonly problems: readonly string[] };

const wordsFor: Readonly<Record<string, string>> = {
  invalid_type: '缺少，或类型不对',
  invalid_union: '缺少，或类型不对',
  too_small: '不能为空',
  too_big: '太长或太多',
  unrecognized_keys: '不认识的键',
};

/** `terms.2：不能为空`: where in the file, and what is wrong there. */
function inWords(issue: z.core.$ZodIssue): string {
  const place = issue.path.map(String).join('.');
  const keys = issue.code === 'unrecognized_keys' ? `（${issue.keys.join('、')}）` : '';
  return `${place === '' ? '文件' : place}：${wordsFor[issue.code] ?? '写法不对'}${keys}`;
}

function distinct(terms: readonly string[]): string[] {
  const seen = new Set<string>();
  return terms.filter((text) => !seen.has(foldText(text)) && seen.add(foldText(text)));
}

/** Reads the text of a concept file (YAML: version, name, terms, exclude), or says in Chinese what is wrong with it. */
export function readConcept(text: string): ConceptReading {
  const yaml = readYaml(text);
  if ('problem' in yaml) return { problems: [yaml.problem] };
  const read = conceptFile.safeParse(yaml.tree);
  if (!read.success) return { problems: read.error.issues.map(inWords) };
  const { version, name, terms, exclude } = read.data;
  return { concept: { version, name, terms: distinct(terms), exclude: distinct(exclude) } };
}

/** A concept's occurrences, and which of them each term has. */
export interface ConceptMatches {
  readonly whole: Matches;
  /** One a term, in the concept's order; their counts add up to those of `whole`. */
  readonly terms: readonly Matches[];
}

/** Keeps the spans none of whose characters is taken, and takes theirs. */
function takeFree(collection: Collection, matches: Matches, taken: Uint8Array): Matches {
  const kept: number[] = [];
  matches.starts.forEach((start, i) => {
    const end = matches.endAt(i);
    if (taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    kept.push(i);
  });
  return matchesOf(collection, pickSpans(matches, kept));
}

function inOrder(collection: Collection, parts: readonly Matches[]): Matches {
  const spans = parts.flatMap((part) => Array.from(part.starts, (start, i) => ({ start, end: part.endAt(i) })));
  spans.sort((a, b) => a.start - b.start);
  const [starts, ends] = [spans.map(({ start }) => start), spans.map(({ end }) => end)];
  return matchesOf(collection, spansOf(Uint32Array.from(starts), Uint32Array.from(ends)));
}

/**
 * Where a concept occurs. The rule: first the exclusions take their characters out of the text; then the terms are
 * found from the longest (in folded characters) to the shortest, and a character that a term has taken serves no other
 * one. 生态文明建设 with the terms 生态文明 and 生态 is one occurrence.
 */
export function matchConcept(collection: Collection, concept: Concept): ConceptMatches {
  const taken = new Uint8Array(collection.phrases.text.length);
  for (const text of concept.exclude) {
    const { starts, endAt } = matchText(collection, text);
    starts.forEach((start, i) => taken.fill(1, start, endAt(i)));
  }
  const found = new Map<string, Matches>();
  const longestFirst = concept.terms.toSorted((a, b) => foldText(b).length - foldText(a).length);
  for (const text of longestFirst) found.set(text, takeFree(collection, matchText(collection, text), taken));
  const terms = concept.terms.flatMap((text) => found.get(text) ?? []);
  return { whole: inOrder(collection, terms), terms };
}
