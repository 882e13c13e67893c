/** Typefaces of a Word file that stand for bold print. */
import type { Document, Element } from 'domhandler';
import { emphasised, outstandingFaces } from './typefaces.ts';
import type { Run } from './typefaces.ts';
import type { Edit } from './wordXml.ts';
import { childNamed, childrenNamed, elementsNamed, endOf, parseXml, startOf, valueOf, wordText } from './wordXml.ts';

/** Edits of `document.xml` that make emphasised openings bold. */
export function boldByTypeface(document: Document, stylesXml: string): Edit[] {
  const styles = readStyleFonts(stylesXml);
  const paragraphs = elementsNamed(document, 'w:p').map((paragraph) => readRuns(paragraph, styles));
  const standsOut = outstandingFaces(paragraphs.flat());
  return paragraphs.flatMap((runs) => emphasised(runs, ({ face }) => standsOut(face)).flatMap(embolden));
}

interface WordRun extends Run {
  readonly element: Element;
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

function readRuns(paragraph: Element, styles: StyleFonts): WordRun[] {
  let style = valueOf(childNamed(paragraph, 'w:pPr'), 'w:pStyle');
  let inherited: string | undefined;
  for (let depth = 0; style !== undefined && inherited === undefined && depth < deepestStyle; depth += 1) {
    inherited = styles.get(style)?.font;
    style = styles.get(style)?.basedOn;
  }
  return childrenNamed(paragraph, 'w:r').flatMap((element) => {
    const text = wordText(element);
    return text === '' ? [] : [{ element, text, face: fontOf(element) ?? inherited ?? '' }];
  });
}

function embolden({ element }: WordRun): Edit[] {
  const properties = childNamed(element, 'w:rPr');
  if (childNamed(properties, 'w:b') !== undefined) return [];
  const first = properties?.children[0] ?? element.children[0];
  if (first === undefined) return [];
  const place = startOf(first);
  if (properties !== undefined && properties.children.length === 0)
    return [{ start: startOf(properties), end: endOf(properties), text: '<w:rPr><w:b/></w:rPr>' }];
  return [{ start: place, end: place, text: properties === undefined ? '<w:rPr><w:b/></w:rPr>' : '<w:b/>' }];
}
