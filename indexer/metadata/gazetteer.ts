/**
 * The gazetteer: provinces, prefectures and counties of China, those of today (lcn) and those of 2002–2016 that are
 * gone since (gb2260), so that a report of 2008 by 襄樊市 or 孟津县 finds its place. All names are 简体.
 */
import { createRequire } from 'node:module';

/** An administrative unit. */
export interface Place {
  /** `伊川县` */
  readonly name: string;
  /** `伊川`; the name itself when it has no shorter form of two characters. */
  readonly stem: string;
  /** From province down, itself last: `['河南省', '洛阳市', '伊川县']`. */
  readonly path: readonly string[];
  /** GB/T 2260 code of six digits; empty for a unit that has none. */
  readonly code: string;
  /** 1 province, 2 prefecture, 3 county. */
  readonly tier: 1 | 2 | 3;
}

const SUFFIX = /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|特区|新区|省|市|盟|州|县|区|旗)$/u;
const PEOPLE =
  /(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|普米|裕固|独龙|保安|各|联合)(?:族|$)|(?:蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯)$/u;
/** Rows that are no place: the code table's headings. */
const HEADING = /^(?:市辖区|县|市|省直辖县|省直辖.*|自治区直辖.*|直辖县级|高新技术.*|经济技术.*)$/u;
const MUNICIPALITY = /^(?:11|12|31|50)/u;

/** Units without a code of their own that issue documents: 国家级新区, the 兵团, provinces dissolved in 1952–1955. */
const UNCODED: readonly (readonly string[])[] = [
  ['河北省', '雄安新区'],
  ['重庆市', '两江新区'],
  ['浙江省', '舟山市', '舟山群岛新区'],
  ['甘肃省', '兰州市', '兰州新区'],
  ['陕西省', '西咸新区'],
  ['贵州省', '贵安新区'],
  ['山东省', '青岛市', '西海岸新区'],
  ['辽宁省', '大连市', '金普新区'],
  ['四川省', '天府新区'],
  ['湖南省', '长沙市', '湘江新区'],
  ['江苏省', '南京市', '江北新区'],
  ['福建省', '福州市', '福州新区'],
  ['云南省', '昆明市', '滇中新区'],
  ['黑龙江省', '哈尔滨市', '哈尔滨新区'],
  ['吉林省', '长春市', '长春新区'],
  ['江西省', '赣江新区'],
  ['新疆维吾尔自治区', '新疆生产建设兵团'],
  ['热河省'],
  ['察哈尔省'],
  ['绥远省'],
  ['西康省'],
  ['平原省'],
  ['辽东省'],
  ['辽西省'],
  ['松江省'],
];

interface Index {
  readonly byName: Names;
  readonly byStem: Names;
}

/** Places by name, the units that names begin with, and for their first two (`pairAt`) how long they are, longest first. */
interface Names {
  readonly places: ReadonlyMap<string, readonly Place[]>;
  /** 1 for a UTF-16 unit that a name begins with: nearly every character of a text is asked for. */
  readonly firsts: Uint8Array;
  readonly lengths: ReadonlyMap<number, readonly number[]>;
}

/** Built on first use: whoever only searches never pays for it. */
let index: Index | undefined;

function gazetteer(): Index {
  return (index ??= buildIndex());
}

/** The units of exactly this name (简体, full): `鼓楼区` gives four. */
export function placesNamed(name: string): readonly Place[] {
  return gazetteer().byName.places.get(name) ?? [];
}

/** The units whose short form this is: `新疆`, `吉林` (the province and the city). */
export function placesOfStem(stem: string): readonly Place[] {
  return gazetteer().byStem.places.get(stem) ?? [];
}

/** Whether a name or a short form can begin with this UTF-16 unit: most cannot, and most of a text is asked. */
export function mayBeginName(unit: number): boolean {
  const { byName, byStem } = gazetteer();
  return byName.firsts[unit] === 1 || byStem.firsts[unit] === 1;
}

/** The longest full name that begins at `at` of folded text; null when none does. */
export function nameAt(plain: string, at: number): string | null {
  return longestAt(plain, at, gazetteer().byName);
}

/** The longest short form that begins at `at`; null when none does. */
export function stemAt(plain: string, at: number): string | null {
  return longestAt(plain, at, gazetteer().byStem);
}

