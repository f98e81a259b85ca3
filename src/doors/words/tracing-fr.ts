/** What refusals about traces and requests between States say in French. */
import type { TracingSentences } from './refusal-shape.ts';

export const TRACING_FR: TracingSentences = {
  'trace-unknown': () =>
    'Ce traçage n’existe pas, ou vous ne pouvez pas le voir. Cherchez-le au bureau du traçage.',
  'trace-open-already': () => 'Le traçage de cette arme est déjà ouvert. Poursuivez celui-ci.',
  'trace-closed': () => 'Ce traçage est clos. Rouvrez-le d’abord, en disant pourquoi.',
  'trace-erased': () =>
    'L’objet de ce traçage a été effacé sur ordre ; ses inscriptions demeurent. Aucune demande ne peut en être tirée.',
  'arm-not-recovered': ({ arm }) =>
    `Rien n’indique que l’arme ${arm ?? ''} a été saisie, découverte, remise ou récupérée en opérations. Inscrivez-le d’abord, avec le jour et le lieu, puis ouvrez son traçage.`,
  'trace-match-not-same': () =>
    'Un traçage repose sur une décision « la même », et celle-ci n’en est pas une que vous puissiez voir. Statuez d’abord sur la lecture.',
  'question-unknown': () =>
    'Cette question n’a pas été posée à votre service. Consultez la liste de celles qui l’ont été.',
  'question-answered': () => 'Cette question a déjà reçu une réponse ; elle figure dans le traçage.',
  'request-unknown': () => 'Ce traçage n’a pas cette demande. Choisissez l’une de celles qu’il montre.',
  'request-known': () => 'Cette demande est déjà arrivée. Elle n’a pas été prise une seconde fois.',
  'request-acknowledged': () =>
    'L’accusé de réception de cette demande a déjà été donné. Passez à la réponse.',
  'request-incomplete': ({ missing }) =>
    `La demande de traçage ne peut pas encore partir. Indiquez, ou dites que c’est inconnu : ${missing ?? 'ce qui manque'}.`,
  'answer-incomplete': ({ fault }) =>
    `La réponse n’est pas complète. Il y faut : ${fault ?? 'un complément'}.`,
  'answer-without-arm': () =>
    'Personne n’a encore dit de quelle arme du registre il s’agit : il n’y a pas de chaîne à communiquer. Statuez sur une correspondance et retenez l’arme pour ce traçage, ajoutez une note, ou répondez qu’il n’y a aucune inscription.',
  'draft-waits': () =>
    'Un projet de réponse à cette demande attend déjà. Faites-le d’abord envoyer ou renvoyer.',
  'draft-unknown': () => 'Aucun projet de ce genre n’attend cela. Consultez les projets de la demande.',
  'second-officer-needed': () =>
    'L’agent qui a rédigé ou envoyé une réponse ne statue pas sur elle. Demandez à un second agent.',
  'why-missing': () => 'Dites pourquoi. La raison est conservée avec la décision.',
  'finding-stage-missing': () =>
    'Un point de détournement exige l’étape de sa vie où l’arme a quitté des mains licites. Choisissez-en une.',
  'finding-ground-missing': () =>
    'Pour dire depuis quand une arme est illicite, il faut le motif. Choisissez-en un parmi les cinq.',
  'close-exemption-missing': () => 'Dites pourquoi l’arme est dispensée de traçage. Choisissez une raison.',
  'close-finding-missing': () =>
    'Aucune autorité n’a constaté le point de détournement. Inscrivez d’abord son constat, ou choisissez une autre issue.',
  'close-failure-missing': () => 'Dites pourquoi le traçage n’a pas abouti. Choisissez une raison.',
  'not-ours-to-say': ({ kind }) =>
    `Ce n’est pas à cette partie de le dire : ${kind ?? 'cela'}. Seule l’autre partie le fait.`,
  'not-theirs-to-say': ({ kind }) =>
    `Ce n’est pas à l’autre partie de le dire : ${kind ?? 'cela'}. Rien n’en a été conservé.`,
  'out-of-place': ({ seq, last }) =>
    `Le message ${seq ?? ''} est arrivé alors que le message ${last ?? ''} du même expéditeur était déjà pris : il vient deux fois ou trop tard. Rien n’en a été conservé.`,
  'photograph-damaged': () =>
    'Une photographie n’est pas celle qui était annoncée, ou n’est pas un JPEG. Redemandez-la à l’expéditeur ; rien n’a été conservé.',
  'content-unreadable': () =>
    'Ce qui est arrivé n’a pas la forme d’un message de cette sorte. Rien n’en a été conservé ; adressez-vous à l’expéditeur.',
  'thread-unknown': () =>
    'Ce message ne relève d’aucune demande de son expéditeur. Rien n’en a été conservé.',
};
