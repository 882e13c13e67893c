/**
 * A collection as large as wanted, from real documents: copies in which every number and every name is another one, so
 * that the vocabulary grows with the collection as it does in life.
 *
 * A copy's texts are as long as the original's, so outline and passages stay what they are. Names are what nodejieba
 * tags as a person, a place, an organisation or another proper name.
 */
import { createRequire } from 'node:module';
import type { PolicyDocument } from '../../indexer/model.ts';
import { pick, seededRandom, seedOf } from './random.ts';

const require = createRequire(import.meta.url);

interface Tagger {
  readonly tag: (text: string) => readonly { readonly word: string; readonly tag: string }[];
}

interface Piece {
  readonly text: string;
  readonly isName: boolean;
}

/** Characters of which invented names are made. */
const NAME_CHARACTERS = [
  ...'安白宝北昌常朝辰成川春丹德定东鼎帆方丰凤福阜甘高固冠广桂海涵杭和鹤恒红虎华怀淮桓黄徽惠吉济嘉江锦京泾景静九钧开康兰岚乐黎丽廉凌龙隆芦鹿鸾洛茂眉梅蒙岷明南宁培鹏平浦祁淇启千乾青清庆衢泉荣瑞润山上尚韶申胜石双水舜朔松泰潭棠滕天田通同潼皖望威渭文汶梧武西溪仙湘祥欣兴秀许轩宣雅延岩燕扬阳尧伊宜沂义益银英盈永攸余渝禹裕元沅岳云泽漳昭哲浙正芝中舟珠竹资紫遵佐',
];

/** Kinds of places and bodies: an invented name keeps its last character when it is one of these. */
const KINDS = new Set('省市县区镇乡村州盟旗路河江湖山港桥寺院部局厅委会');

const tagged = new Map<string, readonly Piece[]>();

/** The text in pieces, names apart. */
function piecesOf(text: string): readonly Piece[] {
  const known = tagged.get(text);
  if (known !== undefined) return known;
  const { tag } = require('nodejieba') as Tagger;
  const pieces: Piece[] = [];
  let plain = '';
  for (const { word, tag: kind } of tag(text)) {
    if (word.length > 1 && /^n[rstz]/.test(kind) && /^\p{Script=Han}+$/u.test(word)) {
      pieces.push({ text: plain, isName: false }, { text: word, isName: true });
      plain = '';
    } else plain += word;
  }
  pieces.push({ text: plain, isName: false });
  const isWhole = pieces.map((piece) => piece.text).join('') === text;
  const kept = isWhole ? pieces : [{ text, isName: false }];
  tagged.set(text, kept);
  return kept;
}

function inventName(name: string, copy: number): string {
  const random = seededRandom(seedOf(name, copy));
  const last = name.slice(-1);
  return [...name]
    .map((_, i) => (i === name.length - 1 && KINDS.has(last) ? last : pick(random, NAME_CHARACTERS)))
    .join('');
}

/** Another number of as many digits; what looks like a year stays in its century. */
function inventNumber(digits: string, copy: number): string {
  const random = seededRandom(seedOf(digits, copy));
  const kept = /^(?:19|20)\d\d$/.test(digits) ? 2 : 0;
  return Array.from(digits, (digit, i) => {
    if (i < kept) return digit;
    return String(i === 0 ? 1 + Math.floor(random() * 9) : Math.floor(random() * 10));
  }).join('');
}

function rewrite(text: string, copy: number): string {
  return piecesOf(text)
    .map((piece) =>
      piece.isName ? inventName(piece.text, copy) : piece.text.replace(/\d+/g, (digits) => inventNumber(digits, copy)),
    )
    .join('');
}

/** Copy number `copy` (from 1) of a document, as another region's report of another year. */
function copyOf(document: PolicyDocument, copy: number): PolicyDocument {
  const id = `${document.id}-${copy}`;
  const title = rewrite(document.title, copy);
  return {
    ...document,
    id,
    title,
    displayTitle: rewrite(document.displayTitle, copy),
    region: document.region.map((name) => (name === '全国' ? name : inventName(name, copy % 40))),
    year: document.year === null ? null : 1980 + ((document.year + copy * 7) % 46),
    text: rewrite(document.text, copy),
    sections: document.sections.map((section) => ({ ...section, heading: rewrite(section.heading, copy) })),
    passages: document.passages.map((passage) => ({ ...passage, id: `${id}${passage.id.slice(document.id.length)}` })),
  };
}

/** Documents with at least `passages` passages: the originals, then copies; the last document may go over it. */
export function multiply(originals: readonly PolicyDocument[], passages: number): PolicyDocument[] {
  const documents: PolicyDocument[] = [];
  let count = 0;
  for (let copy = 0; count < passages; copy++) {
    for (const original of originals) {
      if (count >= passages) break;
      documents.push(copy === 0 ? original : copyOf(original, copy));
      count += original.passages.length;
    }
  }
  return documents;
}
