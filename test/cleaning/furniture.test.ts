import { describe, expect, it } from 'vitest';
import { takeFactLines } from '../../indexer/cleaning/factLine.ts';
import type { Draft } from '../../indexer/cleaning/furniture.ts';
import { takeNewspaperMarks } from '../../indexer/cleaning/newspaper.ts';
import { dropPageMarks } from '../../indexer/cleaning/pageMarks.ts';
import { dropRepeatedTitle } from '../../indexer/cleaning/repeatedTitle.ts';
import { cutStuckTails } from '../../indexer/cleaning/stuckTail.ts';
import { dropWebChrome } from '../../indexer/cleaning/webChrome.ts';

const draft = (...texts: string[]): Draft => ({
  blocks: texts.map((text) => ({ kind: 'paragraph', text })),
  clues: {},
  problems: [],
});
const texts = ({ blocks }: Draft): string[] => blocks.map((block) => block.text);
const sentence = '过去一年，全市上下齐心协力，各项工作取得新的成绩。';

describe('dropRepeatedTitle', () => {
  it.each([
    ['the page’s title above the article’s', ['某市政府工作报告', '某市 政府工作报告', sentence], 1],
    ['another title', ['某市政府工作报告', '某县政府工作报告', sentence], 0],
    ['a line below the text', ['某市政府工作报告', sentence, '附件', '附件'], 0],
    ['a line between them', ['某市政府工作报告', '2021年1月5日', '某市政府工作报告', sentence], 0],
    ['a sentence', ['某市政府工作报告', sentence, sentence], 0],
    ['a mark', ['目录', '目录', sentence], 0],
  ])('%s', (_, lines, taken) => {
    const result = dropRepeatedTitle(draft(...lines));
    expect(result.blocks).toHaveLength(lines.length - taken);
    expect(result.problems.map(({ code }) => code)).toEqual(taken === 0 ? [] : ['furniture']);
  });
});

describe('takeFactLines', () => {
  it.each([
    ['an empty source is no source', '文章来源:时间:2022-02-15 15:21', { date: '2022-02-15' }],
    [
      'an author that is left out before the editor',
      '2022-06-20 08:15 来源：某某日报 作者：编辑：李四光',
      { date: '2022-06-20', source: '某某日报' },
    ],
    ['a last line', '来源:某某晚报', { source: '某某晚报' }],
    ['a blank before the colon', '来源 : 某某晚报', { source: '某某晚报' }],
    [
      'a portal line',
      '中央政府门户网站www.gov.cn 2006年02月16日 来源：新华社',
      { date: '2006-02-16', source: '新华社' },
    ],
    [
      'clock time with 时 and 分',
      '发布时间：2006年2月3日09时13分 来源：人民网',
      { date: '2006-02-03', source: '人民网' },
    ],
  ])('%s', (_, line, clues) => {
    const result = takeFactLines(draft(sentence, line));
    expect(texts(result)).toEqual([sentence]);
    expect(result.clues).toEqual(clues);
    expect(result.problems).toHaveLength(1);
  });

  it('keeps the title of a fused line, once', () => {
    const fused = '发布时间：2003-02-2116:02信息来源：某市情网打印分享到：';
    const result = takeFactLines(
      draft(
        `政府工作报告二〇〇三年政府工作报告${fused}${fused}`,
        sentence,
        `政府工作报告二〇〇三年政府工作报告${fused}朗读.footer {display: block !important;}`,
      ),
    );
    expect(texts(result)).toEqual(['二〇〇三年政府工作报告', sentence]);
    expect(result.clues).toEqual({ date: '2003-02-21', source: '某市情网' });
  });

  it.each([
    ['时间：每周一上午，地点在政务大厅。'],
    ['资金来源：财政拨款100万元'],
    ['2024年1月5日'],
    ['完成时间：2025年底'],
  ])('leaves prose: %s', (line) => expect(texts(takeFactLines(draft(line)))).toEqual([line]));

  it('never overrules what the file states', () => {
    const stated = { ...draft('来源:某网'), clues: { source: '某日报' } };
    expect(takeFactLines(stated).clues).toEqual({ source: '某日报' });
  });
});