/** `恩施土家族苗族自治州` → `恩施`, `内蒙古自治区` → `内蒙古`, `城区` → `城区`. */
export function stemOf(name: string): string {
  let stem = name.replace(SUFFIX, '');
  for (let shorter = stem.replace(PEOPLE, ''); shorter.length >= 2 && shorter !== stem;) {
    stem = shorter;
    shorter = stem.replace(PEOPLE, '');
  }
  return stem.length >= 2 ? stem : name;
}

function longestAt(plain: string, at: number, { places, firsts, lengths }: Names): string | null {
  if (firsts[plain.charCodeAt(at)] !== 1) return null;
  for (const length of lengths.get(pairAt(plain, at)) ?? []) {
    const text = plain.slice(at, at + length);
    if (places.has(text)) return text;
  }
  return null;
}

/** Two units as one number. */
function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

function buildIndex(): Index {
  const places = [...codedPlaces(), ...UNCODED.map(uncodedPlace)];
  return { byName: indexBy(places, (place) => place.name), byStem: indexBy(places, (place) => place.stem) };
}

function indexBy(all: readonly Place[], key: (place: Place) => string): Names {
  const places = new Map<string, Place[]>();
  for (const place of all) {
    const namesakes = places.get(key(place));
    if (namesakes === undefined) places.set(key(place), [place]);
    else namesakes.push(place);
  }
  const lengths = new Map<number, number[]>();
  for (const name of places.keys()) {
    const head = pairAt(name, 0);
    const known = lengths.get(head) ?? [];
    if (!known.includes(name.length))
      lengths.set(
        head,
        [...known, name.length].sort((a, b) => b - a),
      );
  }
  const firsts = new Uint8Array(0x10000);
  for (const name of places.keys()) firsts[name.charCodeAt(0)] = 1;
  return { places, firsts, lengths };
}

function uncodedPlace(path: readonly string[]): Place {
  const name = path.at(-1) ?? '';
  return { name, stem: stemOf(name), path, code: '', tier: path.length === 1 ? 1 : path.length === 2 ? 2 : 3 };
}

/** Today's units, then those of older tables, newest first, whose name their province no longer has. */
function codedPlaces(): Place[] {
  const places: Place[] = [];
  const known = new Set<string>();
  for (const table of codeTables()) {
    const fresh = [...table].filter(([code, name]) => !HEADING.test(name) && !known.has(code.slice(0, 2) + name));
    for (const [code, name] of fresh) {
      known.add(code.slice(0, 2) + name);
      const place = placeOf(code, name, table);
      if (place !== null) places.push(place);
    }
  }
  return places;
}

function placeOf(code: string, name: string, table: ReadonlyMap<string, string>): Place | null {
  const tier = code.endsWith('0000') ? 1 : code.endsWith('00') ? 2 : 3;
  if (tier === 2 && MUNICIPALITY.test(code)) return null;
  const above = [
    tier > 1 ? `${code.slice(0, 2)}0000` : '',
    tier > 2 && !MUNICIPALITY.test(code) ? `${code.slice(0, 4)}00` : '',
  ];
  const path = above.flatMap((upper) => table.get(upper) ?? []).filter((upper) => !HEADING.test(upper));
  return { name, stem: stemOf(name), path: [...path, name], code, tier };
}

function codeTables(): ReadonlyMap<string, string>[] {
  const require = createRequire(import.meta.url);
  const load = (id: string): unknown => require(id);
  const revisions = readRows(load('gb2260/lib/revisions.json')).map(([, revision]) => revision);
  const past = revisions.toSorted().reverse();
  return [
    readCodeList(load('lcn/data/data.json')),
    ...past.map((r) => new Map(readRows(load(`gb2260/lib/${r}.json`)))),
  ];
}

/** `[{ code, name }, …]` */
function readCodeList(list: unknown): ReadonlyMap<string, string> {
  const rows = Array.isArray(list) ? list.map((row: unknown) => new Map(readRows(row))) : [];
  return new Map(rows.map((row) => [row.get('code') ?? '', row.get('name') ?? '']));
}

/** The string values of an object or array, with their keys. */
function readRows(table: unknown): [string, string][] {
  if (typeof table !== 'object' || table === null) return [];
  return Object.entries(table).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[key, value]] : [],
  );
}
