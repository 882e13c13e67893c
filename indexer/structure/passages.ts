/** Placed parts → canonical text, sections and passages with their ids. */
import type { Outline, Passage, Section } from '../model.ts';
import { passageIds, sectionIds } from './identity.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Node, Placed } from './sections.ts';

/** Builds the outline; `placed` covers every paragraph, in order. */
export function assemble(paragraphs: readonly Paragraph[], placed: readonly Placed[], documentId: string): Outline {
  const known = listSections(placed);
  const starts = paragraphStarts(paragraphs);
  const nextId = passageIds(documentId);
  const ordinals = new Map<Node | null, number>();
  const segments = countSegments(placed);
  const last = { paragraph: -1, section: null as Node | null };
  const passages = placed.map((part): Passage => {
    const paragraph = paragraphs[part.paragraph];
    const at = starts[part.paragraph] ?? 0;
    const home = printedSection(part.node);
    if (part.heading === null && (last.paragraph !== part.paragraph || last.section !== home)) {
      ordinals.set(home, (ordinals.get(home) ?? 0) + 1);
      last.paragraph = part.paragraph;
      last.section = home;
    }
    const isCounted = part.kind !== 'heading' && paragraph?.role == null;
    const text = paragraph?.text.slice(part.start, part.end) ?? '';
    const heads = paragraph?.row?.heads ?? null;
    return {
      id: nextId(pathOf(home), text),
      kind: part.kind,
      section: part.node === null ? null : (known.ids.get(part.node) ?? null),
      ordinal: isCounted ? (ordinals.get(home) ?? 0) : 0,
      segment: segments.get(part) ?? null,
      start: at + part.start,
      end: at + part.end,
      page: paragraph?.page ?? null,
      ...(heads === null ? {} : { heads }),
    };
  });
  return { text: paragraphs.map(({ text }) => `${text}\n`).join(''), sections: known.sections, passages };
}

function paragraphStarts(paragraphs: readonly Paragraph[]): number[] {
  let at = 0;
  return paragraphs.map(({ text }) => {
    const start = at;
    at += text.length + 1;
    return start;
  });
}

function listSections(placed: readonly Placed[]): { sections: Section[]; ids: Map<Node, string> } {
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

/** Titles from the top down. Numbers are left off, so that a section put in before does not change them; articles have nothing else. */
function pathOf(node: Node | null): string[] {
  const path: string[] = [];
  for (let at = node; at !== null; at = at.parent) path.unshift(titleOf(at));
  return path;
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
