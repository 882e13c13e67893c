import { addClues, reportTaken, type Draft } from './furniture.ts';

/**
 * Takes off a newspaper's own marks: where a text goes on (`(上接01版)`, `（下转第三版）`), and the wire's head (`新华社北京3月5日电`,
 * `本报讯`), which names the source. A mark at the head or foot says that the text is a part: it is reported as `newspaper-mark`.
 * One in the middle says only that the pages were put together again.
 */
export function takeNewspaperMarks(draft: Draft): Draft {
  const turns: string[] = [];
  const inner: string[] = [];
  const wires: string[] = [];
  const isEdge = (index: number): boolean => index < edge || index >= draft.blocks.length - edge;
  const note = (list: string[]) => (mark: string) => {
    list.push(mark.trim());
    return '';
  };
  const blocks = draft.blocks
    .map((block, index) => {
      if (block.kind === 'table' || !mayBeMarked(block.text)) return block;
      return {
        ...block,
        text: block.text
          .replace(turn, note(isEdge(index) ? turns : inner))
          .replace(wire, note(wires))
          .trim(),
      };
    })
    .filter((block) => block.text !== '' || block.rows !== undefined);
  if (turns.length + inner.length + wires.length === 0) return draft;
  const agency = wires.some((mark) => mark.includes('新华社')) ? { source: '新华社' } : {};
  const problems = [
    ...reportTaken({ zh: '报纸版面标记', en: 'Marks of the newspaper' }, turns, 'newspaper-mark'),
    ...reportTaken({ zh: '正文中的报纸版面标记', en: 'Marks of the newspaper inside the text' }, inner),
    ...reportTaken({ zh: '电头', en: 'Datelines' }, wires),
  ];
  return { blocks, clues: addClues(draft.clues, agency), problems: [...draft.problems, ...problems] };
}

/** So many blocks at either end are head and foot. */
const edge = 6;
const mayBeMarked = (text: string): boolean =>
  text.includes('版') || text.startsWith('新华社') || text.startsWith('本报');
const turn = /[（(](?:上接|下转|紧接|转|接)[^（()）]{0,8}版[^（()）]{0,6}[)）]/g;
const wire =
  /^(?:新华社\p{Script=Han}{1,8}(?:[\d０-９]{4}年)?[\d０-９]{1,2}月[\d０-９]{1,2}日电|本报讯)(?: ?[（(][^（()）]{0,20}(?:记者|通讯员)[^（()）]{0,20}[)）])? ?/u;
