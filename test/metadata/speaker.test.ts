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
    ['区人民政府代理区长  林 某', '林某', '区人民政府代理区长'],
    ['县长候选人 林某某', '林某某', '县长候选人'],
    ['市长（代） 林某某', '林某某', '市长(代)'],
    ['副市长、代市长 林某某', '林某某', '副市长、代市长'],
    ['市中级人民法院院长 林某某', '林某某', '市中级人民法院院长'],
    ['报告人：林某某', '林某某', '报告人'],
    ['（县人民政府县长 林某某）', '林某某', '县人民政府县长'],
    ['县长（林某某）', '林某某', '县长'],
    ['县长 林某某（女，回族）', '林某某', '县长'],
    ['县长林某同志', '林某', '县长'],
    ['州长 泽仁多吉扎西', '泽仁多吉扎西', '州长'],
    ['县长 吐某某．艾某', '吐某某．艾某', '县长'],
    ['林 某 市长', '林某', '市长'],
    ['林某某  开封县人民政府县长', '林某某', '开封县人民政府县长'],
    ['县 人 民 政 府 县 长', null, '县人民政府县长'],
    ['县政府 县长', null, '县政府县长'],
    ['党组成员 副县长', null, '党组成员副县长'],
  ])('%s', (text, name, office) => {
    expect(readSpeaker(lineOf(text))).toEqual({ name, office });
  });

  it.each(['市长热线办结率达到百分之九十八，群众满意。', '政府工作报告', '市长热线办理工作', '新任市长就职宣誓大会'])(
    'is none: %s',
    (text) => {
      expect(readSpeaker(lineOf(text))).toBeNull();
    },
  );
});

describe('readName', () => {
  it('takes a line of one name', () => {
    expect(readName(lineOf('王 某 某'))).toBe('王某某');
    expect(readName(lineOf('自治区主席艾某·吐某某'))).toBeNull();
    expect(readName(lineOf('一、工作回顾'))).toBeNull();
    expect(readName(lineOf('前 言'))).toBeNull();
    expect(readName(lineOf('工作报告'))).toBeNull();
    expect(readName(lineOf('审议稿'))).toBeNull();
    expect(readName(lineOf('李红旗'))).toBe('李红旗');
  });
});
