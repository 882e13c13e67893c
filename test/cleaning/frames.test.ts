import { describe, expect, it } from 'vitest';
import { cutFrame } from '../../indexer/cleaning/frames.ts';

describe('cutFrame', () => {
  it.each([
    ['entries of a frame', '甲工程。建设10个。 乙工程。改造5个。 |', ['甲工程。建设10个。 |', '乙工程。改造5个。 |']],
    ['one entry', '甲工程。建设10个。 |', ['甲工程。建设10个。 |']],
    ['a row of a table', '城镇化率 | 88.06。 预期性 |', ['城镇化率 | 88.06。 预期性 |']],
    ['prose', '建设10个。 改造5个。', ['建设10个。 改造5个。']],
  ])('%s', (_, text, want) => {
    expect(cutFrame({ kind: 'paragraph', text }).map((line) => line.text)).toEqual(want);
  });

  it('cuts the one cell of a table and leaves its other rows', () => {
    const rows = [['甲。建设10个。 乙。改造5个。'], ['指标', '数值。 单位']];
    expect(cutFrame({ kind: 'table', text: '', rows })).toEqual([
      { kind: 'table', text: '', rows: [['甲。建设10个。'], ['乙。改造5个。'], ['指标', '数值。 单位']] },
    ]);
  });
});
