import type { Block, Clues, Format, Overrides, Problem, Reading, Skip } from '../model.ts';
import { decode } from './encoding.ts';
import { messageOf } from './failure.ts';
import { takeKeyBlock } from './keyBlock.ts';
import { takeFrontMatter } from './overrides.ts';
import { isBinary, promisedFormat, sniff, textFormat } from './sniff.ts';
import { readText } from './text.ts';

// Parsers are loaded with the first file that needs one: together they take half a second of every start.
const readPdf = async (bytes: Uint8Array) => (await import('./pdf.ts')).readPdf(bytes);
const readDocx = async (bytes: Uint8Array) => (await import('./docx.ts')).readDocx(bytes);
const readHtml = async (body: string) => (await import('./html.ts')).readHtml(body);
const readMarkdown = async (body: string) => (await import('./markdown.ts')).readMarkdown(body);

/**
 * One file → what stands in it, or the reason why it cannot be read. `name` is the file's path; its extension decides
 * the format unless the bytes prove it wrong. Never throws.
 */
export async function read(name: string, bytes: Uint8Array): Promise<Reading | Skip> {
  try {
    const kind = sniff(name, bytes);
    if (typeof kind === 'object') return kind;
    const reading =
      kind === 'pdf' ? await readPdf(bytes) : kind === 'zip' ? await readDocx(bytes) : await readTextFile(name, bytes);
    return 'reason' in reading || hasText(reading.blocks) ? reading : { reason: 'no-text', detail: '' };
  } catch (error) {
    return { reason: 'damaged', detail: messageOf(error) };
  }
}

function hasText(blocks: readonly Block[]): boolean {
  return blocks.some(
    ({ text, rows }) => text.trim() !== '' || (rows ?? []).some((row) => row.some((cell) => cell !== '')),
  );
}

/** txt, md and html: decoded, front matter and key block taken off. */
async function readTextFile(name: string, bytes: Uint8Array): Promise<Reading | Skip> {
  const { text, encoding, lost } = decode(bytes);
  if (isBinary(text)) return { reason: 'binary', detail: '' };
  const printable = text.replace(/[\0-\x08\x0E-\x1F\x7F]/g, '');
  const front = takeFrontMatter(printable);
  const keys = takeKeyBlock(front?.body ?? printable);
  const body = keys?.body ?? front?.body ?? printable;
  const format = textFormat(promisedFormat(name), body);
  const content = await readBody(format, body);
  if ('reason' in content) return content;
  const { blocks, clues } = content;
  return {
    format,
    encoding,
    pages: null,
    blocks,
    clues: { ...clues, ...keys?.clues },
    overrides: front?.overrides ?? ({} satisfies Overrides),
    problems: [...(front?.problems ?? []), ...lossProblems(lost)],
  };
}

async function readBody(format: Format, body: string): Promise<{ blocks: readonly Block[]; clues: Clues } | Skip> {
  if (format === 'html') return readHtml(body);
  return { blocks: format === 'md' ? await readMarkdown(body) : readText(body), clues: {} };
}

function lossProblems(lost: number): Problem[] {
  if (lost === 0) return [];
  return [
    {
      code: 'undecodable',
      message: { zh: `${lost} 处字节无法解码，以 � 代替`, en: `Bytes that are no characters, shown as � (${lost})` },
    },
  ];
}
