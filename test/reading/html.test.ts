import { describe, expect, it } from 'vitest';
import type { Block } from '../../indexer/model.ts';
import { BOLD_OFF, BOLD_ON, COVERED } from '../../indexer/model.ts';
import { readHtml } from '../../indexer/reading/html.ts';

function page(html: string) {
  const read = readHtml(html);
  if ('reason' in read) throw new Error(read.reason);
  return read;
}

const show = ({ kind, level, centred, text }: Block) =>
  `${kind}${level ?? ''}${centred === true ? ' centred' : ''} ${text}`
    .replaceAll(BOLD_ON, '<')
    .replaceAll(BOLD_OFF, '>');

const body =
  '<p>各位代表：现在，我代表市人民政府，向大会报告工作，请予审议。</p><p>一年来，全市经济稳中向好，民生持续改善。</p>';

describe('readHtml: blocks', () => {
  const cases = [
    {
      trap: 'paragraphs, lines and headings',
      in: '<h2>甲</h2><p>乙。<br>丙。</p>丁',
      want: ['heading2 甲', 'paragraph 乙。', 'paragraph 丙。', 'paragraph 丁'],
    },
    {
      trap: 'a line break in the source does not show between Chinese characters',
      in: '<p>高质\n  量发展 GDP\n增长</p>',
      want: ['paragraph 高质量发展 GDP 增长'],
    },
    {
      trap: 'centred by style, attribute and element',
      in: '<p style="text-align: center">甲</p><p align=center>乙</p><center>丙</center>',
      want: ['paragraph centred 甲', 'paragraph centred 乙', 'paragraph centred 丙'],
    },
    {
      trap: 'bold print in three ways, joined where it touches',
      in: '<p><b>甲</b><strong>乙</strong>丙<span style="font-weight:bold">丁</span></p>',
      want: ['paragraph <甲乙>丙<丁>'],
    },
    {
      trap: 'bold print that is taken back',
      in: '<b>甲<span style="font-weight: normal">乙</span></b>',
      want: ['paragraph <甲>乙'],
    },
    {
      trap: 'bold print over several paragraphs',
      in: '<b><p>甲</p><p>乙</p></b>',
      want: ['paragraph <甲>', 'paragraph <乙>'],
    },
    {
      trap: 'a topic sentence in 黑体 over a body in 仿宋',
      in:
        '<div style="font-family:仿宋"><p><span style="font-family: 方正黑体_GBK;">消费加快复苏。</span>全年增长6%，高于预期，好于全省。</p>' +
        '<p><font face="楷体">（一）扩大内需</font></p><p>全市<font face="黑体">上下</font>齐心。</p></div>',
      want: [
        'paragraph <消费加快复苏。>全年增长6%，高于预期，好于全省。',
        'paragraph <（一）扩大内需>',
        'paragraph 全市上下齐心。',
      ],
    },
    {
      trap: 'a page that is all in 黑体',
      in: '<div style="font-family:黑体"><p>消费加快复苏。</p><p>全年增长6%，高于预期。</p></div>',
      want: ['paragraph 消费加快复苏。', 'paragraph 全年增长6%，高于预期。'],
    },
    {
      trap: 'the 雅黑 of web pages is no emphasis',
      in: '<p style="font-family:微软雅黑">各位代表：</p><p>全年增长6%，高于预期。</p>',
      want: ['paragraph 各位代表：', 'paragraph 全年增长6%，高于预期。'],
    },
    { trap: 'list items', in: '<ul><li>甲<li>乙</ul>', want: ['item 甲', 'item 乙'] },
    {
      trap: 'scripts, styles and hidden text',
      in: '<style>p{}</style><p>甲</p><script>1</script><p style="display:none">乙</p>',
      want: ['paragraph 甲'],
    },
    { trap: 'preformatted lines', in: '<pre>甲\n乙</pre>', want: ['paragraph 甲', 'paragraph 乙'] },
    {
      trap: 'a piece of a table that lays the page out',
      in: '<tbody><tr><td id="UCAP-CONTENT"><p>甲</p></td></tr></tbody>',
      want: ['paragraph 甲'],
    },
    { trap: 'entities and no-break spaces', in: '<p>&nbsp;&emsp;A&amp;B&nbsp;&nbsp;C</p>', want: ['paragraph A&B C'] },
  ];
  for (const { trap, in: html, want } of cases) it(trap, () => expect(page(html).blocks.map(show)).toEqual(want));

  it('reads a table with head, column and row spans; a spanned place is empty, or covered from above', () => {
    const html =
      '<table><caption>表1</caption><tr><th>指标</th><th>2020年</th><th>2025年</th></tr>' +
      '<tr><td rowspan=2>经济<br>发展</td><td colspan=2>增长</td></tr><tr><td>5</td><td>6</td></tr></table>';
    expect(page(html).blocks).toEqual([
      { kind: 'paragraph', text: '表1', centred: true },
      {
        kind: 'table',
        text: '',
        rows: [
          ['指标', '2020年', '2025年'],
          ['经济 发展', '增长', ''],
          [COVERED, '5', '6'],
        ],
        headRows: 1,
      },
    ]);
  });
});

