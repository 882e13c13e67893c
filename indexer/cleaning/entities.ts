/**
 * Decodes the entities of HTML that a page saved as text still carries, and takes out left-over tags:
 * `增长&nbsp;7%<br>` → `增长 7% `. A tag is only what HTML knows by name: `x<y` and `<水法>` are prose.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&') && !text.includes('<')) return text;
  return text
    .replace(tag, (_, name: string) => (lineBreaking.test(name) ? ' ' : ''))
    .replace(entity, (whole, code: string) => decodeOne(code) ?? whole);
}

function decodeOne(code: string): string | undefined {
  if (!code.startsWith('#')) return named.get(code);
  const hex = /^#x/i.test(code);
  const point = Number.parseInt(code.slice(hex ? 2 : 1), hex ? 16 : 10);
  const isScalar = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isScalar ? String.fromCodePoint(point) : undefined;
}

const tag =
  /<\/?(a|b|br|p|div|span|font|strong|em|i|u|img|table|tbody|tr|td|th|ul|ol|li|h[1-6]|o:p|center|sub|sup|hr)(?:[\s/][^<>]{0,500})?>/gi;
const lineBreaking = /^(?:br|p|div|tr|td|th|li|h[1-6]|hr|table)$/i;
const entity = /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/gi;

const named = new Map(
  Object.entries({
    nbsp: '\u00A0',
    ensp: '\u2002',
    emsp: '\u2003',
    thinsp: '\u2009',
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
    hellip: '…',
    mdash: '—',
    ndash: '–',
    middot: '·',
    bull: '•',
    times: '×',
    permil: '‰',
    deg: '°',
    copy: '©',
    shy: '\u00AD',
    zwnj: '\u200C',
    zwj: '\u200D',
  }),
);
