import type { AnyNode, ParentNode } from 'domhandler';
import { hasChildren } from 'domhandler';

/** A step of a walk through a tree: a node is entered, and left when all below it has been visited. */
export interface Step {
  readonly node: AnyNode;
  readonly entering: boolean;
}

/**
 * All nodes below `root` in document order, each entered and left; below a node for which `isLeaf` holds nothing is
 * visited. Follows the nodes' own links instead of recursing, so depth costs nothing.
 */
export function* traverse(root: ParentNode, isLeaf: (node: AnyNode) => boolean = () => false): Generator<Step> {
  let node: AnyNode | null = root.children[0] ?? null;
  while (node !== null) {
    yield { node, entering: true };
    const child: AnyNode | undefined = hasChildren(node) && !isLeaf(node) ? node.children[0] : undefined;
    if (child !== undefined) {
      node = child;
      continue;
    }
    yield { node, entering: false };
    while (node.next === null) {
      const parent: ParentNode | null = node.parent;
      if (parent === null || parent === root) return;
      node = parent;
      yield { node, entering: false };
    }
    node = node.next;
  }
}
