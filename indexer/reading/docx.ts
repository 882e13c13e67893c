import { load } from 'cheerio/slim';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import type { Block, Reading, Skip } from '../model.ts';
import { blocksOf } from './htmlBlocks.ts';

/** An archive may unpack to this much XML (bytes); a report has less than a thousandth of it. */
const mostXml = 64 * 1024 * 1024;

const styleMap = [
  "p[style-name='Centred'] => p.centred:fresh",
  "p[style-name='Title'] => h1:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
];

/** A Word file → its blocks, by way of mammoth's HTML. */
export async function readDocx(bytes: Uint8Array): Promise<Reading | Skip> {
  const archive = listArchive(bytes);
  if (archive === null) return { reason: 'damaged', detail: 'not a readable zip archive' };
  if (!archive.has('word/document.xml'))
    return { reason: 'unknown-format', detail: 'zip archive, but no Word document' };
  const xml = [...archive].filter(([name]) => /\.(?:xml|rels)$/i.test(name)).reduce((sum, [, size]) => sum + size, 0);
  if (xml > mostXml)
    return { reason: 'too-large', detail: `unpacks to ${Math.ceil(xml / 1024 / 1024)} MB of XML > 64 MB` };
  return {
    format: 'docx',
    encoding: null,
    pages: null,
    blocks: await convert(bytes),
    clues: {},
    overrides: {},
    problems: [],
  };
}

/** Names and unpacked sizes of an archive's files, from its central directory alone; null when that is broken. */
function listArchive(bytes: Uint8Array): Map<string, number> | null {
  const sizes = new Map<string, number>();
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        sizes.set(name, originalSize);
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

/** mammoth drops alignment: it travels as a style of the name `Centred`. */
function markCentred(element: unknown): unknown {
  return element;
}
