import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../indexer/reading/encoding.ts';

const simplified = '各位代表：现在，我代表市人民政府，向大会报告工作，请予审议。全市经济建设和社会发展取得新成绩。\n';

/** 政府工作報告，在市人民代表大會上。的 */
const big5 = [
  0xac, 0x46, 0xa9, 0xb2, 0xa4, 0x75, 0xa7, 0x40, 0xb3, 0xf8, 0xa7, 0x69, 0xa1, 0x41, 0xa6, 0x62, 0xa5, 0xab, 0xa4,
  0x48, 0xa5, 0xc1, 0xa5, 0x4e, 0xaa, 0xed, 0xa4, 0x6a, 0xb7, 0x7c, 0xa4, 0x57, 0xa1, 0x43, 0xaa, 0xba,
];

/** 市政府，工作报告。发展的 */
const gbk = [
  0xca, 0xd0, 0xd5, 0xfe, 0xb8, 0xae, 0xa3, 0xac, 0xb9, 0xa4, 0xd7, 0xf7, 0xb1, 0xa8, 0xb8, 0xe6, 0xa1, 0xa3, 0xb7,
  0xa2, 0xd5, 0xb9, 0xb5, 0xc4,
];

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return little ? bytes : bytes.swap16();
}

describe('decode', () => {
  const cases = [
    { trap: 'plain UTF-8', in: Buffer.from(simplified), want: simplified, encoding: 'utf-8' },
    {
      trap: 'a byte order mark is no text',
      in: Buffer.from(`\uFEFF${simplified}`),
      want: simplified,
      encoding: 'utf-8',
    },
    {
      trap: 'a character of the Hong Kong supplement in Big5',
      in: iconv.encode('政府工作報告，在市人民代表大會上。食糍的和在', 'big5hkscs'),
      want: '政府工作報告，在市人民代表大會上。食糍的和在',
      encoding: 'big5',
    },
    { trap: 'UTF-16 with a mark', in: utf16(`\uFEFF${simplified}`, true), want: simplified, encoding: 'utf-16le' },
    {
      trap: 'UTF-16 the other way round',
      in: utf16(`\uFEFF${simplified}`, false),
      want: simplified,
      encoding: 'utf-16be',
    },
    { trap: 'UTF-16 without a mark', in: utf16(simplified, true), want: simplified, encoding: 'utf-16le' },
    {
      trap: 'UTF-16 of Latin text is valid UTF-8',
      in: utf16('2021 2022 2023\n\n1000', true),
      want: '2021 2022 2023\n\n1000',
      encoding: 'utf-16le',
    },
    { trap: 'GBK has no label', in: Uint8Array.from(gbk), want: '市政府，工作报告。发展的', encoding: 'gb18030' },
    {
      trap: 'Big5 has no label either',
      in: Uint8Array.from(big5),
      want: '政府工作報告，在市人民代表大會上。的',
      encoding: 'big5',
    },
    { trap: 'ASCII', in: Buffer.from('2021'), want: '2021', encoding: 'utf-8' },
  ];
  for (const { trap, in: bytes, want, encoding } of cases) {
    it(trap, () => expect(decode(bytes)).toEqual({ text: want, encoding, lost: 0 }));
  }

  it('keeps UTF-8 that was cut in the middle of a character, and counts what is lost', () => {
    const bytes = Buffer.from(simplified.repeat(20)).subarray(0, -3);
    expect(decode(bytes)).toMatchObject({ encoding: 'utf-8', lost: 1 });
  });

  it('does not count replacement characters that the file itself contains', () => {
    expect(decode(Buffer.from('二\uFFFD\uFFFD三五年')).lost).toBe(0);
  });
});
