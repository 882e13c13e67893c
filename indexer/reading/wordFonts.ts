/**
 * Emphasis by typeface: official Chinese print sets headings and topic sentences in 黑体 or 楷体 over a body in 仿宋
 * (GB/T 9704—2012, 7.3.3), and many a Word file has no other mark of them. Such a face counts as bold print where it
 * covers a whole short paragraph or its opening sentence.
 */
import type { Document, Element } from 'domhandler';
import type { Edit } from './wordXml.ts';
import { childNamed, childrenNamed, elementsNamed, endOf, parseXml, startOf, valueOf, wordText } from './wordXml.ts';

/** Faces that stand out from a body in 宋体 or 仿宋. */
const heavy = /黑|楷|小标宋|中宋|hei\b|kai|xiaobiaosong/iu;
/** A longer emphasised opening is no theme. */
const longest = 60;

/** Edits of `document.xml` that make such openings bold. */
export function boldByTypeface(document: Document, stylesXml: string): Edit[] {
  const styles = readStyleFonts(stylesXml);
  const paragraphs = elementsNamed(document, 'w:p').map((paragraph) => readRuns(paragraph, styles));
  if (heavy.test(commonest(paragraphs.flat()))) return [];
  return paragraphs.flatMap((runs) => emphasised(runs).flatMap(embolden));
}

interface Run {
  readonly element: Element;
  readonly text: string;
  readonly font: string;
}

type StyleFonts = ReadonlyMap<string, { readonly font: string | undefined; readonly basedOn: string | undefined }>;

function readStyleFonts(stylesXml: string): StyleFonts {
  return new Map(
    elementsNamed(parseXml(stylesXml), 'w:style').map((style) => [
      style.attribs['w:styleId'] ?? '',
      { font: fontOf(style), basedOn: valueOf(style, 'w:basedOn') },
    ]),
  );
}

/** The East Asian font that an element's run properties name. */
function fontOf(element: Element): string | undefined {
  return childNamed(childNamed(element, 'w:rPr'), 'w:rFonts')?.attribs['w:eastAsia'];
}

const deepestStyle = 20;

function readRuns(paragraph: Element, styles: StyleFonts): Run[] {
  let style = valueOf(childNamed(paragraph, 'w:pPr'), 'w:pStyle');
  let inherited: string | undefined;
  for (let depth = 0; style !== undefined && inherited === undefined && depth < deepestStyle; depth += 1) {
    inherited = styles.get(style)?.font;
    style = styles.get(style)?.basedOn;
  }
  return childrenNamed(paragraph, 'w:r').flatMap((element) => {
    const text = wordText(element);
    return text === '' ? [] : [{ element, text, font: fontOf(element) ?? inherited ?? '' }];
  });
}

/** The font of most characters. */
function commonest(runs: readonly Run[]): string {
  const counts = new Map<string, number>();
  for (const { font, text } of runs) counts.set(font, (counts.get(font) ?? 0) + text.length);
  return [...counts].reduce((most, other) => (other[1] > most[1] ? other : most), ['', 0])[0];
}

/** The runs of a paragraph's opening in a heavy face, when they are all of it or end a sentence. */
function emphasised(runs: readonly Run[]): readonly Run[] {
  const end = runs.findIndex((run) => !heavy.test(run.font) && run.text.trim() !== '');
  const opening = end < 0 ? runs : runs.slice(0, end);
  const text = opening
    .map((run) => run.text)
    .join('')
    .trim();
  const isTheme = text !== '' && text.length <= longest && (end < 0 || /[。：:！？]$/u.test(text));
  return isTheme ? opening : [];
}

function embolden({ element }: Run): Edit[] {
  const properties = childNamed(element, 'w:rPr');
  if (childNamed(properties, 'w:b') !== undefined) return [];
  const first = properties?.children[0] ?? element.children[0];
  if (first === undefined) return [];
  const place = startOf(first);
  if (properties !== undefined && properties.children.length === 0)
    return [{ start: startOf(properties), end: endOf(properties), text: '<w:rPr><w:b/></w:rPr>' }];
  return [{ start: place, end: place, text: properties === undefined ? '<w:rPr><w:b/></w:rPr>' : '<w:b/>' }];
}
