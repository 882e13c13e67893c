/** Run-in topic sentences. */
import type { Placed } from './sections.ts';

export function cutAtRunIns(placed: readonly Placed[]): readonly Placed[] {
  return placed;
}
