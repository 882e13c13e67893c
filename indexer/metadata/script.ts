/** Which script a text is written in, by the characters that only one script has. */
import { createRequire } from 'node:module';
import type * as openCC from 'opencc-js';
import type { Script } from '../model.ts';

const require = createRequire(import.meta.url);

/** By code unit: 1 for a character that only 繁 has, −1 for one that only 简 has. Built on first use. */
let weights: Int8Array | undefined;

/** Counts characters of either script; a text without any is Hans. */
export function readScript(texts: readonly string[]): Script {
  const weight = (weights ??= weighCharacters());
  let balance = 0;
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) balance += weight[text.charCodeAt(at)] ?? 0;
  }
  return balance > 0 ? 'Hant' : 'Hans';
}

/** A character is 繁 when it has a 简 of its own, and 简 when it becomes another and is no 繁 (后 is both). */
function weighCharacters(): Int8Array {
  // A server that opens a snapshot reads no document: it does without the dictionaries.
  const { Converter } = require('opencc-js') as typeof openCC;
  const chars = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, i) => String.fromCodePoint(0x4e00 + i));
  const toHans = convert(chars, Converter({ from: 't', to: 'cn' }));
  const toHant = convert(chars, Converter({ from: 'cn', to: 't' }));
  const weight = new Int8Array(0x10000);
  chars.forEach((char, i) => {
    weight[0x4e00 + i] = toHans[i] !== char ? 1 : toHant[i] !== char ? -1 : 0;
  });
  return weight;
}

/** Line feeds keep phrases from forming. */
function convert(chars: readonly string[], converter: (text: string) => string): string[] {
  return converter(chars.join('\n')).split('\n');
}
