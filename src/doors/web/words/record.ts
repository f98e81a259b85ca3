/**
 * The words of recording: choosing an event, its form, registering, handing over, correcting, photographs and papers, and
 * what is left unfinished. A language that lacks one does not compile.
 */
import type { EventType, Lane } from '../../../domain/custody/life-cycle.ts';
import type { EventGroup } from '../record-fields.ts';
import { EVENT_SAYS_AR } from './event-says-ar.ts';
import { EVENT_SAYS_EN } from './event-says-en.ts';
import { EVENT_SAYS_FR } from './event-says-fr.ts';
import { RECORD_AR } from './record-ar.ts';
import { RECORD_EN } from './record-en.ts';
import { RECORD_FR } from './record-fr.ts';
import type { Language } from './words.ts';

/** One plain sentence on what each event states. */
export type EventSays = Readonly<Record<EventType, string>>;

export type Production =
  | 'unknown'
  | 'industrial'
  | 'craft'
  | 'privately-made'
  | 'printed'
  | 'converted'
  | 'modular';

type Say = (text: string) => string;

export type RecordTexts = {
  readonly next: Readonly<
    Record<
      | 'title'
      | 'record'
      | 'handOver'
      | 'answer'
      | 'withdraw'
      | 'correct'
      | 'reads'
      | 'print'
      | 'photograph'
      | 'waitsForYou'
      | 'waitsForOther',
      string
    >
  >;
  readonly choose: Readonly<Record<'title' | 'lead' | 'none' | 'back', string>> & { readonly clause: Say };
  readonly groups: Readonly<Record<EventGroup, string>>;
  readonly when: Readonly<
    Record<'legend' | 'day' | 'month' | 'year' | 'time' | 'unknown' | 'hint' | 'wrong' | 'missing', string>
  >;
  readonly to: Readonly<Record<Lane, string>>;
  readonly from: Readonly<Record<'keeper' | 'bearer', string>>;
  readonly party: Readonly<Record<'nameHint' | 'several' | 'verifier' | 'by' | 'legend', string>> & {
    readonly unknown: Say;
    readonly unknownOfOwn: Say;
    readonly within: Say;
  };
  readonly basis: Readonly<
    Record<'legend' | 'kind' | 'kindHint' | 'number' | 'authority' | 'kindMissing', string>
  >;
  readonly place: string;
  readonly how: string;
  readonly notSaid: string;
  readonly marks: Readonly<Record<'legend' | 'hint' | 'note' | 'more', string>> & { readonly row: Say };
  readonly describes: Readonly<
    Record<'legend' | 'hint' | 'country' | 'countryHint' | 'year' | 'production', string>
  >;
  readonly productions: Readonly<Record<Production, string>>;
  readonly part: Readonly<Record<'legend' | 'part' | 'id', string>>;
  readonly due: string;
  readonly dueHint: string;
  readonly about: string;
  readonly why: string;
  readonly mode: Readonly<Record<'legend' | 'fact' | 'factSays' | 'ask' | 'askSays', string>>;
  readonly send: string;
  readonly ask: string;
  readonly wrong: string;
  readonly wrongField: string;
  readonly refused: Readonly<Record<'title' | 'asFact' | 'asFactSays', string>>;
  readonly restored: string;
  readonly register: Readonly<
    Record<'title' | 'lead' | 'what' | 'whose' | 'send' | 'done' | 'doneSays', string>
  >;
  readonly handOver: Readonly<
    Record<'title' | 'lead' | 'meant' | 'send' | 'pending' | 'meantNone' | 'receiverMissing', string>
  >;
  readonly answer: Readonly<
    Record<
      | 'title'
      | 'giver'
      | 'receiver'
      | 'due'
      | 'confirm'
      | 'confirmSays'
      | 'refuse'
      | 'refuseSays'
      | 'withdraw'
      | 'withdrawSays'
      | 'why'
      | 'nothing',
      string
    >
  >;
  readonly correct: Readonly<
    Record<
      'title' | 'lead' | 'entry' | 'why' | 'instead' | 'nothing' | 'show' | 'send' | 'act' | 'whyMissing',
      string
    >
  >;
  readonly documents: Readonly<
    Record<
      | 'title'
      | 'add'
      | 'file'
      | 'fileHint'
      | 'kind'
      | 'photograph'
      | 'document'
      | 'called'
      | 'calledHint'
      | 'taken'
      | 'send'
      | 'original'
      | 'erased'
      | 'added'
      | 'older'
      | 'large'
      | 'missing'
      | 'show',
      string
    >
  >;
  readonly drafts: Readonly<
    Record<
      'title' | 'lead' | 'none' | 'open' | 'forget' | 'saved' | 'what' | 'keep' | 'kept' | 'notKept' | 'gone',
      string
    >
  >;
  readonly done: Readonly<
    Record<'title' | 'entry' | 'alarmTitle' | 'alarmSays' | 'toArm' | 'another' | 'receipt', string>
  >;
};

export type RecordWords = RecordTexts & { readonly says: EventSays };

export const RECORD_WORDS: Readonly<Record<Language, RecordWords>> = {
  en: { ...RECORD_EN, says: EVENT_SAYS_EN },
  fr: { ...RECORD_FR, says: EVENT_SAYS_FR },
  ar: { ...RECORD_AR, says: EVENT_SAYS_AR },
};
