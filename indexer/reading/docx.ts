import type { Unzipped } from 'fflate';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { Reading, Skip } from '../model.ts';
import { messageOf } from './failure.ts';
import { blocksOf } from './htmlBlocks.ts';
import { longestParse, parseHtml } from './parseHtml.ts';
import { boldByTypeface } from './wordFonts.ts';
import { numberParagraphs } from './wordNumbering.ts';
import { edited, parseXml } from './wordXml.ts';

/** An archive may unpack to this much XML (bytes); a long report has a hundredth of it. */
const mostXml = 32 * 1024 * 1024;

/** Styles beyond mammoth's own map. Chinese Word names its headings `heading 1`, older WPS `标题 1`. */
const styleMap = [
  "p[style-name='Centred'] => p.centred:fresh",
  "p[style-name='Title'] => h1.centred:fresh",
  "p[style-name='标题'] => h1.centred:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
];

/** A Word file → its blocks, by way of mammoth's HTML. */
export async function readDocx(bytes: Uint8Array): Promise<Reading | Skip> {
  const parts = unpack(bytes);
  if (isSkip(parts)) return parts;
  try {
    return await convert(parts);
  } catch (error) {
    return { reason: 'damaged', detail: messageOf(error) };
  }
}

async function convert(parts: Unzipped): Promise<Reading | Skip> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(spelledOut(parts), { level: 0 })) },
    { styleMap, transformDocument: markCentred, convertImage: noPicture },
  );
  const root = parseHtml(value);
  if (root === null) return { reason: 'too-slow', detail: `more than ${longestParse / 1000} s` };
  return {
    format: 'docx',
    encoding: null,
    pages: null,
    blocks: blocksOf(root),
    clues: {},
    overrides: {},
    problems: [],
  };
}

const mainPart = 'word/document.xml';

/** What Word adds when it shows a file, and mammoth does not: generated numbers; and typefaces that stand for bold. */
function spelledOut(parts: Unzipped): Unzipped {
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const xml = part(mainPart);
  const document = parseXml(xml);
  const styles = part('word/styles.xml');
  const edits = [
    ...numberParagraphs(document, part('word/numbering.xml'), styles),
    ...boldByTypeface(document, styles),
  ];
  return edits.length === 0 ? parts : { ...parts, [mainPart]: strToU8(edited(xml, edits)) };
}

const noPicture = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));

/**
 * The XML parts of an archive, pictures left packed. Each is unpacked into a buffer of the size that the central
 * directory states, so an archive that lies about its sizes (a zip bomb) fails instead of filling the memory.
 */
function unpack(bytes: Uint8Array): Unzipped | Skip {
  const sizes = new Map<string, number>();
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (/\.(?:xml|rels)$/i.test(name)) sizes.set(name, originalSize);
        return false;
      },
    });
    if (!sizes.has(mainPart)) return { reason: 'unknown-format', detail: 'zip archive without a Word document' };
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    if (total > mostXml)
      return { reason: 'too-large', detail: `unpacks to ${megabytes(total)} MB of XML > ${megabytes(mostXml)} MB` };
    return unzipSync(bytes, { filter: ({ name }) => sizes.has(name) });
  } catch (error) {
    return { reason: 'damaged', detail: `zip archive: ${messageOf(error)}` };
  }
}

function isSkip(parts: Unzipped | Skip): parts is Skip {
  return typeof parts['reason'] === 'string';
}

function megabytes(size: number): number {
  return Math.ceil(size / 1024 / 1024);
}

/** What is used of a node of mammoth's document tree. */
interface WordNode {
  readonly type?: string;
  readonly alignment?: string | null;
  readonly styleName?: string | null;
  readonly children?: readonly WordNode[];
}

/** mammoth drops alignment; it travels as a style named `Centred`, except on headings, which keep theirs. */
function markCentred(node: WordNode): WordNode {
  const children = node.children === undefined ? {} : { children: node.children.map(markCentred) };
  const isHeading = /^(?:heading|title|标题)/i.test(node.styleName ?? '');
  const centred = node.type === 'paragraph' && node.alignment === 'center' && !isHeading;
  return { ...node, ...children, ...(centred ? { styleId: 'Centred', styleName: 'Centred' } : {}) };
}
