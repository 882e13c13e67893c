/** Word segmentation. This is the only file that knows nodejieba. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import type nodejieba from 'nodejieba';
import { POLICY_WORDS } from './dictionary.ts';

const require = createRequire(import.meta.url);
let jieba: typeof nodejieba | undefined;

/**
 * Loads nodejieba at the first use: it takes over a second and 240 MB, which an exact search need not pay.
 * A dictionary that is missing would abort the process from inside C++, so its presence is checked before.
 */
function loadJieba(): typeof nodejieba {
  if (jieba !== undefined) return jieba;
  const loaded = require('nodejieba') as typeof nodejieba & Record<`DEFAULT_${string}`, string>;
  const missing = [loaded.DEFAULT_DICT, loaded.DEFAULT_HMM_DICT].find(
    (path) => path === undefined || !existsSync(path),
  );
  if (missing !== undefined) throw new Error(`nodejieba: dictionary ${missing} is missing; reinstall with npm ci`);
  loaded.load();
  for (const word of POLICY_WORDS) loaded.insertWord(word);
  jieba = loaded;
  return loaded;
}

/** The words of `text`, in order; joined they are `text` again. */
export function segment(text: string): string[] {
  return loadJieba().cut(text, true);
}

/** The words of `text` that stand in the dictionary; every other character by itself. */
export function segmentByDictionary(text: string): string[] {
  return loadJieba().cut(text);
}

/** The words of `text` and the shorter words inside long ones (for recall in the keyword index). */
export function segmentFinely(text: string): string[] {
  return loadJieba().cutForSearch(text, true);
}
