/**
 * What scripts add to pages that work without any: what is typed into a form is kept while it is typed, also when the link
 * drops, a page can be printed by a button, and what a file on its way says of itself is renewed.
 *
 * What could go wrong: what was typed by one person sent under the name of another on the same machine. Each thing that waits
 * for the link bears the account it was typed under, and waits until that one is signed in again.
 */
const WAIT_MS = 1000;
const RENEW_MS = 2000;
const WAITS_MS_MAX = 7 * 24 * 3600 * 1000;
const owner = document.body.dataset.for;
const prefix = `draft ${owner} `;

/** What stands in a form now, as the server takes it. */
function bodyOf(form) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
  fields.set('draft', form.dataset.draft);
  fields.set('path', new URL(form.action).pathname);
  return fields;
}

/** Lets what was typed wait on this device; a device that keeps nothing is no reason to fail. */
function wait(id, fields) {
  try {
    localStorage.setItem(prefix + id, JSON.stringify({ at: Date.now(), fields: fields.toString() }));
  } catch {
    // Full or switched off: the server has what it was sent before.
  }
}

function waitNoMore(id) {
  try {
    localStorage.removeItem(prefix + id);
  } catch {
    // Nothing waits where nothing can be kept.
  }
}

/** Sends what was typed; true where the server has answered for it, false where there is no link or nobody is signed in. */
async function keep(id, fields, more = {}) {
  try {
    const answer = await fetch('/drafts', { method: 'POST', body: fields, redirect: 'error', ...more });
    if (answer.status === 401 || answer.status >= 500) return false;
    waitNoMore(id);
    return answer.status === 204;
  } catch {
    return false;
  }
}

/** Sends what waits on this device for this account; what has waited too long is forgotten. */
async function keepWaiting() {
  if (!owner) return;
  for (const key of Object.keys(localStorage).filter((one) => one.startsWith('draft '))) {
    const { at = 0, fields = '' } = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (Date.now() - at > WAITS_MS_MAX) localStorage.removeItem(key);
    else if (key.startsWith(prefix)) await keep(key.slice(prefix.length), new URLSearchParams(fields));
  }
}

/** Keeps a form while it is typed into. */
function watch(form) {
  const id = form.dataset.draft;
  const line = form.querySelector('[data-kept]');
  let timer;
  let touched = false;
  let sending = new AbortController();
  const say = (isKept) => {
    if (line) line.textContent = isKept ? line.dataset.kept : line.dataset.notKept;
  };
  const now = async (more) => {
    clearTimeout(timer);
    sending.abort();
    sending = new AbortController();
    const { signal } = sending;
    const fields = bodyOf(form);
    touched = false;
    const isKept = await keep(id, fields, { signal, ...more });
    if (signal.aborted) return;
    if (!isKept) wait(id, fields);
    say(isKept);
  };
  form.addEventListener('input', () => {
    touched = true;
    clearTimeout(timer);
    timer = setTimeout(now, WAIT_MS);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    sending.abort();
    touched = false;
    wait(id, bodyOf(form));
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && touched) void now({ keepalive: true });
  });
  addEventListener('online', () => void now());
}

/** Renews what a file on its way says of itself, until it is something else that it does. */
async function follow(part) {
  const says = part.querySelector('[role=status]');
  const bar = part.querySelector('progress');
  for (;;) {
    await new Promise((done) => setTimeout(done, RENEW_MS));
    const answer = await fetch(part.dataset.live, { redirect: 'error' }).catch(() => undefined);
    if (!answer) continue;
    if (!answer.ok) break;
    const told = await answer.json();
    if (told.state !== part.dataset.state) break;
    bar.value = told.share;
    if (says.textContent !== told.says) says.textContent = told.says;
  }
  location.reload();
}

for (const part of document.querySelectorAll('[data-live]')) void follow(part);
for (const form of document.querySelectorAll('form[data-draft]')) watch(form);
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
addEventListener('online', () => void keepWaiting().catch(() => {}));
void keepWaiting().catch(() => {});
