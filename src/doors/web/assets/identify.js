/**
 * What scripts add to identification: the answer is fetched again shortly after typing stops, put in the place of the one
 * before, and told to whoever listens. What was opened or ticked stays so, and the focus stays where it is.
 *
 * What could go wrong: an answer that comes after a later one was asked. Each question ends the one before. Where none comes,
 * the form is sent as it is without any script.
 */
const QUIET_MS = 450;
const form = document.querySelector('form[data-answers]');
const told = document.querySelector('[data-told]');
const slot = document.querySelector('[data-slot]');
let timer;
let asking = new AbortController();
let isLost = false;

/** What stands in the form, without the photograph. */
function fieldsOf() {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
  return fields;
}

/** True where something was typed that there is an answer to: a number, or what is drawn. */
const asks = (fields) =>
  [...fields].some(
    ([name, value]) => /^(?:(?:more\.\d\.)?reading|model|class)$/.test(name) && value.trim() !== '',
  );

async function ask() {
  clearTimeout(timer);
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const body = fieldsOf();
  if (!asks(body)) return clear();
  slot.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(form.dataset.answers, { method: 'POST', body, signal, redirect: 'error' });
    if (!answer.ok) throw new Error(String(answer.status));
    const text = await answer.text();
    if (!signal.aborted) put(new DOMParser().parseFromString(text, 'text/html'));
  } catch {
    if (signal.aborted) return;
    isLost = true;
    told.textContent = form.dataset.failed;
    told.className = 'alarm doubt';
  }
  if (!signal.aborted) slot.removeAttribute('aria-busy');
}

function clear() {
  slot.replaceChildren();
  slot.removeAttribute('aria-busy');
  told.textContent = '';
}

function put(parts) {
  const kept = stateOf();
  const held = slot.contains(document.activeElement);
  slot.replaceChildren(...(parts.querySelector('[data-slot]')?.childNodes ?? []));
  // Whoever pressed a button of the answer stands at the new one, not nowhere.
  if (held) slot.querySelector('[tabindex="-1"]')?.focus();
  isLost = false;
  told.className = 'aloud';
  told.textContent = parts.querySelector('[data-told]')?.textContent ?? '';
  bring(kept);
  ready();
}

/** What is open and ticked in the answer. */
function stateOf() {
  const all = (selector) => [...slot.querySelectorAll(selector)];
  return {
    open: all('details[data-keep][open]').map((one) => one.dataset.keep),
    ticked: all('input[type=checkbox]:checked').map((one) => one.name),
  };
}

function bring({ open, ticked }) {
  for (const one of slot.querySelectorAll('details[data-keep]')) one.open = open.includes(one.dataset.keep);
  for (const one of slot.querySelectorAll('input[type=checkbox]')) one.checked = ticked.includes(one.name);
}

function ready() {
  for (const button of slot.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.onclick = () => print();
  }
}

form?.addEventListener('input', (event) => {
  if (event.target.type === 'file') return;
  clearTimeout(timer);
  timer = setTimeout(ask, QUIET_MS);
});
form?.addEventListener('submit', (event) => {
  const { submitter } = event;
  if (isLost || submitter?.hasAttribute('formaction')) return;
  if (!asks(fieldsOf())) return;
  event.preventDefault();
  if (submitter?.hasAttribute('data-widen')) form.elements.wide.checked = true;
  void ask();
});
ready();
