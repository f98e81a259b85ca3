/**
 * Passkeys on pages: the script that asks the browser's authenticator, and the forms it answers. They stand hidden until the
 * script finds that the browser can; under a bare address no browser does, so nothing is offered there.
 */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { html } from 'hono/html';
import type { Html } from './text.ts';

export const PASSKEY_SCRIPT = readFileSync(new URL('assets/passkey.js', import.meta.url), 'utf8');
export const PASSKEY_PATH = `/assets/passkey.${hash('sha256', PASSKEY_SCRIPT, 'hex').slice(0, 12)}.js`;

/** True where browsers offer passkeys for a server of this name. */
export function knowsPasskeys(rpId: string): boolean {
  return isIP(rpId.replace(/^\[|\]$/g, '')) === 0;
}

/** The script, for a page that has a form for it. */
export function passkeyScript(): Html {
  return html`<script type="module" src="${PASSKEY_PATH}"></script>`;
}

export type PasskeyForm = {
  /** Whether one is made, or asked to sign. */
  readonly kind: 'make' | 'ask';
  /** Where the question comes from, and where the answer goes to. */
  readonly ask: string;
  readonly action: string;
  readonly button: string;
  /** What is said where the authenticator gave nothing. */
  readonly failed: string;
};

/** A form that the browser's authenticator answers. */
export function passkeyForm(wish: PasskeyForm, fields: Html | string): Html {
  return html`<form method="post" action="${wish.action}" class="card" data-passkey="${wish.kind}" data-ask="${wish.ask}" hidden>${fields}<input type="hidden" name="answer" value=""><p role="alert" class="wrong" data-failed="${wish.failed}"></p><p class="do"><button>${wish.button}</button></p></form>`;
}

/** What a browser sent as the answer of an authenticator; undefined where it is no such thing. */
export function readPasskeyAnswer(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
