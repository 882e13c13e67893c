// The page /memo: shows the basket, lets its author order and annotate it. Words and citations come from the server.
import { emptyMemo, fetchPassage, isMemo, load, save, tidy } from './basket.js';

const page = document.querySelector('.memo');
const form = page.querySelector('.memo-form');
const list = page.querySelector('.entries');
const announcer = document.querySelector('.announce');
const title = page.querySelector('#memo-title');
const style = page.querySelector('#memo-style');
const undo = page.querySelector('[data-do="undo"]');
const past = [];
let memo = load();

function announce(text) {
  announcer.textContent = text;
  setTimeout(() => (announcer.textContent = ''), 1800);
}

function keep() {
  if (!save(memo)) announce(page.dataset.wordsFull);
}

// Remembers the state before a change, so that it can be undone.
function change(act) {
  past.push(structuredClone(memo));
  if (past.length > 50) past.shift();
  act();
  keep();
  undo.disabled = past.length === 0;
}

const copyOf = (id) => document.querySelector(`#${id}`).content.firstElementChild.cloneNode(true);

// A field as high as its words.
function fit(area) {
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
}

function bindText(field, entry, name) {
  field.value = entry[name] ?? '';
  field.addEventListener('input', () => {
    entry[name] = field.value;
    keep();
    if (field instanceof HTMLTextAreaElement) fit(field);
  });
}

const sentencesOf = (text) =>
  [...text.matchAll(/[^。！？!?；;]+[。！？!?；;”’）)]*/gu)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));

function merge(spans) {
  const merged = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last?.end === span.start) last.end = span.end;
    else merged.push({ ...span });
  }
  return merged;
}

const covers = (spans, { start, end }) =>
  spans.length === 0 || spans.some((span) => span.start < end && start < span.end);

// Which sentences are quoted: one box each; all or none of them is the whole paragraph.
function showSentences(item, entry, text) {
  const sentences = sentencesOf(text);
  const part = item.querySelector('.entry-part');
  part.hidden = sentences.length < 2;
  const boxes = sentences.map((sentence) => {
    const box = Object.assign(document.createElement('input'), {
      type: 'checkbox',
      checked: covers(entry.spans, sentence),
    });
    const label = document.createElement('label');
    label.append(box, ` ${text.slice(sentence.start, sentence.end)}`);
    const row = document.createElement('li');
    row.append(label);
    part.querySelector('ul').append(row);
    return box;
  });
  part.addEventListener('change', () => {
    const chosen = sentences.filter((_, at) => boxes[at].checked);
    change(() => (entry.spans = chosen.length === sentences.length ? [] : merge(chosen)));
    showCitation(item, entry);
  });
}

async function showCitation(item, entry) {
  const query = new URLSearchParams({ style: style.value });
  for (const { start, end } of entry.spans) query.append('span', `${start}-${end}`);
  const response = await fetch(`/api/cite/${encodeURIComponent(entry.id)}?${query}`);
  const cited = response.ok ? await response.json() : { quotation: entry.words, citation: `《${entry.title}》` };
  item.querySelector('blockquote').textContent = cited.quotation;
  item.querySelector('.entry-citation').textContent = cited.citation;
  item.querySelector('.entry-warning').hidden = response.ok;
  entry.words = cited.quotation;
  keep();
}

function quotationItem(entry) {
  const item = copyOf('entry-quotation');
  item.querySelector('blockquote').textContent = entry.words;
  bindText(item.querySelector('textarea'), entry, 'note');
  showCitation(item, entry);
  fetchPassage(entry.id).then((passage) => passage && showSentences(item, entry, passage.text));
  return item;
}

function textItem(entry) {
  const item = copyOf(`entry-${entry.kind}`);
  bindText(item.querySelector('input, textarea'), entry, 'text');
  return item;
}

function itemOf(entry) {
  const item = entry.kind === 'quotation' ? quotationItem(entry) : textItem(entry);
  const controls = copyOf('entry-controls');
  const open = controls.querySelector('.entry-open');
  if (entry.kind === 'quotation') open.href = `/p/${entry.id}`;
  else open.remove();
  item.append(controls);
  return item;
}

