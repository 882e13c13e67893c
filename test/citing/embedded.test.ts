import { describe, expect, test } from 'vitest';
import { gather } from '../../server/citing/cited.ts';
import { citationMeta, coins, jsonLd } from '../../server/citing/embedded.ts';
import { invent } from './invented.ts';

const report = gather({
  document: invent(
    {
      region: ['岚江省', '云渚市'],
      issuer: '云渚市人民政府',
      speaker: '陆知衡',
      meeting: '云渚市第五届人民代表大会第三次会议',
      date: '2024-01-24',
      year: 2024,
    },
    [],
  ),
  link: 'http://localhost/p/a',
});
const bare = gather({ document: invent({ title: '</script><b>通知', docType: '通知' }, []) });

describe('what a page says to programs', () => {
  test('citation_* meta', () => {
    expect(Object.fromEntries(citationMeta(report).map(({ name, content }) => [name, content]))).toEqual({
      citation_title: '政府工作报告',
      citation_author: '陆知衡',
      citation_publication_date: '2024/01/24',
      citation_technical_report_institution: '云渚市人民政府',
      citation_public_url: 'http://localhost/p/a',
      citation_language: 'zh-CN',
    });
  });

  test('COinS reads back as an OpenURL', () => {
    const read = new URLSearchParams(coins(report));
    expect(read.get('rft.title')).toBe('政府工作报告');
    expect(read.get('rft.creator')).toBe('陆知衡');
    expect(read.get('rft.type')).toBe('report');
  });

  test('JSON-LD', () => {
    expect(JSON.parse(jsonLd(report))).toMatchObject({
      '@type': 'Report',
      author: { '@type': 'Person', name: '陆知衡' },
      publisher: { '@type': 'GovernmentOrganization', name: '云渚市人民政府' },
      datePublished: '2024-01-24',
      spatialCoverage: '岚江省云渚市',
    });
  });

  test('what is not known is left out, and a title ends no script', () => {
    expect(citationMeta(bare).map(({ name }) => name)).toEqual(['citation_title', 'citation_language']);
    expect(jsonLd(bare)).not.toContain('</script>');
    expect(JSON.parse(jsonLd(bare))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Legislation',
      name: '</script><b>通知',
      inLanguage: 'zh-CN',
    });
    expect(coins(bare)).not.toContain('undefined');
  });
});
