import { describe, expect, it } from 'vitest';
import { lineOf } from '../../indexer/metadata/line.ts';
import { readName, readSpeaker } from '../../indexer/metadata/speaker.ts';

describe('readSpeaker', () => {
  it.each([
    ['开封市人民政府市长 周 某', '周某', '开封市人民政府市长'],
    ['国务院副总理兼国家计划委员会主任李某某', '李某某', '国务院副总理兼国家计划委员会主任'],
    ['自治区主席　艾某·吐某某', '艾某·吐某某', '自治区主席'],
    ['省長：張某', '張某', '省长'],
    ['某县人民政府代县长', null, '某县人民政府代县长'],
  ])('%s', (text, name, office) => {
    expect(readSpeaker(lineOf(text))).toEqual({ name, office });
  });

  it.each(['市长热线办结率达到百分之九十八，群众满意。', '政府工作报告'])('is none: %s', (text) => {
    expect(readSpeaker(lineOf(text))).toBeNull();
  });
});

describe('readName', () => {
  it('takes a line of one name', () => {
    expect(readName(lineOf('王 某 某'))).toBe('王某某');
    expect(readName(lineOf('自治区主席艾某·吐某某'))).toBeNull();
    expect(readName(lineOf('一、工作回顾'))).toBeNull();
  });
});
