import { load } from 'cheerio/slim';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import type { Block, Reading, Skip } from '../model.ts';
import { blocksOf } from './htmlBlocks.ts';

/** An archive may unpack to this much XML (bytes); a long report has a hundredth of it. */
const mostXml = 64 * 1024 * 1024;

/** Styles beyond mammoth's own map. Chinese Word names its headings `heading 1`, older WPS `标题 1`. */
const styleMap = [
  "p[style-name='Centred'] => p.centred:fresh",
  "p[style-name='Title'] => h1.centred:fresh",
  "p[style-name='标题'] => h1.centred:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
];

/** A Word file → its blocks, by way of mammoth's HTML. */
export async function readDocx(bytes: Uint8Array): Promise<Reading | Skip> {
  const sizes = listArchive(bytes);
  if (sizes === null) return { reason: 'damaged', detail: 'not a readable zip archive' };
  if (!sizes.has('word/document.xml'))
    return { reason: 'unknown-format', detail: 'zip archive without a Word document' };
  const unpacked = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (unpacked > mostXml) {
    return { reason: 'too-large', detail: `unpacks to ${Math.ceil(unpacked / 1024 / 1024)} MB of XML > 64 MB` };
  }
  const blocks = await convert(bytes);
  return { format: 'docx', encoding: null, pages: null, blocks, clues: {}, overrides: {}, problems: [] };
}

/**
 * Names and unpacked sizes (bytes) of the XML in an archive, from its central directory alone; null when that is
 * broken. Pictures are never unpacked and do not count.
 */
function listArchive(bytes: Uint8Array): Map<string, number> | null {
  const sizes = new Map<string, number>();
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (/\.(?:xml|rels)$/i.test(name)) sizes.set(name, originalSize);
        return false;
      },
    });
    return sizes;
  } catch {
    return null;
  }
}

async function convert(bytes: Uint8Array): Promise<Block[]> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    {
      styleMap,
      transformDocument: markCentred,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    },
  );
  const root = load(value).root()[0];
  return root === undefined ? [] : blocksOf(root);
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
