// Comfort on top of pages that work without any script: keys, copying, and the paragraph in view.

import { asParagraphs, withFootnote, writeClipboard } from './richText.js';

const announcer = document.querySelector('.announce');
let silence;

function announce(text) {
  announcer.textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => (announcer.textContent = ''), 1800);
}

// `footnote`: the words with the citation as a footnote; `link`: the paragraph's address; else the quotation.
function formsOf({ quotation, words, link }, what) {
  if (what === 'link') return asParagraphs(new URL(link, location.href).href);
  return what === 'footnote' ? withFootnote(words, quotation) : asParagraphs(quotation);
}

function copy(holder, what) {
  try {
    writeClipboard(formsOf(holder.dataset, what));
    announce(announcer.dataset.copied);
  } catch {
    // The quotation stands on the page and can be selected by hand.
  }
}

for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', () => copy(button.closest('[data-quotation]'), button.dataset.copy));
}

// What j and k walk through: hits on a page of results; in a document its marked passages, else its paragraphs.
function stops() {
  const hits = document.querySelectorAll('.hit');
  if (hits.length > 0) return [...hits];
  const marked = [...document.querySelectorAll('.text .passage')].filter((passage) => passage.querySelector('mark'));
  return marked.length > 0 ? marked : [...document.querySelectorAll('.text .passage')];
}

let current = document.querySelector('.text .is-target');

function move(by) {
  const all = stops();
  const at = all.indexOf(current);
  const next = all[at < 0 && by < 0 ? all.length - 1 : at + by];
  if (next === undefined) return;
  current?.classList.remove('is-current');
  current = next;
  current.classList.add('is-current');
  if (!current.hasAttribute('tabindex')) current.tabIndex = -1;
  current.focus({ preventScroll: true });
  current.scrollIntoView({ block: 'center' });
}

const keys = {
  '/': () => document.querySelector('#q')?.select(),
  j: () => move(1),
  k: () => move(-1),
  o: () => current?.querySelector('.hit-open')?.click(),
  c: () => current && copy(current, 'quotation'),
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest('input, textarea, select, [contenteditable]')) return;
  const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
  if (act === undefined) return;
  // `c` leaves a selection of the reader's own alone.
  event.preventDefault();
  act();
});
