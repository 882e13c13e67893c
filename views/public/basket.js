// The memo's basket: kept in this browser, filled from hits and documents. The page /memo shows it: memo.js.

const KEY = 'yinju-memo';
const FORMAT = 'yinju-memo-1';

export const emptyMemo = () => ({ format: FORMAT, title: '', style: 'zgshkx', entries: [] });

export const isMemo = (value) => value?.format === FORMAT && Array.isArray(value.entries);

// A file that someone sent may have entries of a later version, or lack what is optional.
export function tidy(memo) {
  const entries = memo.entries
    .filter((entry) => ['heading', 'own', 'quotation'].includes(entry?.kind))
    .map((entry) =>
      entry.kind === 'quotation' ? { spans: [], words: '', title: '', note: '', ...entry } : { text: '', ...entry },
    );
  return { ...emptyMemo(), ...memo, entries };
}

export function load() {
  try {
    const memo = JSON.parse(localStorage.getItem(KEY));
    return isMemo(memo) ? tidy(memo) : emptyMemo();
  } catch {
    return emptyMemo();
  }
}

// False when the browser has no room, or lets no page keep anything.
export function save(memo) {
  try {
    localStorage.setItem(KEY, JSON.stringify(memo));
    return true;
  } catch {
    return false;
  } finally {
    showState();
  }
}

export const countOf = (memo) => memo.entries.filter(({ kind }) => kind === 'quotation').length;

function showState() {
  const memo = load();
  const count = countOf(memo);
  for (const place of document.querySelectorAll('[data-basket-count]')) {
    place.textContent = count === 0 ? '' : String(count);
    place.hidden = count === 0;
  }
  const ids = new Set(memo.entries.map(({ id }) => id));
  for (const button of document.querySelectorAll('button[data-collect]')) {
    const isIn = ids.has(idOf(button.closest('[data-link]')));
    button.setAttribute('aria-pressed', String(isIn));
    button.textContent = isIn ? button.dataset.remove : button.dataset.add;
  }
}

export const idOf = (holder) => holder?.dataset.link?.split('/').at(-1);

export async function fetchPassage(id) {
  const response = await fetch(`/api/passages/${encodeURIComponent(id)}`);
  return response.ok ? response.json() : null;
}

// The reader's selection, when it lies in this holder and stands in the passage.
function selectedSpans(holder, text) {
  const selection = getSelection();
  if (selection.isCollapsed || !holder.contains(selection.anchorNode) || !holder.contains(selection.focusNode))
    return [];
  const words = selection.toString().replace(/^[¶\s]+|\s+$/g, '');
  const start = words === '' ? -1 : text.indexOf(words);
  return start < 0 ? [] : [{ start, end: start + words.length }];
}

function announce(text) {
  const announcer = document.querySelector('.announce');
  announcer.textContent = text;
  setTimeout(() => {
    if (announcer.textContent === text) announcer.textContent = '';
  }, 1800);
}

// A second press takes it out again, unless words are selected: then these are a further quotation.
export async function collect(holder) {
  const id = idOf(holder);
  const passage = await fetchPassage(id);
  if (passage === null) return;
  const spans = selectedSpans(holder, passage.text);
  const memo = load();
  const at = memo.entries.findLastIndex((entry) => entry.id === id);
  const labels = document.querySelector('.announce').dataset;
  if (at >= 0 && spans.length === 0) {
    memo.entries.splice(at, 1);
    announce(save(memo) ? labels.removed : labels.full);
    return;
  }
  const words = spans.length === 0 ? passage.text : passage.text.slice(spans[0].start, spans[0].end);
  memo.entries.push({ kind: 'quotation', id, spans, words, title: passage.title, note: '' });
  announce(save(memo) ? labels.added : labels.full);
}

for (const button of document.querySelectorAll('button[data-collect]')) {
  button.hidden = false;
  button.addEventListener('click', () => collect(button.closest('[data-link]')));
}

document.addEventListener('keydown', (event) => {
  if (event.key !== 'm' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest('input, textarea, select, [contenteditable]')) return;
  const node = getSelection().isCollapsed ? null : getSelection().anchorNode;
  const selected = (node instanceof Element ? node : node?.parentElement)?.closest('[data-link]');
  const holder = selected ?? document.querySelector('.is-current[data-link], .is-target[data-link], .target-card');
  if (holder !== null) collect(holder);
});

addEventListener('storage', showState);
addEventListener('pageshow', showState);
showState();
