import { BOLD_OFF, BOLD_ON, type Block } from '../model.ts';

/**
 * Reads the marks that a block of plain text begins with: `## 一、回顾` is a heading of level 2, `● 生产总值增长7%` an item.
 * `#1号楼`, `*号` and `# ` with nothing behind it are prose. Blocks that a reader has already classed keep their kind.
 */
export function readMark(block: Block): Block {
  if (block.kind !== 'paragraph') return block;
  const heading = headingMark.exec(block.text);
  if (heading?.[1] !== undefined) {
    return { ...block, kind: 'heading', level: heading[1].length, text: block.text.slice(heading[0].length) };
  }
  const item = bullet.exec(block.text);
  return item === null ? block : { ...block, kind: 'item', text: block.text.slice(item[0].length) };
}

/** `**加快复苏**。` → bold print. A single `*`, or a pair with nothing inside, is prose. */
export function readBold(text: string): string {
  return text.includes('**') ? text.replace(bold, `${BOLD_ON}$1${BOLD_OFF}`) : text;
}

const headingMark = /^(#{1,6}) +(?=\S)/;
const bullet = /^(?:[●•◆■▪◇○►▶] *|[*+-] +)(?=\S)/;
const bold = /\*\*(?=[^\s*])([^*]{1,400}?)(?<=[^\s*])\*\*/g;
