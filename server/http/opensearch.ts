/** The OpenSearch description, by which a browser offers this server as a search engine. */
import { element, writeXml } from './xml.ts';

/** `origin`: the server as the reader addresses it. OpenSearch 1.1 draft 6. */
export function openSearchDescription(origin: string): string {
  const url = (type: string, template: string, rel = 'results') =>
    element('Url', { type, rel, template: `${origin}${template}` });
  return writeXml(
    element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      element('ShortName', {}, '引据'),
      element('Description', {}, '逐字检索政策文件，每一处都有出处'),
      element('InputEncoding', {}, 'UTF-8'),
      element('OutputEncoding', {}, 'UTF-8'),
      element('Language', {}, 'zh-CN'),
      element('Image', { width: '16', height: '16', type: 'image/svg+xml' }, `${origin}/public/favicon.svg`),
      url('text/html', '/search?q={searchTerms}'),
      url('application/atom+xml', '/search.atom?q={searchTerms}'),
      url('application/x-suggestions+json', '/api/suggest?q={searchTerms}&format=opensearch', 'suggestions'),
    ),
  );
}
