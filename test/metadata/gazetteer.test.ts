import { describe, expect, it } from 'vitest';
import { placesNamed, placesOfStem, stemOf } from '../../indexer/metadata/gazetteer.ts';

describe('placesNamed', () => {
  it.each([
    ['栾川县', [['河南省', '洛阳市', '栾川县']], 'a county finds its city and province'],
    ['济源市', [['河南省', '济源市']], 'a city under the province'],
    ['海淀区', [['北京市', '海淀区']], 'a municipality has no city between'],
    ['孟津县', [['河南省', '洛阳市', '孟津县']], 'a county that has become a district'],
    ['襄樊市', [['湖北省', '襄樊市']], 'a city that has another name now'],
    ['宣武区', [['北京市', '宣武区']], 'a district that is gone'],
    ['阿拉善盟', [['内蒙古自治区', '阿拉善盟']], '盟'],
    ['雄安新区', [['河北省', '雄安新区']], 'a new area without a code'],
    ['市辖区', [], 'a heading of the code table'],
  ])('%s → %j (%s)', (name, want) => {
    expect(placesNamed(name).map((place) => place.path)).toEqual(want);
  });

  it('gives all namesakes', () => {
    expect(placesNamed('鼓楼区').map((place) => place.path.join(''))).toEqual([
      '江苏省南京市鼓楼区',
      '江苏省徐州市鼓楼区',
      '福建省福州市鼓楼区',
      '河南省开封市鼓楼区',
    ]);
    expect(placesNamed('朝阳区').map((place) => place.path[0])).toEqual(['北京市', '吉林省']);
  });
});

describe('stemOf', () => {
  it.each([
    ['新疆维吾尔自治区', '新疆'],
    ['内蒙古自治区', '内蒙古'],
    ['恩施土家族苗族自治州', '恩施'],
    ['巴音郭楞蒙古自治州', '巴音郭楞'],
    ['管城回族区', '管城'],
    ['鄂温克族自治旗', '鄂温克族'],
    ['城区', '城区'],
  ])('%s → %s', (name, stem) => {
    expect(stemOf(name)).toBe(stem);
  });

  it('makes short names findable', () => {
    expect(placesOfStem('吉林').map((place) => place.name)).toEqual(['吉林省', '吉林市']);
  });
});
