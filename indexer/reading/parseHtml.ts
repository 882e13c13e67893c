import type { Document } from 'domhandler';
import { DomHandler, Parser } from 'htmlparser2';

/** A page whose tree is not built after so long (milliseconds) is given up: 300,000 elements inside each other take longer. */
export const longestParse = 30_000;

/** UTF-16 units between two looks at the clock. */
const stride = 16 * 1024;

/** HTML → its tree, pieces such as a bare `<tbody>` kept as they stand; null when that takes too long. */
export function parseHtml(html: string): Document | null {
  const deadline = Date.now() + longestParse;
  const handler = new DomHandler();
  const parser = new Parser(handler);
  for (let start = 0; start < html.length; start += stride) {
    if (Date.now() > deadline) return null;
    parser.write(html.slice(start, start + stride));
  }
  parser.end();
  return handler.root;
}
