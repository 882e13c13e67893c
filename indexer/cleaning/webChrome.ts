import type { Block } from '../model.ts';
import { reportTaken, type Draft } from './furniture.ts';

/**
 * Takes off the lines of a web page around a report: breadcrumbs, font switches, menus, link lists, footers.
 *
 * Some lines are furniture wherever they stand (`【字体：大中小】`). Others are so only in company (`首页`, `大`, `北京`): they go
 * with a run of short lines without sentences in which several certain ones stand. What follows a run's last such line
 * (title, delivery, speaker) stays, and so does a title inside it that is not printed again below.
 */
export function dropWebChrome(draft: Draft): Draft {
  const { blocks } = draft;
  const classes = blocks.map((block, index) => {
    const before = blocks[index - 1]?.text ?? '';
    const isLink = (before === '·' || linkList.test(before)) && block.text.length < 60 && !/[。！？]$/.test(block.text);
    return isMenuLine(block) ? 'certain' : isLink ? 'likely' : classify(block);
  });
  const doomed = new Set<number>();
  for (let start = 0; start < blocks.length;) {
    const end = endOfRun(classes, start);
    for (const index of doomedIn(draft, classes, start, end)) doomed.add(index);
    start = Math.max(end, start + 1);
  }
  for (const index of linksAfterEnd(blocks, classes)) doomed.add(index);
  if (doomed.size === 0) return draft;
  const taken = blocks.filter((_, index) => doomed.has(index)).map((block) => block.text);
  return {
    ...draft,
    blocks: blocks.filter((_, index) => !doomed.has(index)),
    problems: [...draft.problems, ...reportTaken({ zh: '网页部件', en: 'Parts of the web page' }, taken)],
  };
}

type LineClass = 'certain' | 'likely' | 'short' | 'prose';

function classify({ kind, text }: Block): LineClass {
  if (kind === 'table' || kind === 'note' || text.length > 120) return 'prose';
  if (certain.test(text)) return 'certain';
  if (likely.test(text)) return 'likely';
  const isShort = text.length <= 24 && kind !== 'heading' && !/[。！？；，,：:]/.test(text) && !numbered.test(text);
  return isShort ? 'short' : 'prose';
}

/** Menus fused into one line: long, no sentence, many menu words. */
function isMenuLine({ kind, text }: Block): boolean {
  if (kind !== 'paragraph' || text.length < 24 || text.length > 5000 || /[。！？；，]/.test(text)) return false;
  const words = new Set(text.match(menuWord) ?? []);
  return words.size >= 5 && words.size * 60 > text.length;
}

function endOfRun(classes: readonly LineClass[], start: number): number {
  let end = start;
  while (end < classes.length && classes[end] !== 'prose') end += 1;
  return end;
}

/** Which blocks of the run [start, end) are furniture. */
function doomedIn(draft: Draft, classes: readonly LineClass[], start: number, end: number): number[] {
  const run = Array.from({ length: end - start }, (_, index) => start + index);
  const strong = run.filter((index) => classes[index] !== 'short');
  const sure = run.filter((index) => classes[index] === 'certain');
  if (sure.length === 0 || strong.length < 3) return sure;
  const first = strong[0] ?? start;
  const last = strong.at(-1) ?? start;
  const isMenuBefore = start === 0 ? strong.length >= 6 : first - start >= 8;
  const from = isMenuBefore ? start + signatureLength(draft.blocks, start) : first;
  return run.filter(
    (index) => index >= from && index <= last && !(classes[index] === 'short' && isFront(draft, index)),
  );
}

/**
 * Titles of other pages behind the end: what follows a pager or a list of links (`上一篇：`, `相关文档`) to the end of the
 * file, when no sentence, number or annex is among it. A link to the reports of other years may stand above the list.
 */
function linksAfterEnd(blocks: readonly Block[], classes: readonly LineClass[]): number[] {
  const lastProse = blocks.findLastIndex(({ kind, text }) => kind === 'table' || kind === 'note' || isText(text));
  const pager = blocks.findIndex((block, index) => index > lastProse && pagerOrList.test(block.text));
  if (pager < 0) return [];
  const first = pager - 1 > lastProse && otherYears.test(blocks[pager - 1]?.text ?? '') ? pager - 1 : pager + 1;
  return classes.flatMap((_, index) => (index >= first ? [index] : []));
}

const isText = (text: string): boolean =>
  text.length > 120 || /[。！？；]/.test(text) || numbered.test(text) || annex.test(text);
/** `历年政府工作报告（1998年至2030年）` */
const otherYears = /^(?:历年|往年|历次|历届).{2,24}(?:[（(].{2,16}[）)])?$/;
const annex = /^附[件：:表录]/;

