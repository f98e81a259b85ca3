/** The addresses of identification: what is left of marks, candidates side by side, codes of a photograph. */
import type { Visit } from './routes.ts';

const at = (path: string) => (): string => path;
const SEEN = {
  reading: 'QZ?4',
  part: 'frame',
  'more.1.reading': '17942',
  'more.1.part': 'slide',
  maker: 'Tarvos',
  class: 'pistol',
  year: '1998',
  property: 'Police',
  wide: 'yes',
};

export const IDENTIFY_ROUTES: Readonly<Record<string, Visit>> = {
  'GET /identify': { who: ['identify-arm'], path: at('/identify') },
  'POST /identify': { who: ['identify-arm'], path: at('/identify'), fields: SEEN },
  'POST /identify/answer': { who: ['identify-arm'], path: at('/identify/answer'), fields: SEEN },
  'POST /identify/compare': {
    who: ['identify-arm'],
    path: at('/identify/compare'),
    fields: { ...SEEN, 'with.1': '1' },
  },
  'POST /identify/code': { who: ['read-code'], path: at('/identify/code'), fields: SEEN, files: true },
};
