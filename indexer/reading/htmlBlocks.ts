import type { AnyNode, Element, ParentNode } from 'domhandler';
import { isTag, isText } from 'domhandler';
import type { Block } from '../model.ts';
import { BlockBuilder, collapse } from './blockBuilder.ts';
import type { Shape } from './blockBuilder.ts';
import { isDataTable, readTable } from './htmlTable.ts';
import { traverse } from './traverse.ts';
import { outstandingFaces } from './typefaces.ts';
import type { Run } from './typefaces.ts';

/** Elements that begin and end a line. */
const blockNames = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 head header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul br'
  ).split(' '),
);

/** Elements whose text is not the document's. */
const silentNames = new Set(
  'script style noscript template iframe object svg math select option button textarea nav footer aside title head'.split(
    ' ',
  ),
);

/** How text stands at one place of the tree. */
interface Style extends Shape {
  readonly bold: boolean;
  /** The typeface that its elements name, '' for none. */
  readonly face: string;
  readonly preformatted: boolean;
}

const plain: Style = { kind: 'paragraph', bold: false, face: '', preformatted: false };

/**
 * The blocks of a tree of HTML, in the order in which a person reads them. `dropped` names further elements to leave
 * out. Needs no recursion: 100,000 nested elements do no harm.
 */
export function blocksOf(root: ParentNode, dropped: (element: Element) => boolean = () => false): Block[] {
  const builder = new BlockBuilder();
  const standsOut = outstandingFaces(runsOf(root));
  const styles: Style[] = [plain];
  const isLeaf = (node: AnyNode) =>
    isTag(node) &&
    (silentNames.has(node.name) || isHidden(node) || isNoteMark(node) || dropped(node) || isDataTable(node));
  for (const { node, entering } of traverse(root, isLeaf)) {
    const style = styles.at(-1) ?? plain;
    if (isText(node)) {
      if (entering) appendText(builder, node.data, style, standsOut(style.face));
    } else if (isTag(node)) {
      if (blockNames.has(node.name)) builder.end();
      if (!entering) styles.pop();
      else styles.push(styleOf(node, style));
      if (entering && isDataTable(node) && !isHidden(node) && !dropped(node)) addTable(builder, node);
    }
  }
  builder.end();
  return builder.blocks;
}

/** The running text of a tree with its typefaces. */
function runsOf(root: ParentNode): Run[] {
  const runs: Run[] = [];
  const faces = [''];
  for (const { node, entering } of traverse(root, (child) => isTag(child) && silentNames.has(child.name))) {
    if (isText(node)) {
      if (entering) runs.push({ text: node.data, face: faces.at(-1) ?? '' });
    } else if (isTag(node)) {
      if (entering) faces.push(faceOf(node, node.attribs['style'] ?? '') ?? faces.at(-1) ?? '');
      else faces.pop();
    }
  }
  return runs;
}

function appendText(builder: BlockBuilder, text: string, style: Style, outstanding: boolean): void {
  const { kind, level, centred, bold } = style;
  const shape = { kind, ...(level === undefined ? {} : { level }), ...(centred === true ? { centred } : {}) };
  if (!style.preformatted) {
    builder.append({ text, bold, outstanding }, shape);
    return;
  }
  text.split(/\r\n?|\n/).forEach((line, index) => {
    if (index > 0) builder.end();
    builder.append({ text: line, bold, outstanding }, shape);
  });
}

function addTable(builder: BlockBuilder, table: Element): void {
  const { caption, rows, headRows } = readTable(table);
  if (caption !== '') builder.add({ kind: 'paragraph', text: caption, centred: true });
  if (rows.length > 0) builder.add({ kind: 'table', text: '', rows, ...(headRows > 0 ? { headRows } : {}) });
}

function styleOf(element: Element, outer: Style): Style {
  const css = element.attribs['style'] ?? '';
  const heading = /^h([1-6])$/.exec(element.name)?.[1];
  const kind =
    heading !== undefined ? 'heading' : isNote(element) ? 'note' : element.name === 'li' ? 'item' : outer.kind;
  return {
    kind,
    ...(heading === undefined ? (outer.level === undefined ? {} : { level: outer.level }) : { level: Number(heading) }),
    bold: boldOf(element, css) ?? outer.bold,
    face: faceOf(element, css) ?? outer.face,
    centred: centredOf(element, css) ?? outer.centred ?? false,
    preformatted: element.name === 'pre' || /white-space\s*:\s*(?:pre|break)/i.test(css) || outer.preformatted,
  };
}

function boldOf(element: Element, css: string): boolean | null {
  const weight = /font-weight\s*:\s*(\w+)/i.exec(css)?.[1]?.toLowerCase();
  if (weight !== undefined) return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  return element.name === 'b' || element.name === 'strong' ? true : null;
}

function faceOf(element: Element, css: string): string | null {
  return (
    /font-family\s*:\s*([^;]+)/i.exec(css)?.[1] ?? (element.name === 'font' ? (element.attribs['face'] ?? null) : null)
  );
}

function centredOf(element: Element, css: string): boolean | null {
  const align = /text-align\s*:\s*(\w+)/i.exec(css)?.[1] ?? element.attribs['align'];
  if (align !== undefined && align !== '') return align.toLowerCase() === 'center';
  return element.name === 'center' || element.attribs['class'] === 'centred' ? true : null;
}

function isHidden(element: Element): boolean {
  return 'hidden' in element.attribs || /display\s*:\s*none/i.test(element.attribs['style'] ?? '');
}

/** Footnotes as mammoth writes them. */
function isNote(element: Element): boolean {
  return /^(?:footnote|endnote)-\d/.test(element.attribs['id'] ?? '');
}

/** The mark in the text that points to a footnote, and the arrow back: `[1]`, `↑`. They would tear a sentence. */
function isNoteMark(element: Element): boolean {
  return (
    /^(?:footnote|endnote)-ref-/.test(element.attribs['id'] ?? '') ||
    /^#(?:footnote|endnote)-ref-/.test(element.attribs['href'] ?? '')
  );
}

/** The text of an element on one line, tags that begin a line as a space. */
export function textOf(root: ParentNode): string {
  const pieces: string[] = [];
  for (const { node, entering } of traverse(root, (child) => isTag(child) && silentNames.has(child.name))) {
    if (isTag(node)) {
      if (blockNames.has(node.name)) pieces.push(' ');
    } else if (isText(node) && entering) {
      pieces.push(node.data);
    }
  }
  return collapse(pieces.join('')).trim();
}
