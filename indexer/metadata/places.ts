/** Places as texts name them: a run of adjacent names (`呼伦贝尔市海拉尔区`) read as one unit of the gazetteer. */
import { mayBeginName, nameAt, type Place, placesNamed, placesOfStem, stemAt, stemOf } from './gazetteer.ts';

/** A run of names in folded text and the units that it can mean; more than one when the name is not unique. */
export interface Mention {
  readonly candidates: readonly Place[];
  readonly start: number;
  readonly end: number;
}

interface Named {
  readonly places: readonly Place[];
  readonly end: number;
}

/** Between the names of one run: nothing, or what separates the parts of a file name. */
const JOINT = /^[_\-/·,、]?(?:\d{4}[_-])?/u;
/** The name is part of another word: 中山大学, 河南日报. */
const OTHER_WORD = /^(?:大学|日报|晚报|路|街|银行|籍|商|话)/u;

/** Not the last part of a name but the first of a word: 新时代县域 names no 代县. */
const AREA = /^[区市县](?:域|场|内|际|级|乡|直)/u;

/** All mentions of folded text, left to right. A short form counts only for provinces and prefectures. */
export function mentionsIn(plain: string): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < plain.length;) {
    const mention = mayBeginName(plain.charCodeAt(at)) ? mentionAt(plain, at) : null;
    if (mention === null) at++;
    else {
      if (!OTHER_WORD.test(plain.slice(mention.end))) mentions.push(mention);
      at = mention.end;
    }
  }
  return mentions;
}

/** The run of names that begins at `at`; null when none does. */
export function mentionAt(plain: string, at: number): Mention | null {
  const first = placeAt(plain, at);
  if (first === null) return null;
  let { places: candidates, end } = first;
  for (;;) {
    const next = placeAt(plain, end + (JOINT.exec(plain.slice(end, end + 6))?.[0].length ?? 0));
    const under = next?.places.filter((place) => candidates.some((upper) => lies(place, upper))) ?? [];
    if (next === null || under.length === 0) return { candidates, start: at, end };
    candidates = under;
    end = next.end;
  }
}

/** Whether `place` is part of `upper`, by the names of its path. */
export function lies(place: Place, upper: Place): boolean {
  return (
    place.path.length > upper.path.length &&
    upper.path.every((name, i) => place.path[i] === name || stemOf(place.path[i] ?? '') === upper.stem)
  );
}

function placeAt(plain: string, at: number): Named | null {
  const name = nameAt(plain, at);
  if (name !== null && !(name.length === 2 && AREA.test(plain.slice(at + 1))))
    return { places: placesNamed(name), end: at + name.length };
  const stem = stemAt(plain, at);
  if (stem === null) return null;
  const renamed = renamedAt(plain, at, stem);
  if (renamed !== null) return renamed;
  const short = placesOfStem(stem).filter((place) => place.tier < 3);
  return short.length === 0 ? null : { places: highest(short), end: at + stem.length };
}

/** A unit that had another rank at the time: 驻马店地区, 偃师县 (now 市 and 区). Kept as it is printed. */
function renamedAt(plain: string, at: number, stem: string): Named | null {
  const rank = /^(?:地区|专区|市|县|区|盟|州)/u.exec(plain.slice(at + stem.length))?.[0];
  if (rank === undefined || AREA.test(plain.slice(at + stem.length))) return null;
  const tier = /地区|专区|盟|州/u.test(rank) ? 2 : 3;
  const places = placesOfStem(stem).filter((place) => place.tier === tier && place.name !== stem);
  const [only] = places;
  const parents = new Set(places.map((place) => place.path.slice(0, -1).join('/')));
  if (only === undefined || parents.size > 1) return null;
  const name = stem + rank;
  return { places: [{ ...only, name, path: [...only.path.slice(0, -1), name] }], end: at + name.length };
}

/** 吉林 alone is the province. */
function highest(places: readonly Place[]): Place[] {
  const tier = Math.min(...places.map((place) => place.tier));
  return places.filter((place) => place.tier === tier);
}
