import type { ListItem, Nodes, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Block, BlockKind } from '../model.ts';
import { BOLD_OFF, BOLD_ON } from '../model.ts';
import { blocksOf } from './htmlBlocks.ts';
import { parseHtml } from './parseHtml.ts';
import { readText } from './text.ts';

/** Text of more than this many UTF-16 units is read as plain lines: micromark takes some seconds for a million. */
const longest = 1_000_000;

/**
 * Constructs that prose runs into unawares: an indented paragraph is no program, `[1]：` no link definition, a line of
 * text over `-----` no heading.
 */
const prose = { disable: { null: ['codeIndented', 'setextUnderline', 'definition'] } };

/** A heading without the space that CommonMark asks for: `##一、总体要求`; not `1#楼`, `#1机组`. */
const tightHeading = /^(#{1,6})(?=[^\s#\d])/;

/** What stands where in the tree. */
interface Context {
  readonly source: string;
  readonly kind: BlockKind;
}

/**
 * Markdown → blocks. Only what is plainly markup goes; numbers of list items stay, as printed. A line of a paragraph
 * is a block of its own: most Chinese Markdown has one paragraph a line, and joining hard line breaks is cleaning's.
 */
export function readMarkdown(source: string): Block[] {
  if (source.length > longest) return readText(source);
  try {
    const root = fromMarkdown(source, {
      extensions: [prose, gfmTable(), gfmFootnote(), cjkFriendlyExtension()],
      mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
    });
    return root.children.flatMap((node) => blocksFrom(node, { source, kind: 'paragraph' }));
  } catch {
    // Constructs nested thousands deep (`>>>>…`) overflow the stack.
    return readText(source);
  }
}

function blocksFrom(node: RootContent, context: Context): Block[] {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- any other node keeps its source text
  switch (node.type) {
    case 'heading':
      return linesOf(inline(node, context)).map((text) => ({ kind: 'heading', text, level: node.depth }));
    case 'paragraph':
      return linesOf(inline(node, context)).map((text) => paragraph(text, context.kind));
    case 'blockquote':
      return node.children.flatMap((child) => blocksFrom(child, context));
    case 'list':
      return node.children.flatMap((item) => itemBlocks(item, node.ordered === true, context));
    case 'footnoteDefinition':
      return node.children.flatMap((child) => blocksFrom(child, { ...context, kind: 'note' }));
    case 'table':
      return [tableBlock(node, context)];
    case 'code':
      return readText(`${infoOf(node.lang, node.meta)}\n${node.value}`);
    case 'html':
      return htmlBlocks(node.value);
    case 'thematicBreak':
      return [];
    default:
      return linesOf(sourceOf(node, context)).map((text) => ({ kind: context.kind, text }));
  }
}

/** Words behind a fence that name no language are text: `~~~ 年内建成`. */
function infoOf(lang: string | null | undefined, meta: string | null | undefined): string {
  return /^[a-z]/i.test(lang ?? '') ? (meta ?? '') : [lang, meta].join(' ');
}

function paragraph(text: string, kind: BlockKind): Block {
  const level = tightHeading.exec(text)?.[1]?.length;
  if (level === undefined || text.length > 80) return { kind, text };
  return { kind: 'heading', text: text.slice(level).trim(), level };
}

/** An item's number is printed text and stays: `1. 稳定就业`. */
function itemBlocks(item: ListItem, ordered: boolean, context: Context): Block[] {
  const blocks = item.children.flatMap((child) => blocksFrom(child, { ...context, kind: 'item' }));
  if (!ordered) return blocks;
  const number = /^\s*\d+[.)]/.exec(sourceOf(item, context))?.[0].trim() ?? '';
  const [first, ...rest] = blocks;
  if (first === undefined || first.kind !== 'item') return [{ kind: 'item', text: number }, ...blocks];
  return [{ ...first, text: `${number} ${first.text}` }, ...rest];
}

function tableBlock(table: Table, context: Context): Block {
  const rows = table.children.map((row) =>
    row.children.map((cell) =>
      inline(cell, context)
        .replace(/<br\s*\/?>|\n/gi, ' ')
        .trim(),
    ),
  );
  return { kind: 'table', text: '', rows, headRows: 1 };
}

/** Comments go; a known tag is read as HTML; whatever else begins with `<` is text. */
function htmlBlocks(html: string): Block[] {
  const shown = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const root = parseHtml(shown);
  return root === null ? readText(shown) : blocksOf(root);
}

/** The text of a node with bold print marked; line breaks stay. */
function inline(node: Nodes, context: Context): string {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- any other node keeps its source text
  switch (node.type) {
    case 'text':
      return node.value;
    case 'inlineCode':
      return node.value;
    case 'strong':
      return `${BOLD_ON}${children(node, context)}${BOLD_OFF}`;
    case 'emphasis':
      return isMeant(node, context) ? children(node, context) : sourceOf(node, context);
    case 'break':
      return '\n';
    case 'image':
    case 'footnoteReference':
      return '';
    case 'html':
      return tagless(node.value);
    default:
      return 'children' in node ? children(node, context) : sourceOf(node, context);
  }
}

function children(node: Nodes, context: Context): string {
  return 'children' in node ? node.children.map((child) => inline(child, context)).join('') : '';
}

function sourceOf(node: Nodes, { source }: Context): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** `2*3*4` and `a_b_c` are sums and names, not emphasis: beside a digit or letter the marks are text. */
function isMeant(node: Nodes, { source }: Context): boolean {
  const before = source.charAt((node.position?.start.offset ?? 0) - 1);
  const after = source.charAt(node.position?.end.offset ?? 0);
  return !/[\w×+=-]/.test(before) && !/[\w×+=-]/.test(after);
}

/** Inline tags of print go, line breaks count, anything else in angle brackets is text: `<关于…>`, `A<B>C`. */
function tagless(html: string): string {
  if (html.startsWith('<!--')) return '';
  if (/^<br\b/i.test(html)) return '\n';
  if (/^<(?:b|strong)(?:\s[^>]*)?>$/i.test(html)) return BOLD_ON;
  if (/^<\/(?:b|strong)\s*>$/i.test(html)) return BOLD_OFF;
  return /^<\/?(?:span|font|i|em|u|sup|sub|a|p|div|center|small|big|mark|img|ins|del|o:p)\b/i.test(html) ? '' : html;
}

/** Lines that have text, each with its own bold marks. */
function linesOf(text: string): string[] {
  let bold = false;
  const lines: string[] = [];
  for (const line of text.split(/\r\n?|\n/)) {
    const opened: string = bold ? BOLD_ON + line : line;
    bold = opened.lastIndexOf(BOLD_ON) > opened.lastIndexOf(BOLD_OFF);
    const closed = (bold ? opened + BOLD_OFF : opened).trim();
    if (closed.replaceAll(BOLD_ON, '').replaceAll(BOLD_OFF, '').trim() !== '') lines.push(closed);
  }
  return lines;
}