/** A body's signature and date at the head of a footer: `某某市人民政府`, `2024年1月5日`. */
function signatureLength(blocks: readonly Block[], start: number): number {
  const [name, date] = [blocks[start]?.text ?? '', blocks[start + 1]?.text ?? ''];
  return start > 0 &&
    /(?:政府|委员会|办公[厅室]|厅|局)$/.test(name) &&
    /^[\d二〇○零一三四五六七八九十年月日 ]{8,16}$/.test(date)
    ? 2
    : 0;
}

/** Title, delivery or speaker line that stands nowhere below. */
function isFront({ blocks, clues }: Draft, index: number): boolean {
  const text = blocks[index]?.text ?? '';
  const isTitle = title.test(text) || (text.length > 5 && text === clues.title);
  if (!isTitle && !delivery.test(text)) return false;
  return !blocks.slice(index + 1, index + 400).some((block) => block.text.includes(text) && !aboutIt.test(block.text));
}

/** A link to what others made of the report: 图解：2023年区政府工作报告. */
const aboutIt = /图解|解读|读懂|视频|直播|链接/;

const title =
  /^(?=.*(?:\d{4}|[〇○零Oo0一二三四五六七八九]{4})年|.*政府工作).{4,40}(?:报告|纲要|规划|计划|意见|通知|决定|办法|条例)(?:[（(].{1,20}[）)])?$/;
const delivery = /会议上(?:[（(].{1,20}[）)])?$|(?:省|市|县|区|州|旗)长 ?\p{Script=Han}{2,4}$/u;

const numbered =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第.{1,5}[章节条编]|\d{1,2}[.、])/;

/** What stands over a list of links. */
const linkList =
  /^[【\[]?(?:(?:相关|推荐)(?:链接|新闻|阅读|报道|文章|解读|文档|文件|信息|内容|附件|稿件)|延伸阅读|热点新闻|最新(?:信息|文章|发布)|猜你喜欢|大家都在看)[】\]]?[:：]?$/;
const pagerOrList = new RegExp(`^[上下]一[篇条页][:：]|${linkList.source}`);

/** Furniture wherever it stands. */
const certain = new RegExp(
  [
    '^(?:您的|您?(?:当前|现在|目前)?(?:所在)?的?)位置[:：]',
    '^[上下]一[篇条][:：]',
    '^主办(?:单位)?[:：].{2,30}承办(?:单位)?[:：]',
    '^首页 ?(?:>|》|»|›|→)',
    '(?:^|[^一-鿿])ICP备\\d+',
    '^.{0,4}ICP备\\d+',
    '^.{0,4}公网安备',
    '^网站标识码',
    '^(?:©|[Cc]opyright|版权所有[:：]?)',
    '^[【\\[（(]?字[体号]大?小?[:：].{0,12}$',
    '^扫一扫',
    '^(?:[【\\[](?:打印|关闭|收藏|返回|纠错|推荐|大|中|小|E-mail推荐)[^】\\]]{0,8}[】\\]] ?)+$',
    '^【E-mail推荐】?$',
    '^分享到?[:：]',
    '^[（(]?责任编辑[:：].{0,16}$',
    '^您访问的链接即将离开',
    linkList.source,
    '^(?:浏览|阅读|点击)(?:次数|量)[:：]',
    '^[.#][\\w-]+ ?\\{[^{}]*\\}$',
    '^(?:进入)?(?:无障碍(?:阅读|浏览|模式)?|长者模式|适老模式|老年模式|关怀版|适老版)$',
    '^(?:网站地图|站点地图|设为首页|加入收藏|友情链接|关于本站|关于我们|网站声明|隐私声明|返回顶部|打印本页|(?:打印本页 ?)?关闭窗口)$',
  ].join('|'),
);

/** Furniture in company. */
const likely =
  /^(?:[|｜>»›·】【）)©]{1,3}|首页|大|中|小|字体[:：]?|打印|关闭|收藏|分享|朗读|登录|注册|搜索|简体|繁[体體]|(?:简体|繁[体體])中文|EN|English|微信|微博|客户端|手机版|上一[页篇].{0,40}|下一[页篇].{0,40}|联系我们|放弃|是否继续[？?]|继续访问|(?:主办|承办|协办|技术支持)(?:单位)?[:：].{1,30}|(?:联系)?(?:电话|地址|邮编)[:：].{1,40}|.{2,20}政府(?:微信|微博)|政务(?:公开|服务)|互动交流|政民互动|信息公开|政府信息公开)$/;

const menuWord =
  /首页|登录|注册|无障碍|适老|长者|搜索|热搜|繁简|简体|繁体|English|政务公开|政务服务|政务要闻|要闻|政民互动|互动交流|信息公开|数据发布|数据开放|领导之窗|网站地图|联系我们|设为首页|加入收藏|打印|分享|当前位置|客户端|微信|微博/g;
