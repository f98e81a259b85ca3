/** What refusals about people, signing in, postings, keys of programs and emergency access say in French. */
import type { PeopleSentences } from './refusal-shape.ts';

export const PEOPLE_FR: PeopleSentences = {
  'signed-out': () => 'Vous n’êtes plus connecté. Connectez-vous de nouveau.',
  'sign-in-refused': () =>
    'Le nom ou le mot de passe n’est pas le bon. Réessayez, ou demandez un nouvel accès.',
  'sign-in-wait': ({ seconds }) =>
    `Il y a eu trop d’essais manqués. Attendez ${seconds} secondes, puis réessayez.`,
  'sign-in-busy': () => 'Beaucoup de personnes se connectent en ce moment. Réessayez dans quelques secondes.',
  'password-wrong': () => 'Ce n’est pas votre mot de passe actuel. Saisissez-le de nouveau.',
  'password-unchanged': () => 'Le nouveau mot de passe est l’ancien. Prenez-en un autre.',
  'password-too-long': ({ most }) =>
    `Le mot de passe est trop long : ${most} caractères au plus sont acceptés.`,
  'password-too-short': ({ length, least }) =>
    `Nombre de caractères du mot de passe : ${length} ; il en faut au moins ${least}. Plusieurs mots de suite se retiennent facilement.`,
  'password-too-common': () =>
    'Ce mot de passe est de ceux que l’on devine en premier. Prenez-en un autre, par exemple plusieurs mots de suite.',
  'password-holds-login': () =>
    'Le mot de passe contient votre nom de connexion. Prenez-en un qui ne dise rien de vous.',
  'second-factor-needed': () =>
    'Il faut aussi votre second facteur. Reconnectez-vous avec le code de votre appareil ou votre clé.',
  'second-factor-demanded': ({ role }) =>
    `Le rôle « ${role} » exige un second facteur. Mettez-en d’abord un en place ; d’ici là, rien de ce que vos rôles permettent ne vous est ouvert.`,
  'second-factor-kept': ({ role }) =>
    `Le rôle « ${role} », que vous avez, exige un second facteur : il ne peut être retiré. Pour en changer, mettez-en un autre à sa place.`,
  'second-factor-refused': () =>
    'Le code n’est pas le bon, ou son temps est passé. Saisissez celui qui s’affiche maintenant.',
  'passkey-refused': () =>
    'La clé n’a pas pu être acceptée. Réessayez avec l’appareil que vous avez enregistré.',
  'link-unusable': () =>
    'Ce lien a déjà servi, ou son temps est passé. Demandez-en un nouveau à un administrateur.',
  'login-unreadable': () =>
    'Ce nom de connexion ne peut pas être pris. Employez des lettres, des chiffres, des points et des tirets, sans espace.',
  'login-taken': ({ login }) => `Quelqu’un se connecte déjà sous le nom « ${login} ». Prenez un autre nom.`,
  'name-unreadable': () => 'Le nom de la personne n’est pas lisible. Écrivez-le comme dans ses papiers.',
  'account-unknown': () => 'Ce compte n’existe pas. Consultez la liste des personnes.',
  'account-suspended': () => 'Ce compte est suspendu. Rétablissez-le d’abord.',
  'account-not-suspended': () => 'Ce compte n’est pas suspendu : il n’y a rien à rétablir.',
  'account-needed': () => 'Seule une personne connectée peut faire cela, ni un programme ni la console.',
  'console-only': () =>
    'Seul celui qui tient cette machine peut nommer un autre opérateur. N’indiquez pas d’opérateur.',
  'posting-none': () =>
    'Vous n’avez aucune affectation valable aujourd’hui. Demandez-en une à un administrateur.',
  'posting-unknown': () =>
    'Cette affectation n’existe pas, ou elle a pris fin. Consultez la liste des affectations.',
  'role-unknown': ({ role }) => `Il n’y a pas de rôle « ${role} ». Choisissez-en un dans la liste.`,
  'role-name': ({ role }) =>
    `« ${role} » ne peut pas être le nom d’un rôle. Employez des minuscules, des chiffres et des tirets, en commençant par une lettre, 40 au plus.`,
  'act-unknown': ({ act, role }) =>
    `Le rôle « ${role} » nomme un acte qui n’existe pas : ${act}. Retirez-le, ou écrivez-le comme dans la liste des actes.`,
  'reach-unknown': ({ reach, act }) =>
    `« ${reach} » n’est pas une portée (${act}). Choisissez-en une dans la liste.`,
  'field-unknown': ({ field }) =>
    `« ${field} » n’est pas une sorte de champ. Choisissez-en une dans la liste.`,
  'event-unknown': ({ event }) =>
    `« ${event} » n’est pas un événement de la vie d’une arme. Choisissez-en un dans la liste.`,
  'last-administrator': () =>
    'Il ne resterait personne pour ouvrir des comptes et donner des affectations. Donnez d’abord une telle affectation à quelqu’un d’autre.',
  'own-rights': () => 'Personne ne modifie ses propres droits. Adressez-vous à un autre administrateur.',
  'days-reversed': ({ from, until }) =>
    `Le premier jour (${from || 'non indiqué'}) vient après le dernier (${until || 'non indiqué'}). Échangez-les.`,
  'too-many-days': ({ most }) =>
    `On montre au plus ${most} jours à la fois. Choisissez une durée plus courte.`,
  'key-unknown': () => 'Cette clé de programme n’existe pas, ou elle a pris fin.',
  'key-days': ({ daysMax }) =>
    `La clé d’un programme doit prendre fin après aujourd’hui et dans les ${daysMax} jours. Choisissez un autre jour.`,
  'key-gives-rights': ({ role }) =>
    `Le rôle « ${role} » donne des droits à d’autres, ce qu’aucun programme ne peut faire. Prenez un autre rôle pour la clé.`,
  'emergency-open': () => 'Vous avez déjà un accès d’urgence à cette arme. Poursuivez sous celui-ci.',
  'emergencies-waiting': ({ waiting, most }) =>
    `Vos accès d’urgence en attente de contrôle : ${waiting} ; maximum : ${most}. Demandez à un supérieur de les contrôler.`,
  'emergency-unknown': () => 'Cet accès d’urgence n’existe pas.',
  'emergency-reviewed': () => 'Cet accès d’urgence a déjà été contrôlé.',
  'match-no-candidate': ({ arm, reading }) =>
    `${arm} ne figure pas parmi les candidats pour « ${reading} » : rien ne peut être décidé à son sujet. Revoyez les candidats, élargissez la recherche ou dites-en davantage sur l’arme.`,
  'match-unknown': () => 'Cette décision sur une lecture n’existe pas, ou n’est pas la vôtre.',
  'match-not-same': () =>
    'Cela n’ouvre rien : la dernière décision sur cette lecture et cette arme n’est pas « la même », ou votre dernière décision n’est pas celle-ci ou ne l’est pas.',
  'match-ended': ({ days }) =>
    `Votre décision a plus de ${days} jours. Décidez à nouveau si vous devez encore voir qui détient l’arme.`,
  'match-second-needed': ({ percent }) =>
    `La machine donnait à cette arme moins de ${percent} % : vous ne pouvez pas l’ouvrir seul. Demandez à un second agent de statuer sur la même lecture.`,
  'match-opened-before': () =>
    'Cette décision a déjà ouvert l’arme. Si vous devez encore la voir, décidez à nouveau et dites pourquoi.',
  'matches-waiting': ({ waiting, most }) =>
    `Armes que vous avez ouvertes par une décision et qui attendent un contrôle : ${waiting} ; pas plus de ${most} ne le peuvent. Demandez à un superviseur de les contrôler.`,
  'export-unknown': () => 'Cette demande de fichier n’existe pas, ou elle n’est pas la vôtre.',
  'own-export': () => 'Nul ne statue sur sa propre demande. Une autre personne doit le faire.',
  'export-decided': () => 'Cette demande a déjà reçu une décision.',
  'export-waits': () => 'Personne n’a encore statué sur cette demande. Rien ne peut être retiré avant.',
  'export-not-granted': () => 'Cette demande a été refusée. Il n’y a pas de fichier.',
  'export-lapsed': () =>
    'Le délai de cette demande est écoulé. Demandez de nouveau si le fichier est encore nécessaire.',
  'export-drawn': () =>
    'Ce fichier a déjà été retiré, et n’est remis qu’une fois. Demandez de nouveau s’il est encore nécessaire.',
  'export-grown': ({ granted }) =>
    `Bien plus d’armes correspondent à présent que ce qui a été accordé (${granted}). Demandez de nouveau, pour que la décision porte sur ce qu’il y a.`,
  'export-empty': () => 'Aucune arme ne correspond : il n’y a rien à demander. Élargissez la recherche.',
  'export-field-not-permitted': ({ field }) =>
    `Votre rôle ne montre pas ${field} ; aucun fichier ne peut donc vous le montrer. Demandez d’autres champs.`,
  'exports-waiting': ({ waiting, most }) =>
    `Vos demandes de fichiers en attente de décision : ${waiting} ; maximum : ${most}. Attendez la suite donnée à l’une d’elles.`,
  'draft-too-large': ({ most }) =>
    `Ce qui a été saisi est trop long pour être gardé comme brouillon : ${most} Ko au plus.`,
  'drafts-full': ({ most }) =>
    `Vous avez déjà le maximum de brouillons (${most}). Achevez ou abandonnez-en un.`,
};