function showOrder() {
  page.querySelector('.memo-empty').hidden = memo.entries.length > 0;
  for (const button of form.querySelectorAll('[data-export]')) button.disabled = memo.entries.length === 0;
  [...list.children].forEach((item, at, { length }) => {
    item.querySelector('[data-do="up"]').disabled = at === 0;
    item.querySelector('[data-do="down"]').disabled = at === length - 1;
  });
  page.querySelector('.memo-print-title').textContent = memo.title;
}

function show() {
  title.value = memo.title;
  style.value = memo.style;
  list.replaceChildren(...memo.entries.map(itemOf));
  for (const area of list.querySelectorAll('textarea')) fit(area);
  showOrder();
}

function move(from, to) {
  if (to < 0 || to >= memo.entries.length || from === to) return;
  const item = list.children[from];
  const focused = document.activeElement;
  change(() => memo.entries.splice(to, 0, ...memo.entries.splice(from, 1)));
  list.insertBefore(item, to > from ? list.children[to].nextSibling : list.children[to]);
  showOrder();
  const next = focused.disabled ? item.querySelector('[data-do="up"]:enabled, [data-do="down"]:enabled') : focused;
  if (item.contains(next)) next.focus();
  announce(page.dataset.wordsMoved);
}

function remove(at) {
  change(() => memo.entries.splice(at, 1));
  list.children[at].remove();
  showOrder();
  (list.children[Math.min(at, list.children.length - 1)]?.querySelector('[data-do="remove"]') ?? undo).focus();
  announce(page.dataset.wordsRemoved);
}

function add(kind) {
  const entry = { kind, text: '' };
  change(() => memo.entries.push(entry));
  const item = itemOf(entry);
  list.append(item);
  showOrder();
  item.querySelector('input, textarea').focus();
}

const acts = {
  up: (at) => move(at, at - 1),
  down: (at) => move(at, at + 1),
  remove,
  heading: () => add('heading'),
  own: () => add('own'),
  print: () => print(),
  undo() {
    memo = past.pop() ?? memo;
    keep();
    show();
    undo.disabled = past.length === 0;
  },
  clear() {
    change(() => (memo = { ...emptyMemo(), style: memo.style }));
    show();
    undo.focus();
    announce(page.dataset.wordsRemoved);
  },
};

const placeOf = (node) => [...list.children].indexOf(node.closest('.entry'));

form.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-do]');
  if (button !== null) acts[button.dataset.do](placeOf(button));
});

list.addEventListener('keydown', (event) => {
  if (!event.altKey || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
  event.preventDefault();
  const at = placeOf(event.target);
  move(at, at + (event.key === 'ArrowUp' ? -1 : 1));
});

// Enter in a field is no export.
form.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
});

let dragged = null;
list.addEventListener('dragstart', (event) => {
  dragged = event.target.closest('.entry');
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setDragImage(dragged, 20, 20);
  dragged.classList.add('is-dragged');
});
list.addEventListener('dragover', (event) => {
  if (dragged === null) return;
  event.preventDefault();
  const over = event.target.closest('.entry');
  for (const item of list.children) item.classList.toggle('is-over', item === over && item !== dragged);
});
list.addEventListener('drop', (event) => {
  event.preventDefault();
  const over = event.target.closest('.entry');
  if (dragged !== null && over !== null) move(placeOf(dragged), placeOf(over));
});
list.addEventListener('dragend', () => {
  for (const item of list.children) item.classList.remove('is-dragged', 'is-over');
  dragged = null;
});

title.addEventListener('input', () => {
  memo.title = title.value;
  page.querySelector('.memo-print-title').textContent = memo.title;
  keep();
});

style.addEventListener('change', () => {
  change(() => (memo.style = style.value));
  memo.entries.forEach((entry, at) => entry.kind === 'quotation' && showCitation(list.children[at], entry));
});

form.addEventListener('submit', () => (form.elements.namedItem('memo').value = JSON.stringify(memo)));

page.querySelector('input[type="file"]').addEventListener('change', async ({ target }) => {
  const [file] = target.files;
  try {
    const opened = JSON.parse(await file.text());
    if (!isMemo(opened)) throw new Error('no memo');
    change(() => (memo = tidy(opened)));
    show();
  } catch {
    announce(page.dataset.wordsBadFile);
  }
  target.value = '';
});

// Another tab collected something.
addEventListener('storage', () => {
  memo = load();
  show();
});

form.hidden = false;
show();
