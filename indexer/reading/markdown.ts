import type { Block } from '../model.ts';
import { readText } from './text.ts';
export function readMarkdown(text: string): Block[] {
  return readText(text);
}
