/** Weights in round figures and tables of a few invented makers, for the tests of identification. */
import type { Calibre, Maker, Reference } from '../reference/entry.ts';
import { type Lookup, makeLookup } from '../reference/lookup.ts';
import type { Weights } from './weights.ts';

export const WEIGHTS: Weights = {
  version: 'of tests',
  from: { estimated: '', sets: [], procedure: [], counts: {}, assumed: [] },
  channel: {
    zero: 0.02,
    zeroAgain: 0.3,
    alike: 0.002,
    alikeDigits: 0.0015,
    letter: 0.008,
    digit: 0.003,
    crossed: 0.0002,
    leadingLost: 0.007,
    zeroLost: 0.005,
    lost: 0.004,
    endLost: 0.01,
    doubled: 0.001,
    added: 0.0003,
    swappedLetters: 0.0025,
    swapped: 0.0005,
    wornAlike: 0.2,
    wornOther: 0.1,
    noneOfThese: 0.05,
  },
  features: {
    maker: { same: { m: 0.9, u: 0.2 }, related: { m: 0.02, u: 0.02 }, different: { m: 0.08, u: 0.78 } },
    model: { same: { m: 0.7, u: 0.1 }, series: { m: 0.12, u: 0.03 }, different: { m: 0.18, u: 0.87 } },
    calibre: { same: { m: 0.88, u: 0.2 }, bore: { m: 0.05, u: 0.05 }, different: { m: 0.07, u: 0.75 } },
    class: { same: { m: 0.9, u: 0.36 }, near: { m: 0.06, u: 0.22 }, different: { m: 0.04, u: 0.42 } },
    country: { same: { m: 0.92, u: 0.5 }, different: { m: 0.08, u: 0.5 } },
    year: { same: { m: 0.85, u: 0.05 }, near: { m: 0.1, u: 0.2 }, different: { m: 0.05, u: 0.75 } },
    property: { same: { m: 0.85, u: 0.4 }, different: { m: 0.15, u: 0.6 } },
    importMark: { same: { m: 0.9, u: 0.05 }, different: { m: 0.1, u: 0.95 } },
  },
  overlap: 0.8,
  registered: 0.8,
  unseenLot: 0.3,
  lotMates: 0.1,
  pairBits: 14,
  givenTwice: 0.01,
};

const maker = (code: string, name: string, licenceOf: readonly string[] = []): Maker => ({
  code,
  name,
  aliases: [],
  marks: [],
  licenceOf,
  successorOf: [],
  source: 'invented',
});

const calibre = (code: string, name: string, family: string, alsoFits: readonly string[] = []): Calibre => ({
  code,
  name,
  aliases: [],
  kind: 'rifle',
  family,
  alsoFits,
  looksLike: [],
  source: 'invented',
});

const MAKERS = [
  maker('northgate', 'Northgate'),
  maker('rivermouth', 'Rivermouth', ['northgate']),
  maker('hillside', 'Hillside'),
];
const CALIBRES = [
  calibre('308-win', '.308 Winchester', '7.62', ['762x51']),
  calibre('762x51', '7.62x51 NATO', '7.62', ['308-win']),
  calibre('762x39', '7.62x39', '7.62'),
  calibre('9x19', '9x19 Luger', '9'),
];

const REFERENCE: Reference = {
  makers: new Map(MAKERS.map((one) => [one.code, one])),
  calibres: new Map(CALIBRES.map((one) => [one.code, one])),
  models: new Map(),
  grammars: [],
  practices: new Map(),
};

/** Tables of three makers, of which one builds under licence of another, and four calibres. */
export const LOOKUP: Lookup = makeLookup(REFERENCE);
