/** The page that shows two documents side by side. */
import type { Request, Response } from 'express';
import { findDocument } from '../../../indexer/index/collection.ts';
import type { Library } from '../../../indexer/library.ts';
import type { PolicyDocument, Section } from '../../../indexer/model.ts';
import { compareDocuments, type Comparison, type Paragraph, type Row } from '../../trend/compare.ts';
import { inTime } from '../../trend/coverage.ts';
import { findNovelty } from '../../trend/novelty.ts';
import { diffWords } from '../../trend/wordDiff.ts';
import { languageOf, type Strings, strings } from '../language/language.ts';
import { wordLists } from './wordsView.ts';

/** New and gone words shown of each document. */
const MOST_WORDS = 20;

const one = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Documents by place, then by time, for the form. */
function choices({ collection }: Library, chosen: string) {
  const { documents } = collection;
  const groups = new Map<string, { id: string; title: string; isChosen: boolean }[]>();
  for (const number of inTime(
    documents,
    documents.map((_, i) => i),
  )) {
    const document = documents[number];
    if (document === undefined) continue;
    const place = document.region.join(' ');
    const { id, displayTitle: title } = document;
    groups.set(place, [...(groups.get(place) ?? []), { id, title, isChosen: id === chosen }]);
  }
  return [...groups].map(([place, list]) => ({ place, documents: list })).sort((a, b) => (a.place < b.place ? -1 : 1));
}

const paragraphView = (paragraph: Paragraph | null) =>
  paragraph === null ? null : { text: paragraph.text, href: `/p/${paragraph.passageId}` };

function rowView({ kind, moved, before, after, pieces }: Row, t: Strings) {
  return {
    kind,
    label: t.trend.compare.counts[kind],
    moved: moved ? t.trend.compare.counts.moved : null,
    before: paragraphView(before),
    after: paragraphView(after),
    text: (after ?? before)?.text ?? '',
    pieces: pieces.map(({ kind: change, text }) => ({
      text,
      isAdded: change === 'added',
      isRemoved: change === 'removed',
    })),
  };
}

function headingView(before: Section | null, after: Section | null, t: Strings) {
  const pieces =
    before !== null && after !== null && before.heading !== after.heading
      ? diffWords(before.heading, after.heading).map(({ kind, text }) => ({
          text,
          isAdded: kind === 'added',
          isRemoved: kind === 'removed',
        }))
      : [{ text: (after ?? before)?.heading ?? t.trend.compare.front, isAdded: false, isRemoved: false }];
  const isAlone = (before === null) !== (after === null);
  return {
    pieces,
    note: isAlone ? (after === null ? t.trend.compare.goneSection : t.trend.compare.newSection) : null,
    level: Math.min((after ?? before)?.level ?? 1, 4),
  };
}

function comparisonView({ sections, counts }: Comparison, isWhole: boolean, t: Strings) {
  const { counts: names } = t.trend.compare;
  return {
    counts: (['changed', 'new', 'gone', 'moved', 'unchanged'] as const).map((kind) => ({
      kind,
      label: names[kind],
      count: counts[kind],
    })),
    sections: sections
      .map(({ before, after, rows }) => {
        const shown = isWhole ? rows : rows.filter(({ kind, moved }) => kind !== 'unchanged' || moved);
        const hidden = rows.length - shown.length;
        return {
          heading: headingView(before, after, t),
          rows: shown.map((row) => rowView(row, t)),
          hidden: hidden === 0 ? null : t.trend.compare.unchangedHidden(hidden),
        };
      })
      .filter(({ rows, hidden, heading }) => rows.length > 0 || hidden !== null || heading.note !== null),
  };
}

const headView = ({ id, displayTitle, date }: PolicyDocument) => ({
  title: displayTitle,
  date,
  href: `/documents/${id}`,
});

/** Answers `/compare?before=ID&after=ID`. */
export function showComparison(library: Library, request: Request, response: Response): void {
  const t = strings[languageOf(response)];
  const { collection } = library;
  const [before, after] = [one(request.query['before']), one(request.query['after'])];
  const [first, second] = [findDocument(collection, before), findDocument(collection, after)];
  const numberOf = ({ id }: PolicyDocument): number => collection.documentNumber.get(id) ?? -1;
  const isWhole = request.query['show'] === 'all';
  const isPair = first !== undefined && second !== undefined && first !== second;
  const to = (show: string): string => `/compare?${new URLSearchParams({ before, after, show }).toString()}`;
  response.render('compare', {
    title: t.trend.compare.title,
    isCompare: true,
    befores: choices(library, before),
    afters: choices(library, after),
    notice: !isPair && before !== '' && after !== '' ? t.trend.compare.same : null,
    isPair,
    ...(isPair
      ? {
          first: headView(first),
          second: headView(second),
          comparison: comparisonView(compareDocuments(first, second), isWhole, t),
          lists: wordLists(
            findNovelty(library.collection, [numberOf(first)], [numberOf(second)], MOST_WORDS),
            { before: first.displayTitle, after: second.displayTitle },
            t,
          ),
        }
      : {}),
    exports: ['csv', 'xlsx', 'json'].map((format) => ({
      label: format.toUpperCase(),
      href: `/api/compare?${new URLSearchParams({ before, after, format }).toString()}`,
    })),
    shows: [
      { label: t.trend.compare.onlyChanges, href: to('changes'), isCurrent: !isWhole },
      { label: t.trend.compare.all, href: to('all'), isCurrent: isWhole },
    ],
  });
}
