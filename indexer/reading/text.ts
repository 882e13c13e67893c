import type { Block } from '../model.ts';

/** Line ends of every system, page breaks, and Unicode's own line and paragraph separators. */
const lineEnd = /\r\n?|[\n\v\f\u0085\u2028\u2029]/;

/**
 * Plain text → one paragraph block a line, blank lines left out. Lines keep their indent (`　　`), which shows where a
 * paragraph begins in text with hard line breaks; joining such lines is cleaning's.
 */
export function readText(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split(lineEnd)) {
    const trimmed = line.trimEnd();
    if (trimmed !== '') blocks.push({ kind: 'paragraph', text: trimmed });
  }
  return blocks;
}
