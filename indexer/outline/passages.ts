/** Placed parts → canonical text, sections and passages with their ids. */
import type { Outline, Passage, Section } from '../model.ts';
import { passageIds, sectionIds } from './identity.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Node, Placed } from './sections.ts';

/** Builds the outline; `placed` covers every paragraph, in order. */
export function assemble(paragraphs: readonly Paragraph[], placed: readonly Placed[], documentId: string): Outline {
  const pathOf = pathsOfNodes();
  const { sections, ids } = listSections(placed, pathOf);
  const starts = paragraphStarts(paragraphs);
  const ordinals = countOrdinals(placed, paragraphs);
  const segments = countSegments(placed);
  const nextId = passageIds(documentId);
  const passages = placed.map((part, index): Passage => {
    const paragraph = paragraphs[part.paragraph];
    const at = starts[part.paragraph] ?? 0;
    const text = paragraph?.text.slice(part.start, part.end) ?? '';
    const { heads = null, under = [] } = paragraph?.row ?? {};
    return {
      id: nextId(`${pathOf(printedSection(part.node))}\n\n${keyOf(text)}`),
      kind: part.kind,
      section: part.node === null ? null : (ids.get(part.node) ?? null),
      ordinal: ordinals[index] ?? 0,
      segment: segments.get(part) ?? null,
      start: at + part.start,
      end: at + part.end,
      page: paragraph?.page ?? null,
      ...(heads === null ? {} : { heads }),
      ...(under.length === 0 ? {} : { under }),
    };
  });
  return { text: joinParagraphs(paragraphs), sections, passages };
}

/** The number of each part's paragraph in its printed section; 0 for headings and front matter. */
function countOrdinals(placed: readonly Placed[], paragraphs: readonly Paragraph[]): number[] {
  const counts = new Map<Node | null, number>();
  let last: { paragraph: number; home: Node | null } | null = null;
  return placed.map(({ paragraph, node, kind, heading }) => {
    if (kind === 'heading' || heading !== null || paragraphs[paragraph]?.role != null) return 0;
    const home = printedSection(node);
    if (last?.paragraph !== paragraph || last.home !== home) counts.set(home, (counts.get(home) ?? 0) + 1);
    last = { paragraph, home };
    return counts.get(home) ?? 0;
  });
}

function paragraphStarts(paragraphs: readonly Paragraph[]): number[] {
  let at = 0;
  return paragraphs.map(({ text }, index) => {
    const start = at;
    at += text.length + (paragraphs[index + 1]?.goesOn === true ? 0 : 1);
    return start;
  });
}

function joinParagraphs(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ text }, index) => (paragraphs[index + 1]?.goesOn === true ? text : `${text}\n`)).join('');
}

function listSections(
  placed: readonly Placed[],
  pathOf: (node: Node | null) => string,
): { sections: Section[]; ids: Map<Node, string> } {
  const ids = new Map<Node, string>();
  const levels = new Map<Node, number>();
  const nextId = sectionIds();
  const sections: Section[] = [];
  for (const { node } of placed) {
    if (node === null || ids.has(node)) continue;
    const { parent, kind, number, heading } = node;
    const level = parent === null ? 1 : (levels.get(parent) ?? 0) + 1;
    const id = nextId(pathOf(node));
    ids.set(node, id);
    levels.set(node, level);
    sections.push({ id, parent: parent === null ? null : (ids.get(parent) ?? null), level, kind, number, heading });
  }
  return { sections, ids };
}

/**
 * Gives titles from the top down, one a line. Numbers are left off, so that a section put in before does not change
 * the ids behind it; articles have nothing else.
 */
function pathsOfNodes(): (node: Node | null) => string {
  const paths = new Map<Node, string>();
  const pathOf = (node: Node | null): string => {
    if (node === null) return '';
    const known = paths.get(node);
    if (known !== undefined) return known;
    const title = keyOf(titleOf(node));
    const path = node.parent === null ? title : `${pathOf(node.parent)}\n${title}`;
    paths.set(node, path);
    return path;
  };
  return pathOf;
}

/** Width, case and white space do not make another passage. Canonical text has blanks and no other white space. */
function keyOf(text: string): string {
  return text.normalize('NFKC').replaceAll(' ', '').toLowerCase();
}

function titleOf({ number, heading }: Node): string {
  const title = number !== null && heading.startsWith(number) ? heading.slice(number.length).trim() : heading;
  return title === '' ? heading : title;
}

/** The innermost section that is printed as one: run-ins only cut paragraphs. */
function printedSection(node: Node | null): Node | null {
  return node?.kind === 'run-in' ? node.parent : node;
}

/** 1, 2, 3 … for the parts of text of a paragraph that run-ins divide. */
function countSegments(placed: readonly Placed[]): Map<Placed, number> {
  const segments = new Map<Placed, number>();
  placed.forEach((part, index) => {
    if (part.heading !== null) return;
    const before = placed[index - 1];
    const follows = before?.paragraph === part.paragraph && before.heading === null;
    const goesOn = placed[index + 1]?.paragraph === part.paragraph;
    if (follows || goesOn) segments.set(part, follows ? (segments.get(before) ?? 0) + 1 : 1);
  });
  return segments;
}
