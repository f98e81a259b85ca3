/**
 * Which passwords are taken: long ones that are not among the first to be tried. There are no rules of composition and no
 * end of validity, because both make people choose worse ones (NIST SP 800-63B, 3.1.1).
 *
 * @clause J-02
 */
import { type Refusal, refusal } from '../base/refusal.ts';
import { COMMON_PASSWORDS } from './common-passwords.data.ts';

/** Named limits, in characters as people count them. */
export const PASSWORD_LENGTH_MIN = 12;
export const PASSWORD_LENGTH_MAX = 128;
/** A login this short stands in many words, so its occurrence says nothing. */
const LOGIN_TELLING_LENGTH = 4;
const DIFFERENT_MIN = 5;
/** So few letters and digits beside other signs are not what the password is made of. */
const BARE_TELLING_LENGTH = 8;

/** One spelling of what keyboards spell in several ways; applied before a password is judged, hashed or compared. */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}

/** True for what may be hashed at all: anything longer costs time and can be no password of ours. */
export function isPasswordSized(password: string): boolean {
  return password.length <= PASSWORD_LENGTH_MAX * 4 && [...password].length <= PASSWORD_LENGTH_MAX;
}

/**
 * Why a password cannot be chosen; undefined where it can.
 * @refuses password-too-short, password-too-long, password-too-common, password-holds-login
 */
export function refusePassword(password: string, login: string): Refusal | undefined {
  if (!isPasswordSized(password)) return refusal('password-too-long', { most: PASSWORD_LENGTH_MAX });
  const chosen = normalisePassword(password);
  const length = [...chosen].length;
  if (length < PASSWORD_LENGTH_MIN)
    return refusal('password-too-short', { length, least: PASSWORD_LENGTH_MIN });
  const lower = chosen.toLowerCase();
  const bare = lower.replace(/[^\p{L}\p{N}]/gu, '');
  const isBareTelling = bare.length >= BARE_TELLING_LENGTH && isGuessedFirst(bare);
  if (isGuessedFirst(lower) || isBareTelling) return refusal('password-too-common');
  const handle = login.replace(/[^a-z0-9]/g, '');
  if (handle.length >= LOGIN_TELLING_LENGTH && bare.includes(handle)) return refusal('password-holds-login');
  return undefined;
}

/** Listed, listed with a number behind it, a word said again and again, too few different signs, or a row of neighbours. */
function isGuessedFirst(text: string): boolean {
  if (COMMON_PASSWORDS.has(text) || COMMON_PASSWORDS.has(text.replace(/[\p{N}]{1,8}$/u, ''))) return true;
  if (new Set(text).size < DIFFERENT_MIN) return true;
  if (/^(.{1,8}?)\1+$/u.test(text)) return true;
  return isRow(text);
}

/** True where each sign is the next or the one before of the sign before it: 123456789012, abcdefghijkl. */
function isRow(text: string): boolean {
  const codes = [...text].map((sign) => sign.codePointAt(0)!);
  return codes
    .slice(1)
    .every((code, at) => Math.abs(code - codes[at]!) <= 1 || (codes[at] === 57 && code === 48));
}
