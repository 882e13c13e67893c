/** The newest hits of a query as an Atom feed (RFC 4287). */
import { citeInline } from '../citing/inline.ts';
import { describe } from '../query/describe.ts';
import type { Hit } from '../search/search.ts';
import type { AssistedAnswer, AssistedRequest } from '../suggest/assist.ts';
import { writeSearch } from './parameters.ts';
import { permalinkOf } from './api/searchJson.ts';
import { type Element, element, writeXml } from './xml.ts';

const UNKNOWN_DATE = '1970-01-01T00:00:00Z';

/** A report's day in China; its year's first day, where only that is known. */
function dateOf({ document: { date, year } }: Hit): string {
  const day = date ?? (year === null ? null : `${String(year).padStart(4, '0')}-01-01`);
  return day === null ? UNKNOWN_DATE : `${day}T00:00:00+08:00`;
}

function entryOf(hit: Hit, origin: string): Element {
  const { document, passage, path, text } = hit;
  const address = `${origin}${permalinkOf(passage.id)}`;
  const author = document.speaker ?? document.issuer;
  return element(
    'entry',
    {},
    element('id', {}, address),
    element('title', {}, [document.displayTitle, ...path.map(({ heading }) => heading)].join(' · ')),
    element('updated', {}, dateOf(hit)),
    element('link', { rel: 'alternate', type: 'text/html', href: address }),
    ...(author === null ? [] : [element('author', {}, element('name', {}, author))]),
    element('content', { type: 'text' }, text),
    element('summary', { type: 'text' }, `“${text}”${citeInline(hit)}`),
  );
}

const timeOf = (date: string): number => new Date(date).getTime();

/**
 * A feed of the hits in `answer`. Only literal hits are news: where there are none, the feed is empty and says so. `origin`:
 * the server as the reader addresses it.
 */
export function atomFeed(request: AssistedRequest, answer: AssistedAnswer, origin: string): string {
  const hits = answer.step === 'exact' ? answer.hits : [];
  const query = writeSearch({ ...request, sort: 'relevance', page: 1, size: 20 });
  const page = `${origin}/search?${query}`;
  const feed = `${origin}/search.atom?${query}`;
  const updated = hits.map(dateOf).sort((a, b) => timeOf(b) - timeOf(a))[0] ?? UNKNOWN_DATE;
  const said = describe(answer.query, 'zh');
  return writeXml(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' },
      element('id', {}, feed),
      element('title', {}, `${request.text.trim()} · 引据`),
      element('subtitle', {}, hits.length === 0 ? `${said}：没有逐字命中` : `${said}：共 ${answer.total.passages} 段`),
      element('updated', {}, updated),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed }),
      element('link', { rel: 'alternate', type: 'text/html', href: page }),
      element('author', {}, element('name', {}, '引据')),
      element('generator', { uri: origin }, 'Yinju'),
      ...hits.map((hit) => entryOf(hit, origin)),
    ),
  );
}
