import { describe, expect, it } from 'vitest';
import { foldText } from '../../indexer/analysis/fold.ts';
import { readDocNumber, yearOfNumber } from '../../indexer/metadata/docNumber.ts';

describe('readDocNumber', () => {
  it.each<[string, string | null, string]>([
    ['国发〔2019〕3号', '国发〔2019〕3号', 'the standard form'],
    ['汴政办［２０２１］１２号', '汴政办〔2021〕12号', 'full-width brackets and digits'],
    ['（汴政〔2021〕12号）', '汴政〔2021〕12号', 'in brackets'],
    ['发文字号：汴政（2021）12 号', '汴政〔2021〕12号', 'round brackets, a label'],
    ['国务院令第722号', '国务院令第722号', 'an order'],
    ['某部令2021年第9号', '某部令2021年第9号', 'an order numbered by the year'],
    ['某国主席令第一百号', '某国主席令第一百号', 'an order numbered in words'],
    ['某市人民代表大会常务委员会公告（第12号）', '某市人民代表大会常务委员会公告第12号', 'an announcement'],
    ['根据国发〔2019〕3号文件要求', null, 'merely cited'],
    ['3号', null, 'no agency'],
  ])('%s → %s (%s)', (text, want) => {
    expect(readDocNumber(foldText(text))).toBe(want);
  });

  it('says the year', () => {
    expect(yearOfNumber('汴政〔2021〕12号')).toBe(2021);
    expect(yearOfNumber('某部令2021年第9号')).toBe(2021);
    expect(yearOfNumber('国务院令第722号')).toBeNull();
  });
});
