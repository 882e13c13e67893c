import { fileURLToPath } from 'node:url';
import { getDocument, Util, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { Clues, Problem, Reading, Skip } from '../model.ts';
import { messageOf } from './failure.ts';
import { readFaces } from './pdfFaces.ts';
import { takeFurniture } from './pdfFurniture.ts';
import { linesOf } from './pdfLines.ts';
import type { Fragment, Line, PageLines } from './pdfLines.ts';
import { joinLines } from './pdfParagraphs.ts';
import { isRow } from './pdfTable.ts';
import { spellOut } from './radicals.ts';

/** A file that takes longer is given up between two pages (milliseconds). */
const longest = 60_000;

/** Character maps and the 14 standard fonts come with pdfjs-dist: nothing is fetched. */
const assets = fileURLToPath(new URL('../../', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')));

/** A PDF file → its paragraphs, without running heads and feet. */
export async function readPdf(bytes: Uint8Array): Promise<Reading | Skip> {
  const loading = getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: `${assets}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${assets}standard_fonts/`,
    isEvalSupported: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return await readPages(await loading.promise);
  } catch (error) {
    return skipFor(error);
  } finally {
    await loading.destroy();
  }
}

function skipFor(error: unknown): Skip {
  const isEncrypted = error instanceof Error && error.name === 'PasswordException';
  if (isEncrypted) return { reason: 'encrypted', detail: '文件有密码 (under a password)' };
  return { reason: 'damaged', detail: messageOf(error) };
}

async function readPages(document: PDFDocumentProxy): Promise<Reading | Skip> {
  const deadline = Date.now() + longest;
  const pages: (readonly Line[])[] = [];
  const unsure: number[] = [];
  let usual: readonly number[] = [];
  let broken = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    if (Date.now() > deadline) {
      return { reason: 'too-slow', detail: `page ${number} of ${document.numPages} after ${longest / 1000} s` };
    }
    const page = await readPage(document, number, usual);
    if (page === null) broken += 1;
    else if (page.gutters.unsure && page.lines.filter(isRow).length < page.lines.length / 3) unsure.push(number);
    usual = page?.gutters.places ?? usual;
    pages.push(page?.lines ?? []);
  }
  if (broken === pages.length) return { reason: 'damaged', detail: 'no page can be read' };
  if (pages.every((lines) => lines.length === 0)) {
    return { reason: 'no-text-layer', detail: '扫描件，没有文字层，请先做 OCR (a scan: run OCR first)' };
  }
  const { body, furniture } = takeFurniture(pages);
  return {
    format: 'pdf',
    encoding: null,
    pages: pages.length,
    blocks: joinLines(body),
    clues: cluesOf(furniture),
    overrides: {},
    problems: [...brokenProblems(broken), ...columnProblems(unsure)],
  };
}

function brokenProblems(broken: number): Problem[] {
  if (broken === 0) return [];
  return [
    { code: 'broken-pages', message: { zh: `${broken} 页无法读取`, en: `Pages that cannot be read: ${broken}` } },
  ];
}

/** Said of pages where white strips divide the lines, but nothing tells columns from a table. */
function columnProblems(pages: readonly number[]): Problem[] {
  if (pages.length === 0) return [];
  const message = {
    zh: `第 ${pages.join('、')} 页可能分栏或有表格，未能分辨，按行从左到右读取，次序可能有误`,
    en: `Columns or tables that could not be told apart, read line by line and perhaps out of order, on page: ${pages.join(', ')}`,
  };
  return [{ code: 'unsure-columns', message }];
}

/** A page's lines in reading order; null when the page is broken. */
async function readPage(
  document: PDFDocumentProxy,
  number: number,
  usual: readonly number[],
): Promise<PageLines | null> {
  try {
    const page = await document.getPage(number);
    const lines = linesOf(await fragmentsOf(page), number, usual);
    page.cleanup();
    return lines;
  } catch {
    return null;
  }
}

/** Pieces of upright text with their place on the page as it is shown: y grows downwards. */
async function fragmentsOf(page: PDFPageProxy): Promise<Fragment[]> {
  const viewport = page.getViewport({ scale: 1 });
  const { items, styles } = await page.getTextContent();
  const faces = await readFaces(page, Object.keys(styles));
  const fragments: Fragment[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a = 1, b = 0, , , x = 0, y = 0] = Util.transform(viewport.transform, item.transform) as number[];
    if (Math.abs(b) > Math.abs(a) / 4) continue;
    const size = Math.abs(a);
    fragments.push({
      text: spellOut(item.str),
      left: x,
      right: x + item.width,
      y,
      size,
      face: faces.get(item.fontName) ?? '',
    });
  }
  return fragments;
}

/** The address that a browser prints under each page. */
function cluesOf(furniture: readonly Line[]): Clues {
  for (const { text } of furniture) {
    const url = /https?:\/\/[^\s，。）]+/.exec(text)?.[0];
    if (url !== undefined && !/^https?:\/\/(?:localhost|127\.|\[::1\])/.test(url)) return { url };
  }
  return {};
}
