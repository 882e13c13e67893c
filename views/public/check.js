// The page /check: a chosen file becomes the draft's text. Word files are read by the server, which keeps nothing.

const form = document.querySelector('.check-form');
const holder = form.querySelector('.check-file');
const problem = form.querySelector('[data-problem]');

async function read(file) {
  const response = await fetch(`/api/check/text?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file,
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail);
  return answer.text;
}

holder.hidden = false;
holder.querySelector('input').addEventListener('change', async ({ target }) => {
  const [file] = target.files;
  if (file === undefined) return;
  problem.hidden = true;
  try {
    form.elements.namedItem('text').value = await read(file);
    form.requestSubmit();
  } catch (error) {
    problem.textContent = error.message;
    problem.hidden = false;
  }
});
