import type { Block, BlockKind } from '../model.ts';
import { BOLD_OFF, BOLD_ON } from '../model.ts';
import { emphasised } from './typefaces.ts';

/** What a block is, apart from its text. */
export interface Shape {
  readonly kind: BlockKind;
  readonly level?: number;
  readonly centred?: boolean;
}

/** White space that a browser collapses; with a line break between Chinese characters it is nothing at all. */
const white = /[ \t\r\n\f\u00A0\u200B\uFEFF]+/g;
const wide = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u2014\u2018-\u201D\u2026]/;

/**
 * Collapses white space as a browser does. CSS Text 3, 4.1.3: a line break in the source between two Chinese
 * characters does not show, any other white space is one space.
 */
export function collapse(text: string): string {
  return text.replace(white, (run, offset: number) => {
    if (!/[\r\n]/.test(run)) return ' ';
    const before = text.charAt(offset - 1);
    const after = text.charAt(offset + run.length);
    return wide.test(before) && wide.test(after) ? '' : ' ';
  });
}

const bold = new RegExp(`${BOLD_ON}|${BOLD_OFF}`, 'g');

const outerSpace = new RegExp(`^([${BOLD_ON}]?)\\s+|\\s+([${BOLD_OFF}]?)$`, 'g');

/** Takes white space off both ends, also where bold print begins or ends with it. */
function trim(text: string): string {
  return text.trim().replace(outerSpace, '$1$2');
}

/** A piece of running text and how it is printed. */
export interface Print {
  readonly text: string;
  readonly bold: boolean;
  /** In a typeface that stands out from the body's. */
  readonly outstanding: boolean;
}

/** Gathers running text with bold print into blocks. */
export class BlockBuilder {
  readonly blocks: Block[] = [];
  private prints: Print[] = [];
  private shape: Shape = { kind: 'paragraph' };

  /** Adds text to the open block; the first text of a block gives it its shape. */
  append(print: Print, shape: Shape): void {
    if (this.prints.length === 0) {
      if (print.text.trim() === '') return;
      this.shape = shape;
    }
    this.prints.push(print);
  }

  /** Ends the open block, if it has text. */
  end(): void {
    const text = trim(collapse(markBold(this.prints)));
    this.prints = [];
    if (text.replace(bold, '').trim() !== '') this.blocks.push({ ...this.shape, text });
  }

  /** Ends the open block and adds a whole one. */
  add(block: Block): void {
    this.end();
    this.blocks.push(block);
  }
}

/** The text with marks around bold print; white space between two bold pieces does not divide them. */
function markBold(prints: readonly Print[]): string {
  const openings = new Set(emphasised(prints, ({ outstanding }) => outstanding));
  const pieces: string[] = [];
  let isOpen = false;
  for (const print of prints) {
    const isBold = print.bold || openings.has(print);
    if (isBold !== isOpen && print.text.trim() !== '') {
      pieces.push(isBold ? BOLD_ON : BOLD_OFF);
      isOpen = isBold;
    }
    pieces.push(print.text.replace(bold, ''));
  }
  return pieces.join('') + (isOpen ? BOLD_OFF : '');
}
