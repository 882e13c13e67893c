/** A line of a page: text, place of its base line from the lower left corner (points), size of the type. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** In 黑体 instead of 宋体. */
  readonly heavy?: boolean;
}

/** A minimal PDF whose characters are all one em wide; its font is not embedded, as in many old files. */
export function pdfFile(pages: readonly (readonly Placed[])[]): Uint8Array {
  const objects: string[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, i) => `${9 + 2 * i} 0 R`).join(' ')}]>>`,
    ...fontObjects('STSong-Light', 3),
    ...fontObjects('SimHei', 6),
  ];
  for (const lines of pages) {
    const contents = objects.length + 2;
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R/H 6 0 R>>>>/Contents ${contents} 0 R>>`,
    );
    const stream = lines.map(
      ({ text, x, y, size = 20, heavy = false }) =>
        `BT /${heavy ? 'H' : 'F'} ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`,
    );
    objects.push(`<</Length ${stream.join('\n').length}>>stream\n${stream.join('\n')}\nendstream`);
  }
  return assemble(objects);
}

/** A font's three objects, numbered from `number`. */
function fontObjects(name: string, number: number): string[] {
  return [
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/UniGB-UCS2-H/DescendantFonts[${number + 1} 0 R]>>`,
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor ${number + 2} 0 R/DW 1000>>`,
    `<</Type/FontDescriptor/FontName/${name}/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 800/StemV 80>>`,
  ];
}

function hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

function assemble(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}
