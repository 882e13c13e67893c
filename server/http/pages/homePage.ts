/** The first page: the search box, and what the collection holds. */
import { countCharacters } from '../../../indexer/analysis/characters.ts';
import type { Request, Response } from 'express';
import type { Library } from '../../../indexer/library.ts';
import type { PolicyDocument, Section } from '../../../indexer/model.ts';
import { languageOf, type Strings, strings } from '../language/language.ts';
import { formView } from './searchPage.ts';

/** Examples offered when the collection's own headings repeat too little. */
const NEUTRAL = ['高质量发展', '营商环境', '乡村振兴'];
const EXAMPLES = 6;

/** A heading's words without its number: `（一）优化营商环境` → `优化营商环境`. */
function topicOf({ heading, number }: Section): string {
  return heading.slice(number?.length ?? 0).replace(/^[\s、.．：:]+|[\s。：:]+$/gu, '');
}

const isTopic = (text: string): boolean => text.length >= 5 && text.length <= 8 && /^[\p{Script=Han}]+$/u.test(text);

/** Topics of headings, those that stand in most documents first: real words of the collection to begin with. */
export function frequentTopics(documents: readonly PolicyDocument[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const document of documents)
    for (const topic of new Set(document.sections.map(topicOf).filter(isTopic)))
      counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'zh'))
    .slice(0, most)
    .map(([topic]) => topic);
}

function countValues(values: readonly (string | null)[]): { name: string; documents: number }[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([name, documents]) => ({ name, documents })).sort((a, b) => b.documents - a.documents);
}

function linked(name: 'type' | 'region', values: ReturnType<typeof countValues>) {
  return values.map((value) => ({ ...value, href: `/documents?${new URLSearchParams({ [name]: value.name })}` }));
}

function holdings(library: Library, t: Strings) {
  const { documents, documentOf } = library.collection;
  const years = documents.flatMap(({ year }) => (year === null ? [] : [year]));
  const characters = documents.reduce((sum, document) => sum + countCharacters(document.text), 0);
  return {
    counts: [
      t.count.documents(documents.length),
      t.count.passages(documentOf.length),
      t.home.characters(characters.toLocaleString('en')),
      ...(years.length === 0 ? [] : [t.home.years(Math.min(...years), Math.max(...years))]),
    ],
    types: linked('type', countValues(documents.map(({ docType }) => docType))),
    regions: linked('region', countValues(documents.map(({ region }) => region[0] ?? null))),
  };
}

function unreadLabel(library: Library, t: Strings): string | null {
  const skipped = library.files.filter(({ skip }) => skip !== null && skip.reason !== 'documentation').length;
  return skipped === 0 ? null : t.home.unread(skipped);
}

/** Everything that `home.hbs` shows. The collection does not change while the server runs, so it is counted once a language. */
export function homeView(library: Library, t: Strings) {
  const topics = frequentTopics(library.collection.documents, EXAMPLES);
  const examples = topics.length < 3 ? [...new Set([...topics, ...NEUTRAL])] : topics;
  return {
    title: null,
    isHome: true,
    form: formView(),
    isEmpty: library.collection.documents.length === 0,
    holdings: holdings(library, t),
    examples: examples.map((text) => ({ text, href: `/search?${new URLSearchParams({ q: text })}` })),
    unread: unreadLabel(library, t),
  };
}

/** Answers `/`. */
export function homePage(library: Library): (request: Request, response: Response) => void {
  const views = { zh: homeView(library, strings.zh), en: homeView(library, strings.en) };
  return (_request, response) => response.render('home', views[languageOf(response)]);
}
