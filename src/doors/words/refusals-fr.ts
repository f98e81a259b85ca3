/** What refusals say in French, by the terms of the field. Those of files and of the home are in keeping-fr.ts. */
import type { RefusalSentences } from './refusal-shape.ts';

export const REFUSALS_FR: RefusalSentences = {
  'reading-says-nothing': ({ reading }) =>
    `Aucun caractère d’un numéro n’a été compris dans « ${reading ?? ''} ». Saisissez ce qui se lit, par exemple AB1?3, avec ? pour une place illisible.`,
  'reference-unknown': ({ table, code }) =>
    `La table ${table ?? 'de référence'} ne contient pas ${code ?? 'cette entrée'}. Cherchez-la par son nom.`,
  'reference-row-unusable': ({ code, column, needs, came }) =>
    `La ligne ${code ?? ''} ne peut pas servir : dans la colonne ${column ?? ''}, il faut ${needs ?? 'autre chose'}${came ? ` ; reçu : ${came}` : ''}. Corrigez et envoyez de nouveau.`,
  'reference-grammar-unusable': ({ code, says }) =>
    `La grammaire ${code ?? ''} ne peut pas servir${says ? ` (en anglais : ${says})` : ''}. Corrigez et envoyez de nouveau.`,
  'reference-code-missing': ({ code, column }) =>
    `La colonne ${column ?? ''} nomme ${code ?? 'un code'}, qui ne figure dans aucune table. Cherchez le bon code ou ajoutez d’abord cette entrée.`,
  'reference-code-elsewhere': ({ code }) =>
    `Une autre table emploie déjà le code ${code ?? ''}. Prenez-en un autre.`,
  'reference-code-known': ({ code }) =>
    `Une entrée ${code ?? 'de ce code'} existe déjà. Modifiez-la ou prenez un autre code.`,
  'reference-changed': ({ code }) =>
    `Quelqu’un d’autre a modifié ${code ?? 'cette entrée'} entre-temps. Regardez-la telle qu’elle est, puis décidez de nouveau.`,
  'reference-not-own': ({ code }) =>
    `L’État n’a pas de ligne propre pour ${code ?? 'cette entrée'} : il n’y a rien à retirer.`,
  'reference-still-named': ({ code, by }) =>
    `La ligne ${by ?? ''} de l’État nomme encore ${code ?? 'cette entrée'}. Modifiez-la d’abord.`,
  'reference-full': ({ most }) =>
    `L’État a autant d’entrées propres qu’il en est admis : ${most ?? 'il n’y a plus de place'}. Retirez ce qui ne sert plus.`,
  'arm-unknown': ({ arm }) =>
    `Aucune arme n’est enregistrée sous ${arm ?? 'cet identifiant'}. Cherchez-la par son numéro de série.`,
  'arm-known-already': () => 'Cette arme est déjà enregistrée. Inscrivez plutôt ce qui lui est arrivé.',
  'not-adequately-marked': ({ event }) =>
    `L’arme ne porte aucune marque unique lisible : l’événement « ${event} » ne peut pas être autorisé. Faites-la d’abord marquer, ou conservez-la comme pièce à conviction, ou faites-la détruire.`,
  'transfer-mark-missing': () =>
    'L’arme vient des stocks de l’État et ne porte pas la marque de l’État cédant : elle ne peut pas passer à un civil. Inscrivez d’abord la marque de transfert.',
  'already-ended': ({ how, when }) =>
    `La dernière inscription de l’arme est « ${how} »${when ? ` (${when})` : ''} : plus rien ne peut être autorisé pour elle. Si vous l’avez devant vous, inscrivez qu’elle a été saisie ou découverte.`,
  'arm-is-missing': ({ status }) =>
    `Statut inscrit de l’arme : « ${status} ». Inscrivez qu’elle a été retrouvée avant de faire autoriser quoi que ce soit.`,
  'held-as-evidence': ({ status }) =>
    `Statut de l’arme : « ${status} ». Elle reste en place jusqu’à la décision du tribunal ou de l’autorité. Inscrivez d’abord cette décision.`,
  'keeper-is-another': ({ since }) =>
    `Une autre personne ou unité répond maintenant de l’arme${since ? ` (depuis : ${since})` : ''}. Consultez l’arme de nouveau et adressez-vous à elle.`,
  'receiver-is-giver': () => 'Celui qui remet et celui qui reçoit sont les mêmes. Indiquez l’autre partie.',
  'receiver-missing': ({ event }) =>
    `L’événement « ${event} » demande quelqu’un qui reçoit l’arme. Indiquez qui la reçoit.`,
  'right-missing': ({ event }) =>
    `Celui qui reçoit l’arme n’a aucun titre valable : l’événement « ${event} » ne peut pas être autorisé. Inscrivez d’abord son autorisation.`,
  'hand-over-pending': () =>
    'Une passation de cette arme attend celui qui la reçoit. Faites-la d’abord confirmer, refuser ou retirer.',
  'no-hand-over-pending': () => 'Aucune passation de cette arme n’attend de réponse.',
  'not-the-receiver': () => 'Seul celui qui reçoit l’arme peut répondre à la passation.',
  'number-known-already': ({ number }) => `L’arme a déjà son numéro d’État : ${number}.`,
  'number-missing': () => 'L’arme n’a pas encore de numéro d’État. Attribuez-en un d’abord.',
  'number-not-marked': () =>
    'Le numéro d’État n’a pas encore été apposé sur l’arme : il ne peut pas être vérifié.',
  'verifier-missing': () =>
    'Indiquez qui a vérifié la marque : une seconde personne, et non celle qui l’a apposée.',
  'same-person-verifies': () =>
    'Celui qui a marqué l’arme ne peut pas vérifier la marque. Une seconde personne le fait.',
  'number-unreadable': ({ number }) =>
    `« ${number} » n’est ni un numéro d’État (comme XA-7K4Q9-2MTKP) ni l’identifiant d’une arme.`,
  'number-check-fails': ({ number, perhaps }) =>
    `Le numéro d’État « ${number} » ne concorde pas avec ses caractères de contrôle. ${perhaps ? `Est-ce ${perhaps} ?` : 'Faites-le relire.'}`,
  'entry-unknown': ({ entry }) => `L’arme n’a pas d’inscription ${entry}.`,
  'lot-range': () =>
    'La série de numéros du lot n’est pas lisible : donnez un premier et un dernier numéro, le premier ne dépassant pas le dernier.',
  'not-numbered-yet': () =>
    'L’inscription est conservée et attend sa place au grand livre. Réessayez dans un instant.',
  'receipt-entry-unknown': ({ entry }) =>
    `Il n’y a pas ici d’inscription ${entry} dont vous puissiez avoir le récépissé. Prenez-le sur la page de ce qui a été fait.`,
  'receipt-number-unreadable': ({ number }) =>
    `« ${number} » n’est pas un numéro de récépissé. Saisissez le numéro d’État de l’arme (comme XA-7K4Q9-2MTKP), la référence du traçage (comme XA-2026-1A2B3C4D) ou l’identifiant du dossier tel qu’il est imprimé.`,
  'receipt-unknown': () =>
    'Aucune inscription sous ce numéro n’a ce code de contrôle. Comparez le numéro et le code avec le récépissé ; s’ils sont bien ceux qui y figurent, ne vous fiez pas à ce récépissé.',
  'receipt-code-unreadable': ({ code }) =>
    `« ${code} » n’est pas le code de contrôle d’un récépissé (comme 7K4Q-92MT-KP3). Saisissez-le tel qu’il est imprimé.`,
  'receipt-code-fails': () =>
    'Le code ne concorde pas avec son propre caractère de contrôle : il a été mal lu ou mal saisi. Comparez-le avec le récépissé et saisissez-le de nouveau.',
  'receipt-tries': ({ seconds }) =>
    `Trop de codes donnés ne répondent à aucune inscription. Attendez ${seconds} secondes avant de réessayer.`,
  'input-unreadable': ({ field }) =>
    `${field ? `Ce qui est donné pour « ${field} » n’est pas utilisable.` : 'Ce qui est donné n’est pas utilisable.'} Corrigez-le et envoyez de nouveau.`,
  'search-empty': () =>
    'Il ne reste rien du numéro de série à chercher. Donnez au moins une lettre ou un chiffre.',
  'act-id-taken': () =>
    'Un autre acte a déjà été envoyé sous cet identifiant. Prenez un nouvel identifiant et envoyez de nouveau.',
  'too-many': ({ came, most }) =>
    `Éléments donnés à la fois : ${came} ; au plus ${most} sont acceptés. Donnez-les en plusieurs fois.`,
  'search-too-long': ({ most }) => `La recherche est trop longue : ${most} octets au plus.`,
  'search-unknown': () => 'Cette recherche n’est plus gardée. Cherchez de nouveau.',
  'search-name': ({ most }) => `Le nom d’une recherche compte de 1 à ${most} lettres.`,
  'searches-full': ({ most }) => `Vous gardez ${most} recherches, le nombre le plus élevé. Oubliez-en une.`,
  'export-too-large': ({ most }) =>
    `Plus de ${most} armes correspondent ; il n’en est pas remis davantage à la fois. Précisez la recherche.`,
  'work-not-open': () => 'Ce point n’est pas sur la liste de ce qui attend, ou il a déjà été clos.',
  'register-unknown': ({ register }) => `Il n’y a pas de registre « ${register} ».`,
  'register-kind-unknown': ({ kind }) =>
    `« ${kind} » n’est pas une nature de registre. Choisissez-en une dans la liste.`,
  'register-name': ({ register }) =>
    `« ${register} » ne peut pas être le nom d’un registre. Employez des lettres, des chiffres, des espaces, des points et des tirets, 80 au plus.`,
  'mapping-unreadable': ({ problem }) =>
    `Le fichier de correspondance des colonnes n’est pas utilisable (${problem}). Forme attendue : {"columns": {"titre": "serial", …}}.`,
  'mapping-needed': ({ doubts }) =>
    `Les colonnes ne se reconnaissent pas avec certitude (${doubts}). Indiquez pour chacune ce qu’elle contient.`,
  'sheet-empty': () => 'Le fichier n’a aucune ligne.',
  'import-not-permitted': () =>
    'Un fichier peut porter des armes de tout service ; seul un rôle qui n’est pas lié à un service en importe.',
  'upload-broken': () => 'Le fichier n’est pas arrivé entier ; rien n’en a été gardé. Envoyez-le de nouveau.',
  'upload-several': () => 'Plusieurs fichiers sont venus à la fois ; rien n’a été gardé. Envoyez-en un seul.',
  'upload-missing': () => 'Aucun fichier n’est venu. Choisissez un classeur (XLSX) ou un fichier CSV.',
  'upload-too-large': ({ most }) =>
    `Le fichier dépasse ${most} Mo, le plus pour un fichier de cette sorte ; rien n’a été gardé. Enregistrez-le en plusieurs parties, ou en CSV.`,
  'uploads-full': ({ most }) =>
    `${most} de vos fichiers attendent déjà, le nombre le plus élevé. Importez-les ou retirez-les d’abord.`,
  'upload-no-room': () =>
    'Le disque de ce registre est plein ; rien du fichier n’a été gardé. Prévenez la personne qui tient le registre.',
  'upload-memory': () =>
    'La lecture du fichier demande plus de mémoire qu’elle ne peut en avoir ; rien n’a été gardé. Enregistrez-le en CSV, ou en plusieurs parties.',
  'upload-unread': () =>
    'Le fichier n’a pas pu être lu jusqu’au bout ; rien n’a été gardé. Envoyez-le de nouveau.',
  'upload-unknown': () =>
    'Il n’y a pas ici de tel fichier. Il a peut-être été importé, ou son délai est passé.',
  'party-circle': ({ party }) =>
    `${party} se trouverait placé sous lui-même. Choisissez-en un qui n’est pas placé sous lui.`,
  'party-unknown': ({ party }) =>
    `Aucun service, aucune unité ni personne « ${party} » n’est connu ici. Écrivez le nom entier, faites d’abord l’inscription, ou donnez l’identifiant.`,
  'party-ambiguous': ({ party, count }) =>
    `${count} parties s’appellent « ${party} ». Donnez l’identifiant de la bonne.`,
  'party-no-agency': () =>
    'Ce qui est indiqué n’est ni un service ni une unité de l’État. Choisissez dans la liste des services.',
  'party-into-itself': () =>
    'Un organisme ne peut ni relever de lui-même ni être absorbé par lui-même. Indiquez-en un autre.',
  'party-is-gone': ({ party, state }) =>
    `La partie « ${party} » est ${state}. Indiquez l’organisme qui lui a succédé.`,
  'party-incomplete': ({ missing }) =>
    `Il manque à ce qui est dit de cette partie : ${missing}. Complétez et envoyez de nouveau.`,
  'id-known-already': () =>
    'Cet identifiant désigne déjà autre chose. Faites un nouvel identifiant et envoyez de nouveau.',
  'party-known-already': () =>
    'Ce service, cette unité ou cette personne est déjà inscrit. Inscrivez plutôt ce qu’il est devenu.',
  'right-incomplete': () =>
    'Un nouveau titre demande son titulaire, sa nature, son numéro, son autorité et le jour où il commence.',
  'order-missing': ({ ground }) =>
    `Le motif « ${ground} » demande la décision elle-même : autorité, numéro et date.`,
  'person-unknown': ({ person }) =>
    `Aucune donnée d’une personne ${person} n’est conservée : elle a déjà été effacée, ou n’a jamais existé.`,
  'row-unknown': ({ row }) =>
    `Aucune ligne de fichier ${row} n’est conservée : elle a déjà été effacée, ou n’a jamais existé.`,
  'person-holds-arms': ({ arms }) =>
    `La personne répond actuellement d’armes (${arms}) : ses données restent. Inscrivez d’abord à qui les armes sont allées, ou apportez une décision.`,
  'minimum-not-ended': ({ until }) =>
    `Les inscriptions des armes qu’elle a eues doivent être conservées (jusqu’au : ${until}). Seule une décision y déroge.`,
  'retention-not-ended': ({ until }) =>
    `La durée de conservation de ces données court encore (terme : ${until}). Choisissez le motif qui convient.`,
  'kept-by-order': ({ until }) => `Un tribunal a ordonné de conserver ces données (jusqu’au : ${until}).`,
  'not-permitted': ({ act }) =>
    `Votre rôle ne comprend pas ceci : ${act}. La personne qui tient le registre peut vous donner un rôle qui le comprend.`,
  'event-not-permitted': ({ event }) =>
    `Votre rôle ne comprend pas l’inscription de l’événement « ${event} ». Adressez-vous au collègue dont c’est la tâche.`,
  'field-not-permitted': ({ field }) =>
    `Votre rôle ne comprend pas cette recherche : elle révélerait ${field}. Cherchez d’après les marques de l’arme.`,
  'beyond-own-agency': () =>
    'Vous ne pouvez enregistrer que des armes de votre propre service. Indiquez une de ses unités comme unité ou comme détenteur.',
};
