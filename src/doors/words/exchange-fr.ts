/** What refusals of the exchange with other nodes say in French. */
import type { ExchangeSentences } from './refusal-shape.ts';

export const EXCHANGE_FR: ExchangeSentences = {
  oversize: () => 'Ce qui est arrivé est plus grand qu’un message ne peut l’être. Rien n’en a été gardé.',
  'too-deep': () =>
    'Ce qui est arrivé est imbriqué plus profondément qu’un message ne peut l’être. Rien n’en a été gardé.',
  unreadable: () => 'Ce qui est arrivé n’est pas un message d’un autre nœud. Rien n’en a été gardé.',
  'not-for-us': () =>
    'Ce qui est arrivé est destiné à un autre nœud, ou scellé pour une clé qui ne sert plus ici.',
  'version-unknown': () =>
    'Ce qui est arrivé suit une version du protocole que ce nœud ne connaît pas. Mettez le programme à jour.',
  'sender-unknown': () => 'Ce qui est arrivé est signé par une clé d’aucun nœud connu ici.',
  'sender-mismatch': () => 'Ce qui est arrivé nomme un autre expéditeur que celui dont la clé l’a signé.',
  'sender-unconfirmed': () =>
    'Ce qui est arrivé vient d’un nœud dont personne n’a comparé l’empreinte. Comparez-la par téléphone, puis cela sera pris.',
  'sender-suspended': () => 'Ce qui est arrivé vient d’un nœud suspendu.',
  'key-withdrawn': () => 'Ce qui est arrivé est signé par une clé retirée.',
  'key-ended': () => 'Ce qui est arrivé est signé par une clé remplacée depuis trop longtemps.',
  'signature-wrong': () =>
    'La signature de ce qui est arrivé est fausse : cela a été altéré, ou un autre l’a signé.',
  'receipt-of-nothing': () => 'Ce qui est arrivé est l’accusé d’aucun message que ce nœud a envoyé.',
  'out-of-place': () =>
    'Ce qui est arrivé est trop en avance sur ce qui précède. Cela sera pris quand les messages intermédiaires seront arrivés.',
  'held-full': () =>
    'Trop de messages de ce nœud attendent déjà. Cela sera pris quand les messages précédents seront arrivés.',
  'too-many-messages': () => 'Ce nœud a envoyé trop de messages aujourd’hui. Cela sera pris plus tard.',
  'not-ready': () =>
    'Ce nœud ne peut pas donner d’accusé pour l’instant ; rien n’a été pris. Vérifiez ses clés.',
  expired: () => 'Le message est arrivé après la fin de sa validité.',
  'type-unknown': () => 'L’autre nœud ne prend pas de messages de cette sorte.',
  'content-unreadable': () => 'Le contenu du message n’a pas la forme convenue.',
  'id-reused': () =>
    'Un autre message est arrivé auparavant sous le même identifiant. Seul le premier compte.',
  'place-taken': () =>
    'Un autre message est arrivé auparavant pour la même place dans le fil. Seul le premier compte.',
  'refused-here': () => 'L’autre nœud a refusé le message ; le mot qu’il en donne figure à côté.',
  'card-unreadable': () =>
    'Ce n’est pas la carte d’un nœud. Prenez le texte entier de la carte tel que l’autre partie l’a envoyé.',
  'card-own': () => 'C’est la carte de ce nœud lui-même. Prenez celle de l’autre.',
  'card-of-another-kind': () =>
    'Une démonstration et un registre réel n’échangent pas de messages. Prenez la carte d’un nœud de même nature.',
  'card-of-another': () => 'La carte envoyée est celle d’un autre nœud que l’expéditeur.',
  'card-address-unfit': ({ address }) =>
    `« ${address ?? ''} » n’est pas une adresse où déposer des messages. Donnez-en une qui commence par https://, ou laissez-la vide si seuls des fichiers sont pris.`,
  'card-key-withdrawn': ({ key }) =>
    `La carte nomme une clé retirée (${key ?? ''}). Demandez une carte plus récente et comparez son empreinte.`,
  'card-node-taken': ({ node }) =>
    `La carte nomme un nœud dont l’identifiant désigne autre chose ici (${node ?? ''}). Dites-le à qui l’a envoyée.`,
  'fingerprint-unreadable': () =>
    'Une empreinte a huit groupes de cinq chiffres. Saisissez-la comme l’autre partie la lit à haute voix.',
  'fingerprint-differs': () =>
    'L’empreinte n’est pas celle de cette carte. Faites-la relire ; si elle diffère encore, la carte n’est pas la leur : ne l’utilisez pas.',
  'fingerprint-missing': ({ peer }) =>
    `La carte de ${peer ?? ''} a déjà été comparée ; une nouvelle ne compte qu’avec son empreinte. Faites-vous-la lire.`,
  'peer-unknown': ({ peer }) =>
    `Aucun nœud n’est connu sous ${peer ?? 'cet identifiant'}. Ajoutez-le d’abord par sa carte.`,
  'peer-not-confirmed': ({ peer }) =>
    `Personne n’a encore comparé l’empreinte de ${peer ?? 'ce nœud'}. Comparez-la par téléphone avant tout envoi.`,
  'peer-suspended': ({ peer }) =>
    `${peer ?? 'Ce nœud'} est suspendu : rien ne lui est envoyé. Confirmez-le d’abord à nouveau.`,
  'peer-key-unknown': ({ key }) => `Ce nœud n’a pas de telle clé encore valable${key ? ` : ${key}` : ''}.`,
  'catching-up': () =>
    'Ce nœud a été restauré et attend ce qu’il avait dit à l’expéditeur. Ce qui est venu sera pris ensuite.',
  'peer-catching-up': ({ peer }) =>
    `Ce nœud a été restauré d’une sauvegarde, et ${peer ?? 'l’autre nœud'} ne lui a pas encore rendu ce qui a été dit depuis. Attendez, ou convenez-en avec l’autre État par téléphone et reprenez sous Autres États.`,
  'nothing-to-resume': ({ peer }) => `Rien ne manque de ce qui est passé avec ${peer ?? 'ce nœud'}.`,
  'still-giving-back': () => 'Ce qui était perdu est déjà en route. Attendez que cela soit arrivé.',
  'message-too-large': ({ bytesMax }) =>
    `Le message dépasse ${bytesMax ?? ''} octets, qui est le maximum. Envoyez moins de photographies, ou de plus petites.`,
  'exchange-key-lost': ({ key }) =>
    `La clé privée de ce nœud n’est pas là (${key ?? ''}). Rapportez-la depuis la copie en garde, ou faites de nouvelles clés et comparez la nouvelle carte avec chaque nœud.`,
};
