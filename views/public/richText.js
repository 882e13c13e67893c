// Text for the clipboard in two forms, so that Word keeps a footnote as a footnote and a plain field gets plain text.

const escape = (text) =>
  text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark]);

// Word turns these marks of its own into a real footnote; other programs show a small number and the note below.
export function withFootnote(words, note) {
  const html = `<p>${escape(words)}<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a></p>
<div style="mso-element:footnote-list"><div style="mso-element:footnote" id="ftn1"><p><a style="mso-footnote-id:ftn1" href="#_ftnref1" name="_ftn1"><sup>[1]</sup></a> ${escape(note)}</p></div></div>`;
  return { text: `${words}[1]\n\n[1] ${note}`, html };
}

export const asParagraphs = (text) => ({
  text,
  html: text
    .split('\n')
    .map((line) => `<p>${escape(line)}</p>`)
    .join(''),
});

// The event works on a plain http address of an intranet too, where there is no clipboard object.
export function writeClipboard({ text, html }) {
  const put = (event) => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
  };
  document.addEventListener('copy', put, { once: true });
  const isCopied = document.execCommand('copy');
  document.removeEventListener('copy', put);
  if (!isCopied) throw new Error('the browser does not let this page copy');
}
