/** What kinds of contacts, their channels and the days of the week are called in the directory, in every language side by side. */
import type { Channel, ContactKind } from '../../../domain/contacts/contact.ts';
import type { Day } from '../../../domain/contacts/hours.ts';
import type { Language } from './words.ts';

type ContactTerms = {
  readonly kinds: Readonly<Record<ContactKind, string>>;
  readonly ways: Readonly<Record<Channel, string>>;
  readonly days: Readonly<Record<Day, string>>;
};

export const CONTACT_TERMS: Readonly<Record<Language, ContactTerms>> = {
  en: {
    kinds: {
      tracing: 'Tracing (ITI)',
      poa: 'Programme of Action',
      'firearms-protocol': 'Firearms Protocol',
      att: 'Arms Trade Treaty',
      coordination: 'Coordination body',
      interpol: 'INTERPOL bureau',
      embassy: 'Embassy',
      'un-mission': 'United Nations mission',
      'un-panel': 'United Nations panel',
      'regional-body': 'Regional body',
      other: 'Other',
    },
    ways: {
      node: 'its own node',
      letter: 'letter',
      'e-mail': 'e-mail',
      interpol: 'INTERPOL bureau',
      embassy: 'embassy',
    },
    days: { Mo: 'Mon', Tu: 'Tue', We: 'Wed', Th: 'Thu', Fr: 'Fri', Sa: 'Sat', Su: 'Sun' },
  },
  fr: {
    kinds: {
      tracing: 'Traçage (ITI)',
      poa: 'Programme d’action',
      'firearms-protocol': 'Protocole sur les armes à feu',
      att: 'Traité sur le commerce des armes',
      coordination: 'Organe de coordination',
      interpol: 'Bureau d’INTERPOL',
      embassy: 'Ambassade',
      'un-mission': 'Mission des Nations Unies',
      'un-panel': 'Groupe d’experts des Nations Unies',
      'regional-body': 'Organisme régional',
      other: 'Autre',
    },
    ways: {
      node: 'son propre nœud',
      letter: 'lettre',
      'e-mail': 'courriel',
      interpol: 'bureau d’INTERPOL',
      embassy: 'ambassade',
    },
    days: { Mo: 'lun.', Tu: 'mar.', We: 'mer.', Th: 'jeu.', Fr: 'ven.', Sa: 'sam.', Su: 'dim.' },
  },
  ar: {
    kinds: {
      tracing: 'التعقب (\u2066ITI\u2069)',
      poa: 'برنامج العمل',
      'firearms-protocol': 'بروتوكول الأسلحة النارية',
      att: 'معاهدة تجارة الأسلحة',
      coordination: 'هيئة التنسيق',
      interpol: 'مكتب الإنتربول',
      embassy: 'سفارة',
      'un-mission': 'بعثة للأمم المتحدة',
      'un-panel': 'فريق خبراء للأمم المتحدة',
      'regional-body': 'هيئة إقليمية',
      other: 'غير ذلك',
    },
    ways: {
      node: 'عقدتها',
      letter: 'الرسالة',
      'e-mail': 'البريد الإلكتروني',
      interpol: 'مكتب الإنتربول',
      embassy: 'السفارة',
    },
    days: {
      Mo: 'الاثنين',
      Tu: 'الثلاثاء',
      We: 'الأربعاء',
      Th: 'الخميس',
      Fr: 'الجمعة',
      Sa: 'السبت',
      Su: 'الأحد',
    },
  },
};
