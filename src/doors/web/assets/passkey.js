/**
 * What scripts add for passkeys: a form that the browser's own authenticator answers. Where the browser knows none, the form
 * stays hidden and everything else works as before.
 *
 * What could go wrong: an answer sent with the password beside it. The password goes to the question alone.
 */
const bytesOf = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
const textOf = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const withBytes = (list = []) => list.map((one) => ({ ...one, id: bytesOf(one.id) }));

/** What the authenticator made or signed, as the server takes it. */
function answerOf(credential) {
  const { id, rawId, type, authenticatorAttachment, response } = credential;
  const told = { clientDataJSON: textOf(response.clientDataJSON) };
  for (const name of ['attestationObject', 'authenticatorData', 'signature', 'userHandle'])
    if (response[name]) told[name] = textOf(response[name]);
  if (response.getTransports) told.transports = response.getTransports();
  const clientExtensionResults = credential.getClientExtensionResults();
  const attached = authenticatorAttachment ? { authenticatorAttachment } : {};
  return { id, rawId: textOf(rawId), type, ...attached, clientExtensionResults, response: told };
}

/** Lets the authenticator make a passkey, or sign with one. */
async function answer(kind, options) {
  const challenge = bytesOf(options.challenge);
  if (kind === 'ask') {
    const publicKey = { ...options, challenge, allowCredentials: withBytes(options.allowCredentials) };
    return answerOf(await navigator.credentials.get({ publicKey }));
  }
  const user = { ...options.user, id: bytesOf(options.user.id) };
  const publicKey = {
    ...options,
    challenge,
    user,
    excludeCredentials: withBytes(options.excludeCredentials),
  };
  return answerOf(await navigator.credentials.create({ publicKey }));
}

/** Asks the server, then the authenticator, then sends what it answered. */
async function send(form) {
  const { passkey: kind, ask } = form.dataset;
  const line = form.querySelector('[data-failed]');
  line.textContent = '';
  const password = form.elements.namedItem('password');
  const body = new URLSearchParams(password ? { password: password.value } : {});
  try {
    const asked = await fetch(ask, { method: 'POST', body, redirect: 'error' });
    const told = await asked.json();
    if (!asked.ok) {
      line.textContent = told.says;
      return;
    }
    form.elements.namedItem('answer').value = JSON.stringify(await answer(kind, told));
  } catch {
    // Given up by its holder, or no authenticator: both are said in one sentence.
    line.textContent = line.dataset.failed;
    return;
  }
  if (password) password.disabled = true;
  form.submit();
}

if (globalThis.PublicKeyCredential && navigator.credentials) {
  for (const shown of document.querySelectorAll('[data-passkey], [data-with-passkeys]')) shown.hidden = false;
  for (const gone of document.querySelectorAll('[data-without-passkeys]')) gone.hidden = true;
  for (const form of document.querySelectorAll('form[data-passkey]'))
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void send(form);
    });
}