describe('dropWebChrome', () => {
  it.each([
    ['breadcrumb', '当前位置：首页>>要闻'],
    ['breadcrumb with another word', '您的位置：首页 > 政务公开'],
    ['the neighbouring page', '上一篇：关于某事的通知'],
    ['font switch', '【字体：大中小】'],
    ['editor, its bracket torn off', '（责任编辑：张三'],
    ['licence', '某ICP备06016263号-1'],
    ['style sheet', '.footer {display: block !important;}'],
    [
      'menus fused into one line',
      '首页要闻政务公开政务服务政民互动数据发布进入适老模式无障碍阅读搜索登录注册网站地图首页>政务公开>报告',
    ],
  ])('drops a line wherever it stands: %s', (_, line) => {
    expect(texts(dropWebChrome(draft(sentence, line, sentence)))).toEqual([sentence, sentence]);
  });

  it('drops menus before the text and keeps title, delivery and speaker', () => {
    const menu = [
      '中国政府网',
      '长者模式',
      '|',
      '繁體中文',
      '|',
      'EN',
      '|',
      '无障碍',
      '首页',
      '走进某省',
      '当前位置：首页>>报告',
    ];
    const front = ['政府工作报告', '——2004年1月8日在某省第十届人民代表大会第二次会议上', '省长 张三'];
    expect(texts(dropWebChrome(draft(...menu, ...front, sentence)))).toEqual([...front, sentence]);
  });

  it('drops a footer of link lists', () => {
    const links = [
      '地方网站',
      '北京',
      '天津',
      '上海',
      '重庆',
      '河北',
      '山西',
      '辽宁',
      '吉林',
      '关于本站',
      '|',
      '网站地图',
      '某公网安备 13010202002246号',
      '放弃',
    ];
    expect(texts(dropWebChrome(draft(sentence, ...links)))).toEqual([sentence]);
  });

  it('keeps a signature at the head of a footer', () => {
    const signature = ['某某市人民政府', '2024年1月5日'];
    const links = [
      '北京',
      '天津',
      '上海',
      '重庆',
      '河北',
      '山西',
      '辽宁',
      '吉林',
      '网站地图',
      '版权所有：某市',
      '放弃',
    ];
    expect(texts(dropWebChrome(draft(sentence, ...signature, ...links)))).toEqual([sentence, ...signature]);
  });

  it('keeps a title that is printed only above the page’s furniture', () => {
    const lines = [
      '当前位置：首页>>专题',
      '某人所作政府工作报告（三次会议）',
      '【字体：大中小】',
      '（责任编辑：李四）',
      sentence,
    ];
    expect(texts(dropWebChrome(draft(...lines)))).toEqual([lines[1], sentence]);
  });

  it('keeps a title that below it only a link about it repeats', () => {
    const title = '2031年区政府工作报告';
    const lines = ['当前位置：首页>>专题', title, '【字体：大中小】', '（责任编辑：李四）', sentence];
    expect(texts(dropWebChrome(draft(...lines, `图解：${title}`)))).toEqual([title, sentence, `图解：${title}`]);
    expect(texts(dropWebChrome(draft(...lines, `某市${title}`)))).toEqual([sentence, `某市${title}`]);
  });

  it('drops a list of links under its label', () => {
    expect(texts(dropWebChrome(draft(sentence, '相关链接', '·', '代表热议报告', '·', '一图读懂报告')))).toEqual([
      sentence,
    ]);
  });

  it.each([
    { trap: 'the reports of other years', line: '历年政府工作报告（1998年至2030年）', isKept: false },
    { trap: 'a signature', line: '青石市人民政府办公室', isKept: true },
    { trap: 'a date', line: '2031年5月6日', isKept: true },
    { trap: 'an annex', line: '附件：历年重点工程', isKept: true },
    { trap: 'a last line without a stop', line: '为此努力奋斗', isKept: true },
    { trap: 'a sentence', line: '历年欠账全部还清。', isKept: true },
  ])('above such a list: $trap', ({ line, isKept }) => {
    const got = texts(dropWebChrome(draft(sentence, line, '相关链接', '·', '一图读懂报告')));
    expect(got).toEqual(isKept ? [sentence, line] : [sentence]);
  });

  it.each([
    ['short lines alone are no menu', ['目录', '总体要求', '主要目标', '重点任务', '保障措施', sentence]],
    ['slogans before the editor’s name', [sentence, '祖国万岁', '人民万岁']],
    ['words of menus in prose', ['推进政务公开、政务服务和互动交流，办好网站首页。']],
    ['a heading about openness', ['（三）推进政务公开、政务服务、信息公开']],
  ])('leaves %s', (_, lines) => expect(texts(dropWebChrome(draft(...lines)))).toEqual(lines));
});

