import { describe, expect, test } from 'vitest';
import { BOLD_OFF, BOLD_ON } from '../../indexer/model.ts';
import { outline } from '../../indexer/outline/outline.ts';

/** The run-ins found in the paragraphs of one section. */
function runIns(...paragraphs: string[]): string[] {
  const blocks = ['一、任务', ...paragraphs].map((text) => ({ kind: 'paragraph' as const, text }));
  const { sections } = outline({ blocks, clues: {}, problems: [] }, [], 'doc');
  return sections.filter(({ kind }) => kind === 'run-in').map(({ heading }) => heading);
}

const more = '新建改造农村道路九百公里，整治河道一百二十公里，建成投用泵站四座，惠及群众三十万人。';

/** The run-ins found in the lines of a framed box. */
function runInsOfBox(...lines: string[]): string[] {
  const box = { kind: 'table' as const, text: '', rows: [['专栏1 重点工程'], ...lines.map((line) => [line])] };
  const blocks = [{ kind: 'paragraph' as const, text: '一、任务' }, box];
  const { sections } = outline({ blocks, clues: {}, problems: [] }, [], 'doc');
  return sections.filter(({ kind }) => kind === 'run-in').map(({ heading }) => heading);
}

describe('run-in topic sentences', () => {
  test.each([
    {
      trap: 'a series inside one paragraph, after an introduction',
      in: [`围绕总目标，统筹各方面力量。提升城市功能。${more}优化空间布局。${more}完善交通网络。${more}`],
      want: ['提升城市功能', '优化空间布局', '完善交通网络'],
    },
    {
      trap: 'results instead of tasks',
      in: [`消费市场加快复苏。${more}${more}工业经济稳中有进。${more}${more}民生保障更加有力。${more}`],
      want: ['消费市场加快复苏', '工业经济稳中有进', '民生保障更加有力'],
    },
    {
      trap: 'a dash before it is no part of it',
      in: [`——经济总量再上台阶。${more}`, `——改革开放纵深推进。${more}`],
      want: ['经济总量再上台阶', '改革开放纵深推进'],
    },
    {
      trap: 'bare names after dashes',
      in: [`——旅游。${more}`, `——大数据。${more}`, `——现代金融。${more}`],
      want: ['旅游', '大数据', '现代金融'],
    },
    {
      trap: 'bold print is proof',
      in: [`开头一句话。${BOLD_ON}强基固本促和谐。${BOLD_OFF}${more}${BOLD_ON}聚力攻坚。${BOLD_OFF}${more}`],
      want: ['强基固本促和谐', '聚力攻坚'],
    },
    {
      trap: '这五年 has a comma and is a theme all the same',
      in: [`这五年，是综合实力跃升的五年。${more}这五年，是民生福祉增进的五年。${more}`],
      want: ['这五年，是综合实力跃升的五年', '这五年，是民生福祉增进的五年'],
    },
    {
      trap: '五年来 before each theme is the mark of the series',
      in: [
        `五年来，农业生产稳步发展。${more}`,
        `五年来，外贸工作取得新进展。${more}`,
        `五年来，山区面貌焕然一新。${more}`,
        `五年来，我们爬坡过坎，老厂房焕发新生。${more}`,
      ],
      want: ['五年来，农业生产稳步发展', '五年来，外贸工作取得新进展', '五年来，山区面貌焕然一新'],
    },
    {
      trap: 'a comma in each, inside one paragraph',
      in: [
        `三年来，我们爬坡过坎，老厂房焕发新生。${more}${more}三年来，我们精打细算，财政收支平衡。${more}${more}` +
          `三年来，我们日夜兼程，路网四通八达。${more}`,
      ],
      want: [
        '三年来，我们爬坡过坎，老厂房焕发新生',
        '三年来，我们精打细算，财政收支平衡',
        '三年来，我们日夜兼程，路网四通八达',
      ],
    },
    { trap: '五年来 once is an introduction', in: [`五年来，经济稳步发展。${more}`, more], want: [] },
    {
      trap: 'a refrain of four signs joins themes of unlike length',
      in: [`努力破解用地难题。${more}${more}努力破解中小企业融资、用工难题。${more}${more}努力破解转型难题。${more}`],
      want: ['努力破解用地难题', '努力破解中小企业融资、用工难题', '努力破解转型难题'],
    },
    {
      trap: 'one beat joins themes of unlike grammar',
      in: [`做大做强茶叶产业。${more}`, `重点项目快马加鞭。${more}`, `百姓生活温暖可期。${more}`],
      want: ['做大做强茶叶产业', '重点项目快马加鞭', '百姓生活温暖可期'],
    },
    {
      trap: 'two tasks in a list of tasks',
      in: [
        `${more}加强城乡规划工作。${more}${more}修订采购办法。规范用章。压减会议。归集档案。清理车辆。` +
          `深化外贸体制改革。${more}`,
      ],
      want: [],
    },
    {
      trap: 'two results among short sentences',
      in: [
        `全市上下一条心。外贸市场稳步回升。${more}${more}修订采购办法。规范用章。压减会议。归集档案。清理车辆。` +
          `农业基础更加稳固。${more}`,
      ],
      want: ['外贸市场稳步回升', '农业基础更加稳固'],
    },
    { trap: 'facts with figures', in: [`新增企业20家。${more}完成投资30亿元。${more}`], want: [] },
    { trap: 'a clause with a comma', in: [`园区建设提速，中试基地落成。${more}`], want: [] },
    { trap: 'nothing follows', in: ['加快园区建设。', '提升服务水平。'], want: [] },
    { trap: 'one short sentence in the middle of prose', in: [`${more}推进道路建设。${more}`], want: [] },
    { trap: 'a fact that begins like a theme', in: [`城市展览馆建成投用。${more}图书馆荣获称号。${more}`], want: [] },
    {
      trap: '一是 and 二是 with text of their own, closer to each other than other themes may stand',
      in: [`做好三件事：一是加强组织领导。${more}二是强化督促检查。${more}三是数字底座。${more}`, more],
      want: ['一是加强组织领导', '二是强化督促检查', '三是数字底座'],
    },
    {
      trap: 'a task below a counted theme is none',
      in: [`一是加强组织领导。${more}优化空间布局。${more}二是强化督促检查。${more}完善交通网络。${more}`],
      want: ['一是加强组织领导', '二是强化督促检查'],
    },
    {
      trap: 'four themes alike divide the theme that they follow',
      in: [
        `加快五座水城建设。增强老城枢纽核心功能。${more}${more}提升新城产业服务能级。${more}${more}推动港城贸易提质升级。${more}${more}` +
          `强化山城生态屏障功能。${more}`,
        `深化水价综合改革。${more}`,
        `优化山乡路网布局。${more}`,
      ],
      want: [
        '加快五座水城建设',
        '增强老城枢纽核心功能',
        '提升新城产业服务能级',
        '推动港城贸易提质升级',
        '强化山城生态屏障功能',
        '深化水价综合改革',
        '优化山乡路网布局',
      ],
    },
    {
      trap: 'where a document often does so, two are enough',
      in: ['水城', '山城', '港城', '新城'].map(
        (city) => `全面建设文明${city}。建设${city}路网。${more}${more}打造${city}景区。${more}${more}`,
      ),
      want: ['水城', '山城', '港城', '新城'].flatMap((city) => [
        `全面建设文明${city}`,
        `建设${city}路网`,
        `打造${city}景区`,
      ]),
    },
    {
      trap: 'two in one paragraph of a document are a list of tasks',
      in: [
        `全面建设文明水城。建设水城路网。${more}${more}打造水城景区。${more}${more}`,
        `深化水价改革。${more}`,
        `优化路网布局。${more}`,
      ],
      want: ['全面建设文明水城', '深化水价改革', '优化路网布局'],
    },
    {
      trap: 'pairs of tasks open paragraphs',
      in: [
        `深入开展节水行动，加强水源保护。${more}`,
        `继续疏浚河道，争取早日恢复通航。${more}`,
        `做好古桥修缮工作，推进沿河景观建设。${more}`,
      ],
      want: ['深入开展节水行动，加强水源保护', '继续疏浚河道，争取早日恢复通航', '做好古桥修缮工作，推进沿河景观建设'],
    },
    { trap: 'one pair is an introduction', in: [`深入开展节水行动，加强水源保护。${more}`, more, more], want: [] },
    {
      trap: 'pairs inside a paragraph go on with the same words',
      in: [
        `发挥“三江汇流”优势，加快推进水运建设。${more.repeat(4)}转变耕作方式，加快推进农业发展。${more.repeat(4)}` +
          `依托古镇优势，加快推进旅游发展。${more.repeat(4)}`,
      ],
      want: [
        '发挥“三江汇流”优势，加快推进水运建设',
        '转变耕作方式，加快推进农业发展',
        '依托古镇优势，加快推进旅游发展',
      ],
    },
    {
      trap: 'a task inside one of several paragraphs that open with theirs divides nothing',
      in: [`稳定发展水运贸易。${more}推进码头转型升级。${more}`, more, more, `稳妥推进水价改革。${more}`, more],
      want: ['稳定发展水运贸易', '稳妥推进水价改革'],
    },
    {
      trap: 'a weaker one among plain themes of its length, with text of its own',
      in: [
        `全市上下一条心。水城建设快速推进。${more}${more}${more}山乡发展五彩斑斓。${more}${more}${more}港区经济持续壮大。${more}${more}`,
      ],
      want: ['水城建设快速推进', '山乡发展五彩斑斓', '港区经济持续壮大'],
    },
    {
      trap: 'where half of a count are themes, all are',
      in: [
        `一是坚持规划引领，描绘水城山城港城共同发展的蓝图。${more}`,
        `二是加强桥梁养护。${more}`,
        `三是推进河道疏浚。${more}`,
        `四是加快路网建设。${more}`,
      ],
      want: [
        '一是坚持规划引领，描绘水城山城港城共同发展的蓝图',
        '二是加强桥梁养护',
        '三是推进河道疏浚',
        '四是加快路网建设',
      ],
    },
    {
      trap: 'of two short sentences side by side, the one that ends like the others',
      in: [
        `优先发展水城教育事业。${more}${more}做好龙舟赛会服务工作。全面发展山乡卫生事业。${more}${more}` +
          `繁荣发展港城文化事业。${more}${more}`,
      ],
      want: ['优先发展水城教育事业', '全面发展山乡卫生事业', '繁荣发展港城文化事业'],
    },
    {
      trap: 'where paragraphs open with their theme, a sentence inside one is none',
      in: [`提升城市功能。${more}推进旧区改造。${more}`, `优化空间布局。${more}`, `完善交通网络。${more}`],
      want: ['提升城市功能', '优化空间布局', '完善交通网络'],
    },
  ])('$trap', ({ in: paragraphs, want }) => {
    expect(runIns(...paragraphs)).toEqual(want);
  });

  test('the entries of a box may be bare names, and may be close to each other', () => {
    expect(runInsOfBox(`农谷。${more}`, `科教新城。${more}`)).toEqual(['农谷', '科教新城']);
    const works = `实施管网改造工程。${more}实施河道整治工程。${more}实施桥梁加固工程。${more}`;
    expect(runInsOfBox(works)).toEqual(['实施管网改造工程', '实施河道整治工程', '实施桥梁加固工程']);
  });

  test('the theme stays at the start of its passage; the pieces of a paragraph are numbered and touch', () => {
    const text = `围绕总目标，统筹各方面力量。提升城市功能。${more}${more}优化空间布局。${more}`;
    const blocks = ['一、任务', text].map((one) => ({ kind: 'paragraph' as const, text: one }));
    const found = outline({ blocks, clues: {}, problems: [] }, [], 'doc');
    const pieces = found.passages.slice(1);
    expect(pieces.map(({ ordinal, segment }) => [ordinal, segment])).toEqual([
      [1, 1],
      [1, 2],
      [1, 3],
    ]);
    expect(pieces.map(({ start, end }) => found.text.slice(start, end)).join('')).toBe(text);
    expect(found.text.slice(pieces[1]?.start)).toMatch(/^提升城市功能。/);
  });

  test('a dash inside a paragraph begins the passage of the theme behind it', () => {
    const text = `奋斗目标是：——水城经济再上新台阶。${more}${more}——山乡面貌呈现新气象。${more}${more}`;
    const blocks = ['一、目标', text].map((one) => ({ kind: 'paragraph' as const, text: one }));
    const found = outline({ blocks, clues: {}, problems: [] }, [], 'doc');
    const pieces = found.passages.slice(1).map(({ start, end }) => found.text.slice(start, end));
    expect(pieces.map((piece) => piece.slice(0, 8))).toEqual(
      ['奋斗目标是：', '——水城经济再上', '——山乡面貌呈现'].map((one) => one.slice(0, 8)),
    );
  });
});
