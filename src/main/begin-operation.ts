/** Puts together what those who run the register may ask: readiness, counters with their token, the authority. */
import { readFileSync } from 'node:fs';
import type { Office } from '../acts/office.ts';
import type { AuthorityCertificate, Operation } from '../doors/web/operation.ts';
import type { Config } from './config.ts';
import { type Metrics, makeMetrics } from './metrics.ts';
import { refuseSetting, type SettingRefused } from './setting.ts';
import { watchOffice } from './watch.ts';

const TOKEN = /^[\x21-\x7e]{20,500}$/;

export type RunningOperation = { readonly door: Operation; readonly metrics: Metrics };

/** Begins to watch and count an office that is served. */
export function makeOperation(
  office: Office,
  config: Config,
  authority: AuthorityCertificate | undefined,
): RunningOperation | SettingRefused {
  const { metricsTokenFile, backupHours, home } = config;
  const token = metricsTokenFile === undefined ? undefined : readToken(metricsTokenFile);
  if (typeof token === 'object') return token;
  const { readiness } = watchOffice(office, { home, ...(backupHours === undefined ? {} : { backupHours }) });
  const metrics = makeMetrics(office, readiness);
  const door = {
    readiness,
    metrics: metrics.read,
    ...(token === undefined ? {} : { metricsToken: token }),
    ...(authority === undefined ? {} : { authority }),
  };
  return { door, metrics };
}

function readToken(file: string): string | SettingRefused {
  try {
    const text = readFileSync(file, 'utf8').trim();
    if (TOKEN.test(text)) return text;
    return refuseSetting(
      'COUNTERMARK_METRICS_TOKEN_FILE',
      'a file with one word of at least 20 letters, digits and signs',
      `a file of ${text.length} characters that is none`,
    );
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? '';
    return refuseSetting('COUNTERMARK_METRICS_TOKEN_FILE', 'a file that can be read', `${file} (${why})`);
  }
}
