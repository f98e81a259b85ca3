/** Words for what the facts of a refusal name by codes, in English. */
import { NEEDS } from '../../domain/reference/parse.ts';
import { ACT_WORDS_EN } from './acts-en.ts';
import type { FactWords } from './refusal-shape.ts';

export const FACTS_EN: FactWords = {
  acts: ACT_WORDS_EN,
  fields: {
    holder: 'the holder of an arm',
    site: 'a unit, depot or site of the State',
    case: 'a case',
    operator: 'who recorded or looked',
    security: 'hidden marks',
  },
  reaches: {
    all: 'all arms',
    own: 'arms of the own agency',
    civil: 'arms in civil hands and in trade',
    none: 'no arms',
  },
  partyStates: { active: 'active', merged: 'merged into another', disbanded: 'disbanded' },
  grounds: {
    'retention-ended': 'the time of keeping has ended',
    'court-order': 'order of a court',
    'authority-order': 'order of an authority',
    request: 'request of the person',
  },
  needs: NEEDS,
  channels: {
    node: 'node',
    letter: 'letter',
    'e-mail': 'e-mail',
    interpol: 'INTERPOL bureau',
    embassy: 'embassy',
  },
  lacks: {
    name: 'the name',
    kind: 'the kind',
    parent: 'the body it belongs to',
    into: 'the body it was merged into',
  },
};
