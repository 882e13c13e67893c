/** Which script a text is written in, by the characters that only one script has. */
import { Converter } from 'opencc-js';
import type { Script } from '../model.ts';

interface Characters {
  readonly hans: ReadonlySet<string>;
  readonly hant: ReadonlySet<string>;
}

/** Built on first use. */
let characters: Characters | undefined;

/** Counts characters of either script; a text without any is Hans. */
export function readScript(texts: readonly string[]): Script {
  const { hans, hant } = (characters ??= characterSets());
  let balance = 0;
  for (const text of texts) {
    for (const char of text) balance += hant.has(char) ? 1 : hans.has(char) ? -1 : 0;
  }
  return balance > 0 ? 'Hant' : 'Hans';
}

/** A character is 繁 when it has a 简 of its own, and 简 when it becomes another and is no 繁 (后 is both). */
function characterSets(): Characters {
  const chars = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, i) => String.fromCodePoint(0x4e00 + i));
  const toHans = convert(chars, Converter({ from: 't', to: 'cn' }));
  const toHant = convert(chars, Converter({ from: 'cn', to: 't' }));
  const traditional = new Set(chars.filter((char, i) => toHans[i] !== char));
  return {
    hant: traditional,
    hans: new Set(chars.filter((char, i) => toHant[i] !== char && !traditional.has(char))),
  };
}

/** Line feeds keep phrases from forming. */
function convert(chars: readonly string[], converter: (text: string) => string): string[] {
  return converter(chars.join('\n')).split('\n');
}
