/**
 * Paragraphs that sum up a chapter stand after its last section but belong to the chapter: 各位代表！这些成绩的取得…,
 * 同时，我们也清醒看到…, and the closing appeal.
 */
import { foldText } from '../analysis/fold.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Node, Placed } from './sections.ts';

/** The parts with those paragraphs raised from the last section of a chapter to the chapter. */
export function raiseClosings(placed: readonly Placed[], paragraphs: readonly Paragraph[]): readonly Placed[] {
  const bodies = gatherBodies(placed);
  const nodes = placed.flatMap(({ node, heading }) =>
    node !== null && heading !== null && node.kind !== 'box' ? [node] : [],
  );
  const children = childrenOf(nodes);
  const raised = new Map<number, Node>();
  for (const [last, words] of lastSections(nodes, children)) {
    if (last.parent === null) continue;
    const body = bodies.get(last) ?? [];
    const opens = (at: number, place: number): boolean =>
      place > 0 && opensWith(words, paragraphs[placed[at]?.paragraph ?? -1]);
    const cue = body.findIndex(opens);
    const from = words === cues && isUniform(last, children.get(last.parent) ?? [], bodies) ? 1 : cue;
    const home = cue > 0 ? topOf(last) : last.parent;
    if (from > 0) for (const at of body.slice(from)) raised.set(at, home);
  }
  return placed.map((part, at) => ({ ...part, node: raised.get(at) ?? part.node }));
}

/** Indices of each section's own parts of text, in order. */
function gatherBodies(placed: readonly Placed[]): Map<Node, number[]> {
  const bodies = new Map<Node, number[]>();
  placed.forEach(({ node, heading, box }, at) => {
    if (node === null) return;
    const body = bodies.get(node) ?? [];
    if (heading === null && box === null) body.push(at);
    bodies.set(node, body);
  });
  return bodies;
}

/**
 * The sections that are the last of several and have no sections below them, each with the words that show a closing.
 * Behind a number that counts no further, and behind lines without numbers, only an address does.
 */
function lastSections(nodes: readonly Node[], children: ReadonlyMap<Node | null, readonly Node[]>): [Node, RegExp][] {
  return nodes.flatMap((node, at): [Node, RegExp][] => {
    const next = nodes[at + 1];
    if (next?.parent === node || node.kind === 'article') return [];
    const siblings = children.get(node.parent) ?? [];
    const endsChapter = next === undefined || next.rank < node.rank;
    if (endsChapter && isCounted(node)) return siblings.length > 1 ? [[node, cues]] : [];
    return (isCounted(node) ? isLastCounted(node, siblings) : endsChapter && isOneOfMany(node, siblings))
      ? [[node, address]]
      : [];
  });
}

function isCounted(node: Node): boolean {
  return node.number !== null && node.isOrdinal !== true;
}

/** `（四）` before lines without a number. */
function isLastCounted(node: Node, siblings: readonly Node[]): boolean {
  const isAlike = (other: Node): boolean => isCounted(other) && other.rank === node.rank;
  return siblings.findLast(isAlike) === node && siblings.find(isAlike) !== node;
}

function isOneOfMany(node: Node, siblings: readonly Node[]): boolean {
  return siblings.filter((other) => other.kind === node.kind && other.isOrdinal === node.isOrdinal).length > 2;
}

function childrenOf(nodes: readonly Node[]): Map<Node | null, Node[]> {
  const children = new Map<Node | null, Node[]>();
  for (const node of nodes) {
    const siblings = children.get(node.parent);
    if (siblings === undefined) children.set(node.parent, [node]);
    else siblings.push(node);
  }
  return children;
}

/** Where every other section of the chapter is one paragraph, a second one under the last is not its own. */
function isUniform(last: Node, siblings: readonly Node[], bodies: ReadonlyMap<Node, readonly number[]>): boolean {
  const others = siblings.filter((node) => node !== last && node.rank === last.rank);
  return others.length >= 2 && others.every((node) => bodies.get(node)?.length === 1);
}

function topOf(node: Node): Node {
  let top = node;
  while (top.parent !== null) top = top.parent;
  return top;
}

const cues = new RegExp(
  '^(?:各位代表|同志们|各位委员|让我们|' +
    '(?:与此)?同时.{0,24}(?:清醒|看到|认识到|存在|不足)|在.{0,12}成绩.{0,6}同时|总结成绩|.{0,6}我们(?:也|还)?(?:要)?(?:清醒|深知|看到)|.{0,20}清醒(?:地)?(?:看到|认识)|' +
    '[一五三四几十]年来?(?:的)?(?:,|砥砺|耕耘|风雨|奋斗|的)|(?:刚刚)?过去(?:的)?(?:[一五]|\\d{4})年|回(?:顾|首|望)|总的(?:来)?(?:说|看)|这些成绩|成绩(?:的)?(?:取得|来之)|取得(?:这|上述|以上)|' +
    '新的一年,|(?:我们)?自觉接受|做好(?:新形势下)?(?:国防|民族|双拥)|(?:大力|全力|积极|继续)?支持(?:国防|军队|工会|工青妇)|(?:此外|另外),|(?:国防|民族宗教|外事|审计|统计).{0,60}(?:取得|进步|工作))',
  'u',
);

const address = /^(?:各位代表|同志们)[,!:]/u;

function opensWith(words: RegExp, paragraph: Paragraph | undefined): boolean {
  return paragraph !== undefined && words.test(foldText(paragraph.text.slice(0, 120)));
}
