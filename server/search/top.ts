/** The best of many: a heap that holds no more than are wanted. */

/** Orders two candidates by their index; below 0 when `a` comes first. Never 0 for two different ones. */
export type CompareIndices = (a: number, b: number) => number;

/** Lets the member at `at` sink until nothing below it comes later in the order: the root is the last of the best. */
function sink(heap: number[], at: number, size: number, compare: CompareIndices): void {
  const moved = heap[at] ?? 0;
  for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
    if (child + 1 < size && compare(heap[child + 1] ?? 0, heap[child] ?? 0) > 0) child++;
    if (compare(heap[child] ?? 0, moved) <= 0) break;
    heap[at] = heap[child] ?? 0;
    at = child;
  }
  heap[at] = moved;
}

/** The first `wanted` of the indices 0 … `count` − 1 in the order of `compare`. */
export function selectFirst(count: number, wanted: number, compare: CompareIndices): number[] {
  const size = Math.min(count, wanted);
  const heap = Array.from({ length: size }, (_, i) => i);
  if (size < count) {
    for (let at = (size >>> 1) - 1; at >= 0; at--) sink(heap, at, size, compare);
    for (let i = size; i < count && size > 0; i++) {
      if (compare(i, heap[0] ?? 0) >= 0) continue;
      heap[0] = i;
      sink(heap, 0, size, compare);
    }
  }
  return heap.sort(compare);
}
