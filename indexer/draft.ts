/** A draft that someone wants checked: a file's text, paragraph by paragraph. Nothing of it is kept. */
import type { Block } from './model.ts';
import { decode } from './reading/encoding.ts';
import { read } from './reading/read.ts';

const EXPLAINED: Readonly<Record<string, string>> = {
  empty: '文件是空的',
  binary: '这不是文本或 Word 文件',
  'unknown-format': '只能检查 .docx、.md、.txt 文件',
  'no-text': '文件里没有文字',
  'no-text-layer': '文件里没有文字',
};

function linesOf({ kind, text, rows }: Block): string[] {
  return kind === 'table' ? (rows ?? []).map((row) => row.join(' | ')) : [text];
}

/** The text of a .docx, .md or .txt file (as `name` ends), or why there is none. Markdown and text stay as written. */
export async function readDraft(name: string, bytes: Uint8Array): Promise<{ text: string } | { problem: string }> {
  if (/\.(?:md|markdown|txt)$/iu.test(name)) return { text: decode(bytes).text.replace(/\r\n?/gu, '\n') };
  const reading = await read(name, bytes);
  if ('reason' in reading) return { problem: EXPLAINED[reading.reason] ?? '文件读不了，可能已损坏或加密' };
  const text = reading.blocks.flatMap(linesOf).join('\n');
  return { text: text.replace(/[\uE000-\uE002]/gu, '') };
}
