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
  'trace-no-lot': () =>
    'Le numéro de cette arme ne voisine avec aucun autre connu. Interrogez pour elle seule.',
  'answer-without-arm': () =>
    'Personne n’a encore dit de quelle arme du registre il s’agit : il n’y a pas de chaîne à communiquer. Statuez sur une correspondance et retenez l’arme pour ce traçage, ajoutez une note, ou répondez qu’il n’y a aucune inscription.',
  'draft-waits': () =>
    'Un projet de réponse à cette demande attend déjà. Faites-le d’abord envoyer ou renvoyer.',
  'draft-unknown': () => 'Aucun projet de ce genre n’attend cela. Consultez les projets de la demande.',
  'second-officer-needed': () =>
    'L’agent qui a rédigé ou envoyé une réponse ne statue pas sur elle. Demandez à un second agent.',
  'report-case-unseen': () =>
    'Un rapport dit ce que contient une affaire, et votre rôle ne voit pas les paroles des affaires. Adressez-vous à qui les voit.',
  'report-gone': () =>
    'Le fichier de ce rapport n’est plus là : il a été effacé, ou ce qui est conservé n’est pas ce qui a été remis. Établissez-en un autre.',
  'report-too-large': () =>
    'Ce traçage repose sur plus d’inscriptions qu’un rapport ne peut en porter. Demandez plutôt une exportation du registre.',
  'why-missing': () => 'Dites pourquoi. La raison est conservée avec la décision.',
  'finding-stage-missing': () =>
    'Un point de détournement exige l’étape de sa vie où l’arme a quitté des mains licites. Choisissez-en une.',
  'finding-ground-missing': () =>
    'Pour dire depuis quand une arme est illicite, il faut le motif. Choisissez-en un parmi les cinq.',
  'close-exemption-missing': () => 'Dites pourquoi l’arme est dispensée de traçage. Choisissez une raison.',
  'close-finding-missing': () =>
    'Aucune autorité n’a constaté le point de détournement. Inscrivez d’abord son constat, ou choisissez une autre issue.',
  'close-failure-missing': () => 'Dites pourquoi le traçage n’a pas abouti. Choisissez une raison.',
  'official-not-named': () =>
    'Ce qui est parvenu à ce traçage est réservé aux agents habilités, et vous n’êtes pas de ceux qui sont désignés. Demandez à l’un d’eux, ou au point de contact qui l’a reçu, de vous désigner.',
  'official-self': () =>
    'Personne ne se désigne soi-même. Demandez-le à un autre agent désigné ou à votre supérieur.',
  'official-not-listed': ({ account }) =>
    `${account ?? 'Ce compte'} n’a pas été désigné pour ce traçage. Qui a reçu ce qui est parvenu le reste.`,
  'trace-rules-changed': () =>
    'Quelqu’un a modifié les règles des traçages entre-temps. Rouvrez-les, voyez ce qui vaut maintenant et refaites votre modification.',
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
  'paper-unknown': () =>
    'Il n’y a pas de telle pièce en attente d’enregistrement ni dans ce traçage. Ajoutez d’abord sa numérisation.',
  'received-later': ({ received }) =>
    `Une pièce ne peut pas être arrivée le ${received ?? ''} : ce jour n’est pas encore venu. Indiquez le jour de son arrivée.`,
  'dated-after-it-came': ({ dated, received }) =>
    `La pièce est datée du ${dated ?? ''} et arrivée le ${received ?? ''}, qui est plus tôt. Vérifiez les deux dates.`,
  'request-stands-alone': () =>
    'Une nouvelle demande ouvre son propre traçage. N’indiquez ni traçage ni demande, ou dites de quoi il s’agit.',
  'letter-known': ({ reference }) =>
    `Une demande du même expéditeur portant la référence ${reference ?? ''} est déjà enregistrée. Poursuivez son traçage, ou dites qu’il s’agit d’une autre demande.`,
  'request-missing': ({ kind }) =>
    `Ceci se dit dans une demande existante : ${kind ?? ''}. Indiquez le traçage et la demande.`,
  'goes-between-nodes': () =>
    'Cette demande passe entre des nœuds, qui en gardent l’ordre. Priez le partenaire de le dire par son nœud, et joignez la lettre aux pièces du traçage.',
  'message-unknown': () => 'Cette demande n’a pas de tel message. Choisissez parmi ceux qu’elle montre.',
  'no-embargo-breached': () =>
    'Cette demande ne repose pas sur la violation d’un embargo. Une copie ne part vers l’organe compétent que dans ce cas.',
  'embargo-copy-not-allowed': () =>
    'Les règles de votre État ne désignent aucun organe qui reçoive une copie. Elles se fixent avec les délais des traçages.',
  'limit-forbids': ({ limit }) =>
    `Ce qui est arrivé est soumis à une condition qui l’interdit : ${limit ?? ''}. Indiquez la référence de l’accord écrit de l’État demandeur.`,
  'paper-unreadable': () =>
    'Ce n’est pas un document Word, ou il est abîmé ou malveillant. Rien n’en a été gardé ; enregistrez-le à la main d’après sa numérisation.',
  'picture-elsewhere': () =>
    'Le document renvoie à une image qui n’y est pas. Elle n’a pas été cherchée ; demandez la photographie elle-même.',
  'pictures-too-many': ({ limit }) =>
    `Le document contient plus d’images qu’une demande n’en prend (${limit}). Les autres restent dans le document.`,
  'erasure-underway': ({ messages }) =>
    `${messages} messages de ce dossier sont en route entre nœuds. Attendez qu’ils arrivent ou prennent fin, puis effacez.`,
  'paper-too-large': () => 'Ce document dépasse la taille de tout formulaire rempli. Rien n’en a été gardé.',
  'paper-without-fields': () =>
    'Ce document ne contient aucun champ de nos formulaires : un autre logiciel les a perdus, ou c’est une autre pièce. Enregistrez-le à la main.',
  'paper-of-another-form': ({ form }) =>
    `Ce document est un formulaire que ce programme ne connaît pas : ${form ?? ''}. Enregistrez-le à la main, ou mettez le programme à jour.`,
};
