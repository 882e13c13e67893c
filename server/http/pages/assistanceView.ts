/** What else could be asked, and ways to take the results along, as links. */
import { MOST_EXPORTED } from '../api/searchExport.ts';
import type { AssistedRequest, Assistance } from '../../suggest/assist.ts';
import type { Correction } from '../../suggest/slips.ts';
import type { Strings } from '../language/language.ts';
import { writeSearch } from '../parameters.ts';
import { searchHref } from './facetView.ts';

/** Corrections and other names, each with its address and what it finds; the switch for other names. */
export function assistanceView({ didYouMean, also, synonyms }: Assistance, request: AssistedRequest, t: Strings) {
  const link = ({ text, passages }: Correction) => ({
    text,
    passages: t.count.passages(passages),
    href: searchHref(request, { text }),
  });
  return {
    didYouMean: didYouMean.map(link),
    also: also.map(link),
    widenHref: searchHref(request, { synonyms: true }),
    narrowHref: synonyms ? searchHref(request, { synonyms: false }) : null,
  };
}

/** Files of the whole list, and the feed. */
export function takeAlongView(request: AssistedRequest, passages: number, t: Strings) {
  const whole = { ...request, page: 1, size: 20, near: true, explain: false };
  const query = writeSearch(whole);
  return {
    files: (['csv', 'xlsx', 'json'] as const).map((format) => ({
      label: format.toUpperCase(),
      href: `/api/search.${format}?${query}`,
    })),
    limit: passages > MOST_EXPORTED ? t.search.exportLimit(MOST_EXPORTED) : '',
    feedHref: `/search.atom?${writeSearch({ ...whole, sort: 'relevance' })}`,
  };
}
