/** How settings are read and refused: always with what was expected and what came, and never with a secret. */
import path from 'node:path';
import { type Refusal, refusal } from '../domain/base/refusal.ts';

export type SettingRefused = Refusal<'setting_not_understood'>;
export type Environment = Readonly<Record<string, string | undefined>>;

const SHOWN_LENGTH = 80;

/** The sentence a person reads about a refused setting. */
export function formatSettingRefused({ facts }: SettingRefused): string {
  return `The setting ${facts?.setting} cannot be used: expected ${facts?.expected}; ${facts?.came} came. Change it, or remove it to use the default.`;
}

/** Refuses a setting: what was expected, and what came. */
export function refuseSetting(setting: string, expected: string, came: string): SettingRefused {
  return refusal('setting_not_understood', { setting, expected, came });
}

/** A value as it may be repeated to people. */
export function shownSetting(text: string): string {
  return text.length > SHOWN_LENGTH ? `a text of ${text.length} characters` : JSON.stringify(text);
}

/** Reads the path of a file or folder; undefined where there is none. */
export function parsePath(setting: string, text: string | undefined): string | undefined | SettingRefused {
  if (!text) return undefined;
  if (text.includes('\0')) return refuseSetting(setting, 'a path', 'a path with a zero byte');
  return path.resolve(text);
}