describe('readHtml: article', () => {
  const menu =
    '<ul class="nav2"><li><a href=1>首页</a></li><li><a href=2>政务公开</a></li><li><a href=3>政民互动</a></li></ul>';
  const cases = [
    {
      trap: 'menus, breadcrumb and footer around it',
      in: `<div>${menu}</div><div>当前位置：<a href=1>首页</a></div><div class=art>${body}</div><div>主办：某市人民政府 ICP备1号</div>`,
    },
    {
      trap: 'share buttons and related news inside it',
      in: `<div class=art>${body}<div class="bdsharebuttonbox">分享到：<a href=1>微信</a></div><div><a href=1>某县报告</a><a href=2>某区报告</a><a href=3>某乡报告</a></div></div><p>版权所有</p>`,
    },
    {
      trap: 'layout by nested tables',
      in: `<table><tr><td>${menu}</td><td><table><tr><td>${body}</td></tr></table></td></tr></table>`,
    },
  ];
  for (const { trap, in: html } of cases) {
    it(trap, () => expect(page(html).blocks.map((block) => block.text.slice(0, 3))).toEqual(['各位代', '一年来']));
  }

  it('keeps a list of attachments, which is links too', () => {
    const attachments = ['甲', '乙', '丙'].map((name) => `<p><a href="${name}.doc">附件：${name}</a></p>`).join('');
    expect(page(`<div>${body}<div>${attachments}</div></div>`).blocks).toHaveLength(5);
  });
});

describe('readHtml: clues', () => {
  const cases = [
    {
      trap: 'meta of government sites',
      in: '<meta name="ArticleTitle" content="甲"><meta name="PubDate" content="2022-03-02 10:25"><meta name="ContentSource" content="某报">',
      want: { title: '甲', date: '2022-03-02 10:25', source: '某报' },
    },
    { trap: 'a downloader’s comment', in: '<!-- http://a.cn/b.htm -->', want: { url: 'http://a.cn/b.htm' } },
    {
      trap: 'the information table goes before meta',
      in: '<meta name="PubDate" content="2019-02-13"><table><tr><td>索 引 号：</td><td>0001</td></tr><tr><td>发文机关：</td><td>国务院</td><td>成文日期：</td><td>2019年01月24日</td></tr><tr><td>发文字号：</td><td>国发〔2019〕4号</td></tr></table>',
      want: { issuer: '国务院', date: '2019年01月24日', docNumber: '国发〔2019〕4号' },
    },
    {
      trap: 'several facts in one cell',
      in: '<ul><li>来源：某某日报 发布时间：2018-01-22 阅读次数：12</li></ul>',
      want: { source: '某某日报' },
    },
    {
      trap: 'the title without the site’s name',
      in: '<head><title>某市2022年政府工作报告_某市人民政府</title></head>',
      want: { title: '某市2022年政府工作报告' },
    },
  ];
  for (const { trap, in: html, want } of cases)
    it(trap, () => expect(page(`${html}<div>${body}</div>`).clues).toEqual(want));
});

describe('readHtml: hostile pages', () => {
  it('needs no stack for 20,000 elements inside each other', () => {
    expect(page('<div>'.repeat(20_000) + '甲，乙。').blocks.map(show)).toEqual(['paragraph 甲，乙。']);
  });
  it('does not fill the memory for spans without end', () => {
    const rows = '<tr><td colspan=99999999 rowspan=99999999>甲</td><td>乙</td></tr>'.repeat(1000);
    const [table] = page(`<table>${rows}</table>`).blocks;
    expect(Math.max(...(table?.rows ?? []).map((row) => row.length))).toBeLessThan(100);
  });
});
