/** The words of what came to a trace for authorised officials only, in every language side by side. */
import type { Language } from './words.ts';

const EN = {
  reserved: 'for authorised officials only',
  closedToYou:
    'What was told here is for authorised officials only, and you are not among those named. That it is there, and where it stands, you see; ask one of those named, or whoever received it.',
  officials: 'Authorised officials',
  officialsSay: 'Only these read what came for authorised officials only, each within what the role sees.',
  official: 'Official',
  officialHow: 'How',
  officialReceived: 'received it',
  officialNamed: (when: string) => `named ${when}`,
  officialUnnamed: 'an official whose name you may not see',
  nobodyNamed: 'Nobody received it in person yet. Whoever acknowledges the request is named by that.',
  nameOfficial: 'Name an official',
};
type OfficialWords = typeof EN;

const FR: OfficialWords = {
  reserved: 'réservé aux agents habilités',
  closedToYou:
    'Ce qui a été dit ici est réservé aux agents habilités, et vous n’êtes pas de ceux qui sont désignés. Vous voyez que cela existe et où cela en est ; adressez-vous à l’un d’eux, ou à qui l’a reçu.',
  officials: 'Agents habilités',
  officialsSay:
    'Eux seuls lisent ce qui est réservé aux agents habilités, chacun dans les limites de son rôle.',
  official: 'Agent',
  officialHow: 'Comment',
  officialReceived: 'l’a reçu',
  officialNamed: (when) => `désigné le ${when}`,
  officialUnnamed: 'un agent dont vous ne pouvez pas voir le nom',
  nobodyNamed:
    'Personne ne l’a encore reçu en personne. Qui accuse réception de la demande est désigné par là.',
  nameOfficial: 'Désigner un agent',
};

const AR: OfficialWords = {
  reserved: 'للموظفين المأذون لهم فقط',
  closedToYou:
    'ما قيل هنا للموظفين المأذون لهم فقط، ولستَ من المسمَّين. ترى أنه موجود وإلى أين وصل؛ اسأل أحد المسمَّين أو من استلمه.',
  officials: 'الموظفون المأذون لهم',
  officialsSay: 'هؤلاء وحدهم يقرؤون ما ورد للموظفين المأذون لهم فقط، كل في حدود ما يراه دوره.',
  official: 'الموظف',
  officialHow: 'كيف',
  officialReceived: 'استلمه',
  officialNamed: (when) => `سُمّي ${when}`,
  officialUnnamed: 'موظف لا يحق لك رؤية اسمه',
  nobodyNamed: 'لم يستلمه أحد بنفسه بعد. ومن يُقر باستلام الطلب يصير مسمّى بذلك.',
  nameOfficial: 'تسمية موظف',
};

export const OFFICIAL_WORDS: Readonly<Record<Language, OfficialWords>> = { en: EN, fr: FR, ar: AR };
