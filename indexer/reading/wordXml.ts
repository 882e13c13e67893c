/** The XML of a Word file as a tree that knows where its elements stand, and edits of its text by those places. */
import type { AnyNode, Document, Element, ParentNode } from 'domhandler';
import { DomHandler, isTag, isText } from 'domhandler';
import { Parser } from 'htmlparser2';
import { traverse } from './traverse.ts';

/** Puts `text` in the place of `start`–`end` (UTF-16 units of the XML, end exclusive). */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** XML → its tree, start and end indices set. Lenient, as the parser of HTML is. */
export function parseXml(xml: string): Document {
  const handler = new DomHandler(undefined, { withStartIndices: true, withEndIndices: true });
  const parser = new Parser(handler, { xmlMode: true });
  parser.end(xml);
  return handler.root;
}

/** All elements of this name below `root`, in document order. */
export function elementsNamed(root: ParentNode, name: string): Element[] {
  const found: Element[] = [];
  for (const { node, entering } of traverse(root)) if (entering && isTag(node) && node.name === name) found.push(node);
  return found;
}

export function childrenNamed(parent: ParentNode | undefined, name: string): Element[] {
  return (parent?.children ?? []).filter(isTag).filter((child) => child.name === name);
}

export function childNamed(parent: ParentNode | undefined, name: string): Element | undefined {
  return parent?.children.find((child): child is Element => isTag(child) && child.name === name);
}

/** `<w:numId w:val="3"/>` below `parent` → `3`. */
export function valueOf(parent: ParentNode | undefined, name: string): string | undefined {
  return childNamed(parent, name)?.attribs['w:val'];
}

/** As `valueOf`, a whole number. */
export function numberOf(parent: ParentNode | undefined, name: string): number | undefined {
  const value = valueOf(parent, name);
  return value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : undefined;
}

/** The characters of a run or paragraph. */
export function wordText(element: Element): string {
  let text = '';
  for (const { node, entering } of traverse(element)) {
    if (entering && isText(node) && node.parent !== null && isTag(node.parent) && node.parent.name === 'w:t')
      text += node.data;
  }
  return text;
}

export const startOf = (node: AnyNode): number => node.startIndex ?? 0;
export const endOf = (node: AnyNode): number => (node.endIndex ?? -1) + 1;

/** The XML with all edits made; they must not overlap. */
export function edited(xml: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    pieces.push(xml.slice(at, start), text);
    at = end;
  }
  return pieces.join('') + xml.slice(at);
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
