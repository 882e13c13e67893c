// Suggestions under the query box: the combobox pattern of ARIA. Without this script the box is a plain one.

const input = document.querySelector('form.search input[name="q"]');
const PAUSE = 90;

let options = [];
let active = -1;
let asking = new AbortController();
let waiting;

const words = input?.closest('.search-line').dataset ?? {};
const list = document.createElement('ul');
list.id = 'suggestions';
list.className = 'suggestions';
list.setAttribute('role', 'listbox');
list.setAttribute('aria-label', words.suggestions);
list.hidden = true;

function piece(name, text) {
  const span = document.createElement('span');
  span.className = name;
  span.textContent = text;
  return span;
}

function optionOf({ text, kind, passages }, at) {
  const option = document.createElement('li');
  option.id = `suggestion-${at}`;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  const label = piece('suggestion-text', text);
  label.lang = 'zh-CN';
  const count = piece('suggestion-count', words.passages.replace('#', passages));
  option.append(label, ...(kind === 'term' ? [] : [piece('suggestion-kind', words[kind])]), count);
  return option;
}

function close() {
  asking.abort();
  clearTimeout(waiting);
  list.hidden = true;
  active = -1;
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

function show(suggestions) {
  options = suggestions;
  active = -1;
  list.replaceChildren(...suggestions.map(optionOf));
  list.hidden = suggestions.length === 0;
  input.setAttribute('aria-expanded', String(!list.hidden));
  input.removeAttribute('aria-activedescendant');
}

function point(at) {
  list.children[active]?.setAttribute('aria-selected', 'false');
  // Before the first and behind the last is the box itself.
  active = at < -1 ? options.length - 1 : at >= options.length ? -1 : at;
  const option = list.children[active];
  option?.setAttribute('aria-selected', 'true');
  option?.scrollIntoView({ block: 'nearest' });
  if (option === undefined) input.removeAttribute('aria-activedescendant');
  else input.setAttribute('aria-activedescendant', option.id);
}

function choose(at) {
  const { text, kind, href } = options[at];
  close();
  if (kind !== 'term') location.assign(href);
  else {
    // By way of the form, so that filters stay.
    input.value = text;
    input.form.requestSubmit();
  }
}

async function ask() {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  try {
    const response = await fetch(`/api/suggest?${new URLSearchParams({ q: input.value, limit: '9' })}`, { signal });
    const { suggestions } = await response.json();
    if (!signal.aborted && document.activeElement === input) show(suggestions);
  } catch {
    // A suggestion that does not come is none: the box works without.
  }
}

// An input method shows its own list; what it composes is no query yet.
function askSoon(event) {
  clearTimeout(waiting);
  if (event.isComposing) return;
  if (input.value.trim() === '') close();
  else waiting = setTimeout(ask, PAUSE);
}

const keys = {
  ArrowDown: () => point(active + 1),
  ArrowUp: () => point(active - 1),
  Escape: close,
  Enter: () => choose(active),
};

function onKey(event) {
  if (event.isComposing || list.hidden || !Object.hasOwn(keys, event.key)) return;
  if (event.key === 'Enter' && active < 0) return;
  event.preventDefault();
  keys[event.key]();
}

// The first answer takes a moment, in which the server reads its collection: it may do so while the reader thinks.
function warmUp() {
  fetch('/api/suggest').catch(() => {});
}

if (input !== null) {
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', list.id);
  input.closest('.search-line').append(list);
  input.addEventListener('input', askSoon);
  input.addEventListener('compositionend', askSoon);
  input.addEventListener('keydown', onKey);
  input.addEventListener('blur', close);
  input.form.addEventListener('submit', close);
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role="option"]');
    if (option !== null) choose([...list.children].indexOf(option));
  });
  if (document.activeElement === input) warmUp();
  else input.addEventListener('focus', warmUp, { once: true });
}
