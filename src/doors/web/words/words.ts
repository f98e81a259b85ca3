/**
 * The shape of a catalogue: every word and sentence that the pages show. A language that lacks one does not compile. Codes
 * of the domain (events, statuses, classes, contradictions, marks, damage) stand in `Terms`, sentences of the pages in
 * `Texts`.
 *
 * Sentences are functions, so that a language orders its words as it needs to.
 */
import type { ArmClass } from '../../../domain/arms/classification.ts';
import type { ContradictionKind } from '../../../domain/custody/arm-state.ts';
import type { Sighting } from '../../../domain/custody/event.ts';
import type { EventType, Lane, Status } from '../../../domain/custody/life-cycle.ts';
import type { PartyKind } from '../../../domain/custody/party.ts';
import type { Damage } from '../../../domain/intake/understood.ts';
import type { MarkCondition, MarkKind, Part } from '../../../domain/marks/mark.ts';
import type { SerialDamage } from '../../../domain/reference/impossible.ts';

export type Language = 'en' | 'fr' | 'ar';

/** What clashes in an arm's record: two events with their times, as words of the language. */
export type Clash = {
  readonly event: string;
  readonly when: string;
  readonly other: string;
  readonly otherWhen: string;
};

export type ClashWords = { readonly name: string; readonly says: (clash: Clash) => string };

export type Terms = {
  readonly events: Readonly<Record<EventType, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly classes: Readonly<Record<ArmClass, string>>;
  readonly clashes: Readonly<Record<ContradictionKind, ClashWords>>;
  readonly markKinds: Readonly<Record<MarkKind, string>>;
  readonly parts: Readonly<Record<Part, string>>;
  readonly conditions: Readonly<Record<MarkCondition, string>>;
  readonly damage: Readonly<Record<Damage | SerialDamage, string>>;
  readonly lanes: Readonly<Record<Lane, string>>;
  readonly sightings: Readonly<Record<Sighting | 'not-stated', string>>;
  readonly partyKinds: Readonly<Record<PartyKind, string>>;
};

/** A time as it stands in a sentence, by the precision it is known to; the argument is already formatted. */
export type Moments = {
  readonly day: (day: string) => string;
  readonly month: (month: string) => string;
  readonly year: (year: string) => string;
  readonly unknown: string;
};

export type Texts = {
  /** BCP 47 tag for dates and numbers: Western digits everywhere, as they stand on the arms. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly ownName: string;
  /** What stands between a name and what it names. */
  readonly colon: string;
  readonly moments: Moments;
  readonly demonstration: string;
  readonly demonstrationSays: string;
  readonly product: string;
  readonly skip: string;
  readonly languageChoice: string;
  readonly start: string;
  readonly find: string;
  readonly searchHint: string;
  readonly search: string;
  readonly clear: string;
  readonly unknown: string;
  readonly nobody: string;
  readonly any: string;
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly serialHint: string;
  readonly way: Readonly<
    Record<WayName | 'title' | 'purpose' | 'noPurpose' | 'noPosting' | 'signOut', string>
  >;
  /** Names of the roles that every register begins with; a State's own roles are called as it calls them. */
  readonly roles: Readonly<Record<string, string>>;
  readonly overview: OverviewTexts;
  readonly results: ResultTexts;
  readonly arm: ArmTexts;
  readonly drawing: DrawingTexts;
  readonly refusals: RefusalTexts;
  readonly live: LiveTexts;
};

export type WayName =
  | 'today'
  | 'find'
  | 'identify'
  | 'traces'
  | 'asked'
  | 'work'
  | 'listings'
  | 'hits'
  | 'register'
  | 'reference'
  | 'files'
  | 'contacts'
  | 'agencies'
  | 'people'
  | 'emergencies'
  | 'exports'
  | 'reads'
  | 'peers'
  | 'ledger';

export type FieldName =
  | 'serial'
  | 'maker'
  | 'model'
  | 'calibre'
  | 'class'
  | 'status'
  | 'keeper'
  | 'from'
  | 'to'
  | 'after';

