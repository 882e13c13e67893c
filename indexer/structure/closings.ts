/** Paragraphs that sum up a chapter after its last section belong to the chapter. */
import type { Placed } from './sections.ts';

export function raiseClosings(placed: readonly Placed[]): readonly Placed[] {
  return placed;
}
