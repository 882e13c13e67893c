import { reportTaken, type Draft } from './furniture.ts';

/**
 * Takes page furniture off the end of a sentence that it is stuck to:
 * `…努力奋斗！扫一扫在手机打开当前页【关闭当前页面】`, `…出彩！相关解读：图解2021年报告`.
 */
export function cutStuckTails(draft: Draft): Draft {
  const taken: string[] = [];
  const blocks = draft.blocks.map((block) => {
    const at = block.kind === 'table' ? -1 : tailStart(block.text);
    if (at < 0) return block;
    taken.push(block.text.slice(at));
    return { ...block, text: block.text.slice(0, at).trimEnd() };
  });
  if (taken.length === 0) return draft;
  return {
    ...draft,
    blocks,
    problems: [
      ...draft.problems,
      ...reportTaken({ zh: '粘在句末的网页部件', en: 'Parts of the web page stuck to a sentence' }, taken),
    ],
  };
}

/** Where furniture begins behind the last sentence; −1 where there is none. Looks at the last few hundred characters only. */
function tailStart(text: string): number {
  const from = Math.max(0, text.length - reach);
  const end = text.slice(from);
  if (!hint.test(end)) return -1;
  for (const match of end.matchAll(/[。！？!?…”」）)]/g)) {
    const at = match.index + 1;
    if (at < end.length && tail.test(end.slice(at))) return from + at;
  }
  return -1;
}

const reach = 400;
const hint = /《|扫一扫|关闭|打印|分享|解读|图解|链接|阅读|报道|责任编辑|朗读|\{|来源[:：]/;
const tail =
  /^\s*(?:(?:扫一扫在?(?:手机)?打开(?:当前|本)页(?:面)?|[【[（(](?:关闭|打印|返回|收藏|分享|纠错)[^】\])）。]{0,8}[】\])）]|分享到?[:：]|[（(]?责任编辑[:：] ?[\p{Script=Han}]{2,4} ?[）)]?|朗读|[（(]《[^》]{2,10}》[\d ]{8,18}[）)]|[.#][\w-]+ ?\{[^{}]*\})\s*)*(?:(?:相关|政策|视频|图文|媒体|专家|延伸)(?:解读|图解|链接|阅读|报道|新闻|附件|文章|视频|文件)[:：][^。！？!?]*)?$/u;