export type OverviewTexts = {
  readonly title: string;
  readonly lead: string;
  readonly arms: string;
  readonly entries: string;
  readonly openWork: string;
  readonly workTitle: string;
  readonly workEmpty: string;
  readonly open: string;
  readonly opened: string;
  readonly what: string;
  readonly gravity: string;
  readonly grave: Readonly<Record<'highest' | 'high' | 'low', string>>;
  readonly perhapsSame: string;
  readonly other: string;
  readonly handOvers: string;
  readonly due: string;
  readonly waits: string;
  readonly waitsForYou: string;
  readonly overdue: string;
  readonly allWork: string;
};

export type ResultTexts = {
  readonly title: string;
  readonly total: (count: string, more: boolean, one: boolean) => string;
  readonly none: string;
  readonly noneHint: string;
  readonly next: string;
  readonly first: string;
  readonly number: string;
  readonly arm: string;
  readonly last: string;
  readonly alarms: string;
  readonly tooMany: string;
};

export type ArmTexts = {
  readonly alarm: string;
  readonly doubt: string;
  readonly moreClashes: (count: string) => string;
  readonly seeEvents: string;
  readonly answersNow: string;
  readonly nobodyAnswers: string;
  readonly since: (when: string) => string;
  readonly lastSeen: string;
  readonly neverSeen: string;
  readonly seenBy: (who: string) => string;
  readonly lastLawful: string;
  readonly noLawful: string;
  readonly stillHeld: string;
  readonly until: (when: string) => string;
  readonly right: (kind: string) => string;
  readonly noRight: string;
  readonly stateNumber: string;
  readonly numberFacts: Readonly<Record<'assigned' | 'tagged' | 'marked' | 'verified', string>>;
  readonly notYet: string;
  readonly custody: string;
  readonly custodyTable: string;
  readonly event: string;
  readonly happened: string;
  readonly recorded: string;
  readonly recordedLate: string;
  readonly corrected: string;
  readonly who: string;
  readonly basis: string;
  readonly marks: string;
  readonly noMarks: string;
  readonly part: string;
  readonly kind: string;
  readonly reading: string;
  readonly condition: string;
  readonly nothingRead: string;
  readonly place: (sign: string) => string;
  readonly documents: string;
  readonly noDocuments: string;
  readonly findings: string;
  readonly firstIrregularity: string;
  readonly noIrregularity: string;
  readonly noFindings: string;
  readonly entries: string;
  readonly entry: string;
  readonly leaf: string;
  readonly waiting: string;
  readonly entriesSay: (count: string, size: string) => string;
  readonly noCheckpoint: string;
  readonly download: string;
  readonly provenance: string;
  readonly noProvenance: string;
  readonly file: string;
  readonly sheet: string;
  readonly row: string;
  readonly confidence: string;
  readonly damage: string;
  readonly noDamage: string;
  readonly year: string;
  readonly country: string;
};

export type DrawingTexts = {
  readonly inTime: string;
  readonly late: string;
  readonly clash: string;
  readonly alarms: string;
  readonly gap: string;
  readonly events: string;
  readonly says: string;
  readonly undated: (count: string) => string;
  readonly nothing: string;
};

export type RefusalTexts = {
  readonly title: string;
  readonly badField: (field: string) => string;
  readonly badDay: (field: string) => string;
  readonly other: string;
  readonly missingPage: string;
  readonly missingPageSays: string;
  readonly method: string;
  readonly methodSays: string;
  readonly fault: string;
  readonly faultSays: string;
  readonly slow: string;
  readonly tooLong: string;
  readonly tooLongSays: string;
  readonly back: string;
};

export type LiveTexts = {
  readonly title: string;
  readonly runs: string;
  readonly entries: (count: string) => string;
  readonly how: string;
};

export type Words = Texts & { readonly language: Language; readonly terms: Terms };
