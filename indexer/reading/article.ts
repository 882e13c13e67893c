import type { Element, ParentNode } from 'domhandler';
import { isTag, isText } from 'domhandler';
import { isDataTable } from './htmlTable.ts';
import { traverse } from './traverse.ts';

/** Marks of prose; menus, related links and footers have hardly any. */
const marks = /[，。；！？,;]/g;

/** Elements that can hold an article. */
const containers = new Set('html body main article section div table tbody tr td form center ucapcontent'.split(' '));

/** While one child holds this share of the prose, the article is inside it. */
const dominant = 0.85;

/** Class or id of what surrounds an article, or stands in it without being part of it. */
const surroundings =
  /(?:^|[-_\s])(?:(?:bd)?share\w*|related|relate|recommend|breadcrumb|crumbs?|copyright|footer|toolbar|qr-?code|sidebar|pagination|comment|print|dayin|fenxiang|xgxw)(?:$|[-_\s\d])/i;

/** Where an article stands in its page, and what in it is not the article's. */
export interface Article {
  readonly root: ParentNode;
  readonly isFurniture: (element: Element) => boolean;
}

interface Weight {
  /** Marks of prose outside links. */
  prose: number;
  linked: number;
  length: number;
  links: number;
  attachments: number;
}

/**
 * Finds the article in a page by its prose: from the root, follows the child that holds nearly all marks of prose
 * outside links, down to the element among whose children they are shared out.
 */
export function findArticle(page: ParentNode): Article {
  const weights = weigh(page);
  const prose = (node: ParentNode) => weights.get(node)?.prose ?? 0;
  let root = page;
  for (;;) {
    const enough = prose(root) * dominant;
    const inner = root.children.find(
      (child) => isTag(child) && containers.has(child.name) && !isDataTable(child) && prose(child) >= enough,
    );
    if (inner === undefined || !isTag(inner) || prose(root) === 0) break;
    root = inner;
  }
  const whole = prose(root);
  return { root, isFurniture: (element) => isFurniture(element, weights.get(element), whole) };
}

/** A group of links that is no list of attachments, or what its class names so, unless it holds much of the prose. */
function isFurniture(element: Element, weight: Weight | undefined, whole: number): boolean {
  if (weight === undefined || weight.prose > whole * 0.1) return false;
  const name = `${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`;
  if (surroundings.test(name)) return true;
  const group = containers.has(element.name) || element.name === 'ul';
  return (
    group && weight.links >= 3 && weight.attachments === 0 && weight.linked > weight.length * 0.7 && weight.prose < 3
  );
}

/** Weighs every element once, from the leaves up. */
function weigh(page: ParentNode): Map<ParentNode, Weight> {
  const weights = new Map<ParentNode, Weight>();
  const open: Weight[] = [none()];
  let linkDepth = 0;
  for (const { node, entering } of traverse(
    page,
    (child) => isTag(child) && /^(?:script|style|noscript|textarea)$/.test(child.name),
  )) {
    const current = open.at(-1) ?? none();
    if (isText(node)) {
      if (entering) addText(current, node.data, linkDepth > 0);
    } else if (isTag(node)) {
      if (node.name === 'a') linkDepth += entering ? 1 : -1;
      if (entering) open.push(none());
      else leave(node, open, weights);
    }
  }
  weights.set(page, open[0] ?? none());
  return weights;
}

function leave(element: Element, open: Weight[], weights: Map<ParentNode, Weight>): void {
  const weight = open.pop() ?? none();
  if (element.name === 'a') {
    weight.links += 1;
    if (/\.(?:docx?|pdf|xlsx?|wps|et|zip|rar|ofd)(?:$|[?#])/i.test(element.attribs['href'] ?? ''))
      weight.attachments += 1;
  }
  weights.set(element, weight);
  const outer = open.at(-1);
  if (outer === undefined) return;
  for (const key of ['prose', 'linked', 'length', 'links', 'attachments'] as const) outer[key] += weight[key];
}

function addText(weight: Weight, text: string, linked: boolean): void {
  const length = text.trim().length;
  weight.length += length;
  if (linked) weight.linked += length;
  else weight.prose += text.match(marks)?.length ?? 0;
}

function none(): Weight {
  return { prose: 0, linked: 0, length: 0, links: 0, attachments: 0 };
}
