import { pinyin } from 'pinyin-pro';

/**
 * Takes out pinyin that a machine put behind characters: `經(jīng)濟` → `經濟`. A syllable goes only when the character
 * before it can be read so, whatever the tone: `(GDP)`, `(PM2.5)` and `甲(a)` stay.
 */
export function removePinyin(text: string): string {
  if (!text.includes('(') && !text.includes('（')) return text;
  return text.replace(annotated, (whole, character: string, syllable: string) =>
    reads(character, syllable) ? character : whole,
  );
}

/** Is `syllable` (`jīng`, `jing`) a reading of `character` (`經`)? Tones are not compared: machines get them wrong. */
export function reads(character: string, syllable: string): boolean {
  return readingsOf(character).has(spellingOf(syllable));
}

const annotated = /(\p{Script=Han})[(（]([a-zɡü\u00E0-\u00FC\u0101-\u01DC\u0300-\u030C]{1,7})[)）]/gu;

/** Syllables as they were printed, and without their marks. Chinese has 2,000 with tones; what is no syllable must not fill it. */
const spellings = new Map<string, string>();
const mostSpellings = 5000;

function spellingOf(syllable: string): string {
  const known = spellings.get(syllable);
  if (known !== undefined) return known;
  const spelling = plain(syllable);
  if (spellings.size < mostSpellings) spellings.set(syllable, spelling);
  return spelling;
}

const known = new Map<string, ReadonlySet<string>>();

function readingsOf(character: string): ReadonlySet<string> {
  let readings = known.get(character);
  if (readings === undefined) {
    readings = new Set(pinyin(character, { multiple: true, toneType: 'none', type: 'array' }).map(plain));
    known.set(character, readings);
  }
  return readings;
}

/** `lǜ` → `lv`, `ɡuī` → `gui`: one spelling without tone marks. */
function plain(syllable: string): string {
  return syllable
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/[\u0300-\u036F]/g, '')
    .replaceAll('ɡ', 'g');
}
