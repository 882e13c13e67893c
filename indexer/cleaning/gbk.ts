/**
 * The two-byte plane of GBK in both directions, read off the platform's own decoder: lead 81–FE, trail 40–7E and 80–FE.
 */
export interface GbkTable {
  /** The character of two bytes; undefined where GBK has none or leaves the place to users. */
  readonly decode: (lead: number, trail: number) => string | undefined;
  /** All characters that begin with this byte. */
  readonly beginningWith: (lead: number) => readonly string[];
  /** The two bytes of a character; undefined when GBK lacks it. */
  readonly encode: (character: string) => readonly [number, number] | undefined;
}

/** The table, built when it is first wanted (24,000 places, a few milliseconds). */
export function gbkTable(): GbkTable {
  table ??= buildTable();
  return table;
}

/** Is this pair one of those that GBK leaves to users? Programs drop what they find there without a trace. */
export function isUserDefined(lead: number, trail: number): boolean {
  if (lead >= 0xf8 || (lead >= 0xaa && lead <= 0xaf)) return trail >= 0xa1;
  return lead >= 0xa1 && lead <= 0xa7 && trail <= 0xa0;
}

export const leads = range(0x81, 0xfe);
export const trails = [...range(0x40, 0x7e), ...range(0x80, 0xfe)];

let table: GbkTable | undefined;

function buildTable(): GbkTable {
  const decoder = new TextDecoder('gb18030');
  const characters = new Map<number, string>();
  const codes = new Map<string, readonly [number, number]>();
  for (const lead of leads) {
    for (const trail of trails) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length !== 1 || /[\uE000-\uF8FF\uFFFD]/.test(character)) continue;
      characters.set(lead * 256 + trail, character);
      codes.set(character, [lead, trail]);
    }
  }
  const byLead = new Map(
    leads.map((lead) => [lead, trails.flatMap((trail) => characters.get(lead * 256 + trail) ?? [])]),
  );
  return {
    decode: (lead, trail) => characters.get(lead * 256 + trail),
    beginningWith: (lead) => byLead.get(lead) ?? [],
    encode: (character) => codes.get(character),
  };
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