describe('cutStuckTails', () => {
  it.each([
    ['扫一扫在手机打开当前页【关闭当前页面】'],
    ['相关解读：图解2021年报告视频解读：2021年报告'],
    ['（责任编辑：张三）'],
    ['分享到：'],
    ['相关图解：（图解）二〇二四年报告'],
  ])('cuts %s', (tail) => {
    const result = cutStuckTails(draft(`为此努力奋斗！${tail}`));
    expect(texts(result)).toEqual(['为此努力奋斗！']);
    expect(result.problems[0]?.message.zh).toContain(tail.slice(0, 10));
  });

  it.each([['打印机出口增长。关闭小煤矿12家'], ['加强政策解读。相关链接企业做大做强。'], ['（详见《某日报》报道）']])(
    'leaves prose: %s',
    (text) => expect(texts(cutStuckTails(draft(text)))).toEqual([text]),
  );
});

describe('takeNewspaperMarks', () => {
  it('takes off where a text goes on, and says so under a code of its own', () => {
    const result = takeNewspaperMarks(draft('(上接01版)', sentence, `${sentence}（下转第三版）`));
    expect(texts(result)).toEqual([sentence, sentence]);
    expect(result.problems.map((problem) => problem.code)).toEqual(['newspaper-mark']);
  });

  it('does not call a text a part whose pages were put together again', () => {
    const many = Array.from({ length: 20 }, () => sentence);
    const result = takeNewspaperMarks(draft(...many, `（上接第二版）${sentence}`, ...many));
    expect(result.problems.map((problem) => problem.code)).toEqual(['furniture']);
  });

  it.each([
    ['新华社北京３月１５日电', []],
    ['新华社某市1月5日电（记者 张三）大会今天开幕。', ['大会今天开幕。']],
    ['本报讯 大会今天开幕。', ['大会今天开幕。']],
    ['出版业增长8%（含数字出版）', ['出版业增长8%（含数字出版）']],
  ])('%s', (line, want) => expect(texts(takeNewspaperMarks(draft(line)))).toEqual(want));
});

describe('dropPageMarks', () => {
  it.each([['- 12 -'], ['—12—'], ['第3页 共20页'], ['============'], ['第 3 页']])('drops %s', (line) => {
    expect(texts(dropPageMarks(draft(sentence, line, sentence)))).toEqual([sentence, sentence]);
  });

  it('drops bare numbers that count up', () => {
    expect(texts(dropPageMarks(draft(sentence, '1', sentence, '2', sentence, '3')))).toEqual([
      sentence,
      sentence,
      sentence,
    ]);
  });

  it.each([[['合计', '128']], [['1', '2', '3', '4']], [['2021年', '——发展更快。']]])('leaves %j', (lines) => {
    expect(texts(dropPageMarks(draft(...lines)))).toEqual(lines);
  });
});
