/**
 * A composed memo as a Word file: real footnotes, numbered by Word. Page and type as GB/T 9704—2012 has them for 公文:
 * A4, margins 37/26/35/28 mm, 仿宋 三号 (16 pt) at 28 pt, title 小标宋 二号, headings 黑体; quotations 楷体.
 */
import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  FootnoteReferenceRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { ComposedMemo, MemoPart } from './memo.ts';

/** Latin letters and digits in Times; the hint keeps “” full-width. Word takes 宋体 where a font is missing. */
const font = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia, hint: 'eastAsia' });

/** 三号 is 16 pt; sizes are in half points. */
const SIZE = 32;
const TITLE_SIZE = 44;
const NOTE_SIZE = 18;
/** 固定值 28 磅, in twentieths of a point. */
const LINE = { line: 560, lineRule: LineRuleType.EXACT };
/** Two characters of 三号. */
const INDENT = SIZE * 20;

const QUOTE_STYLE = 'YinjuQuote';

const paragraphStyles = [
  {
    id: 'Title',
    name: 'Title',
    basedOn: 'Normal',
    run: { font: font('方正小标宋简体'), size: TITLE_SIZE },
    paragraph: { alignment: AlignmentType.CENTER, indent: { firstLine: 0 }, spacing: { after: 560 } },
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { font: font('黑体'), size: SIZE },
    paragraph: { keepNext: true, outlineLevel: 0 },
  },
  {
    id: QUOTE_STYLE,
    name: 'Quote',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { font: font('楷体'), size: SIZE },
    paragraph: { indent: { left: INDENT, firstLine: INDENT } },
  },
];

const noteStyle = {
  run: { font: font('宋体'), size: NOTE_SIZE },
  paragraph: { indent: { firstLine: 0 }, spacing: { line: 240, lineRule: LineRuleType.AUTO } },
};

const paragraphs = (text: string): Paragraph[] => text.split(/\r?\n/u).map((line) => new Paragraph({ text: line }));

function quotationParagraphs(part: Extract<MemoPart, { kind: 'quotation' }>, number: number, isInline: boolean) {
  const { words, citation, warning, note } = part;
  const noted = citation === '' ? [] : isInline ? [new TextRun(citation)] : [new FootnoteReferenceRun(number)];
  const quoted = words.split(/\r?\n/u);
  const block = quoted.map((line, at) => {
    const isLast = at === quoted.length - 1;
    return new Paragraph({ style: QUOTE_STYLE, children: [new TextRun(line), ...(isLast ? noted : [])] });
  });
  const doubt =
    warning === null
      ? []
      : [new Paragraph({ children: [new TextRun({ text: `（${warning}）`, highlight: 'yellow' })] })];
  return [...block, ...doubt, ...(note === '' ? [] : paragraphs(note))];
}

/** The body, and the footnotes that it refers to, from 1. */
function build({ parts, placement }: ComposedMemo) {
  const notes: Record<string, { children: Paragraph[] }> = {};
  let number = 0;
  const body = parts.flatMap((part) => {
    if (part.kind === 'heading') return [new Paragraph({ text: part.text, style: 'Heading1' })];
    if (part.kind === 'own') return paragraphs(part.text);
    const isInline = placement === 'inline';
    if (part.citation !== '' && !isInline)
      notes[String(++number)] = { children: [new Paragraph({ children: [new TextRun(` ${part.citation}`)] })] };
    return quotationParagraphs(part, number, isInline);
  });
  return { body, notes };
}

const pageNumber = () =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { firstLine: 0 },
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: font('宋体'), size: 28 })],
  });

const margins = {
  top: convertMillimetersToTwip(37),
  right: convertMillimetersToTwip(26),
  bottom: convertMillimetersToTwip(35),
  left: convertMillimetersToTwip(28),
};
const A4 = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) };

/** The file's bytes. */
export async function writeMemoDocx(memo: ComposedMemo): Promise<Buffer> {
  const { body, notes } = build(memo);
  const title = memo.title === '' ? [] : [new Paragraph({ text: memo.title, style: 'Title' })];
  const document = new Document({
    creator: '引据',
    title: memo.title,
    styles: {
      default: {
        document: {
          run: { font: font('仿宋'), size: SIZE },
          paragraph: { indent: { firstLine: INDENT }, spacing: LINE },
        },
        footnoteText: noteStyle,
      },
      paragraphStyles,
    },
    footnotes: notes,
    sections: [
      {
        properties: { page: { size: A4, margin: margins } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [...title, ...body],
      },
    ],
  });
  return Packer.toBuffer(document);
}
