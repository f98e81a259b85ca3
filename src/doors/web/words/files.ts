/** The words of bringing in files, in every language side by side: one that lacks a word does not compile. */
import type { ProposalReason } from '../../../domain/intake/columns.ts';
import type { RegisterKind } from '../../../domain/intake/register-kind.ts';
import type { Field, OtherKind, QuarantineReason } from '../../../domain/intake/understood.ts';
import type { IncomingState } from '../../import/incoming.ts';
import { FILES_AR } from './files-ar.ts';
import { FILES_EN } from './files-en.ts';
import { FILES_FR } from './files-fr.ts';
import type { Language } from './words.ts';

type Plain =
  | 'title'
  | 'none'
  | 'bring'
  | 'bringSays'
  | 'register'
  | 'newRegister'
  | 'newRegisterHint'
  | 'another'
  | 'kind'
  | 'kindHint'
  | 'kindByName'
  | 'file'
  | 'fileHint'
  | 'send'
  | 'list'
  | 'waiting'
  | 'when'
  | 'by'
  | 'state'
  | 'rows'
  | 'registered'
  | 'known'
  | 'others'
  | 'quarantined'
  | 'armsMade'
  | 'lookTitle'
  | 'lookSays'
  | 'looking'
  | 'reads'
  | 'lookRows'
  | 'lookArms'
  | 'lookArmRows'
  | 'lookUnnumbered'
  | 'sheet'
  | 'headingRow'
  | 'headingRowHint'
  | 'columns'
  | 'columnsSay'
  | 'column'
  | 'heading'
  | 'meaning'
  | 'values'
  | 'howSure'
  | 'sure'
  | 'doubtful'
  | 'told'
  | 'again'
  | 'saved'
  | 'savedNone'
  | 'saveAs'
  | 'saveAsHint'
  | 'firstRows'
  | 'row'
  | 'serial'
  | 'arm'
  | 'what'
  | 'noSerial'
  | 'problems'
  | 'noProblems'
  | 'setAside'
  | 'takeBack'
  | 'runTitle'
  | 'queued'
  | 'stop'
  | 'goOn'
  | 'stopped'
  | 'broke'
  | 'noFile'
  | 'done'
  | 'result'
  | 'sum'
  | 'damage'
  | 'noDamage'
  | 'alarms'
  | 'noAlarms'
  | 'work'
  | 'quarantineTitle'
  | 'quarantineSays'
  | 'quarantineNone'
  | 'reason'
  | 'cells'
  | 'download'
  | 'back'
  | 'refusedTitle'
  | 'anotherFile';

export type FilesWords = Readonly<Record<Plain, string>> & {
  readonly states: Readonly<Record<IncomingState, string>>;
  readonly kinds: Readonly<Record<RegisterKind, string>>;
  readonly fields: Readonly<Record<Field, string>>;
  readonly reasons: Readonly<Record<QuarantineReason, string>>;
  readonly doubts: Readonly<Record<ProposalReason, string>>;
  readonly objects: Readonly<Record<OtherKind, string>>;
  readonly bringIn: (rows: string, one: boolean) => string;
  readonly before: (when: string) => string;
  readonly progress: (rows: string, share: string) => string;
  readonly pace: (rate: string, left: string) => string;
  readonly shown: (count: string) => string;
  readonly holding: (quantity: string) => string;
  readonly seconds: (seconds: string) => string;
  readonly minutes: (minutes: string) => string;
  readonly countOf: (count: string, what: string) => string;
};

export const FILES_WORDS: Readonly<Record<Language, FilesWords>> = {
  en: FILES_EN,
  fr: FILES_FR,
  ar: FILES_AR,
};
