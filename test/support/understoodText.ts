import type { ShownDocument, ShownSection } from '../../indexer/show.ts';

/**
 * What was understood of a document as a text that a person can hold against the document: metadata, the outline with
 * the place of each section (`1.2`), and every passage as `kind §place ordinal: beginning…end`.
 */
export function printUnderstood(shown: ShownDocument): string {
  const { id, provenance, characters, ...metadata } = shown.document;
  const places = placesOf(shown.sections);
  const paths = new Map<string, string>();
  for (const section of shown.sections) {
    const path = headingsTo(shown.sections, section).join('\n');
    if (!paths.has(path)) paths.set(path, places.get(section.id) ?? '');
  }
  return [
    ...Object.entries({ id, ...metadata }).map(
      ([key, value]) => `${key}: ${Array.isArray(value) ? value.join(' ') : String(value)}`,
    ),
    `format: ${provenance.format} ${provenance.encoding ?? '-'}, pages ${String(provenance.pages)}, ${characters} characters`,
    ...shown.problems.map(({ code, message }) => `! ${code}: ${message}`),
    '',
    ...shown.sections.map(
      ({ id, level, kind, heading }) => `${'  '.repeat(level - 1)}${places.get(id) ?? ''} ${kind} ${heading}`,
    ),
    '',
    ...shown.passages.map(({ kind, sectionPath, ordinal, segment, page, heads, text }) => {
      const place = sectionPath.length === 0 ? '-' : (paths.get(sectionPath.join('\n')) ?? '?');
      const part = segment === null ? '' : `.${segment}`;
      const about = `${page === null ? '' : ` p${page}`}${heads === undefined ? '' : ` [${heads.join('|')}]`}`;
      return `${kind} §${place} ${ordinal}${part}${about}: ${shorten(text)}`;
    }),
    '',
  ].join('\n');
}

/** `1`, `1.2`, `1.2.1` by section id. */
function placesOf(sections: readonly ShownSection[]): ReadonlyMap<string, string> {
  const counts = new Map<string | null, number>();
  const places = new Map<string, string>();
  for (const { id, parent } of sections) {
    const count = (counts.get(parent) ?? 0) + 1;
    counts.set(parent, count);
    const above = parent === null ? undefined : places.get(parent);
    places.set(id, above === undefined ? `${count}` : `${above}.${count}`);
  }
  return places;
}

function headingsTo(sections: readonly ShownSection[], section: ShownSection): string[] {
  const parent = sections.find(({ id }) => id === section.parent);
  return [...(parent === undefined ? [] : headingsTo(sections, parent)), section.heading];
}

function shorten(text: string): string {
  return text.length > 32 ? `${text.slice(0, 20)}…${text.slice(-10)}` : text;
}
