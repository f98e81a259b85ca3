/** What refusals of the home, of keys, ledger files, backups and sheets say in French. */
import type { KeepingSentences, SheetSentences } from './refusal-shape.ts';

const FROM_ELSEWHERE = 'Prenez une autre copie de la sauvegarde ; rien de celle-ci n’a été conservé.';
const SAVE_AS = 'Ouvrez-le dans un tableur, enregistrez-le en XLSX ou CSV et donnez ce fichier.';

export const KEEPING_FR: KeepingSentences = {
  'home-is-a-demonstration': ({ home }) =>
    `Le dossier ${home} est une démonstration et le reste pour toujours. Indiquez un autre dossier dans COUNTERMARK_HOME pour votre propre registre.`,
  'home-is-live': ({ home }) =>
    `Le dossier ${home} contient un vrai registre et n’est pas une démonstration. Indiquez un autre dossier dans COUNTERMARK_HOME pour la démonstration.`,
  'state-unknown': ({ state }) =>
    `« ${state} » n’est pas un État. Indiquez ses deux lettres (ISO 3166-1) dans COUNTERMARK_STATE.`,
  'not-a-demonstration': () =>
    'Ce registre n’est pas une démonstration : on ne mêle jamais d’armes inventées aux vraies.',
  home_held: ({ pid, since }) =>
    `Un autre serveur travaille dans ce dossier (processus ${pid}, depuis : ${since}). Arrêtez-le d’abord, ou prenez un autre dossier.`,
  setting_not_understood: ({ setting, expected, came }) =>
    `Le réglage ${setting} n’est pas compréhensible : attendu ${expected}, reçu ${came}.`,
  'host-needs-tls': ({ host }) =>
    `Le réglage HOST est ${host}, que d’autres machines peuvent atteindre, et ce serveur n’a pas de TLS. Laissez HOST vide et placez devant lui un serveur qui a TLS.`,
  'body-too-large': ({ bytesMax }) =>
    `L’inscription est trop grande : ${bytesMax} octets au plus. Inscrivez moins à la fois.`,
  'body-too-deep': ({ depthMax }) =>
    `L’inscription a plus de ${depthMax} niveaux. Inscrivez plus simplement.`,
  'body-not-canonical': () =>
    'L’inscription n’est pas écrite sous sa forme unique ; elle n’est pas de ce grand livre.',
  'number-not-safe': ({ number }) =>
    `Le nombre ${number} ne peut pas être conservé exactement. Écrivez-le comme un texte.`,
  'value-not-json': ({ type }) =>
    `L’inscription contient une valeur (${type}) qui ne peut pas être conservée. Donnez des textes, des nombres, des listes et des objets.`,
  'entry-malformed': ({ field }) =>
    `L’inscription n’a pas la forme voulue${field ? ` (${field})` : ''}. Elle n’est pas de ce grand livre.`,
  'text-not-well-formed': () => 'Un texte contient la moitié d’un caractère. Saisissez-le de nouveau.',
  'folder-not-empty': ({ folder }) =>
    `Le dossier ${folder} n’est pas vide. Donnez un dossier vide ou nouveau.`,
  'key-malformed': () =>
    'La clé de vérification n’est pas lisible. Forme attendue : nom+identifiant+base64, comme le grand livre donne la sienne.',
  'note-malformed': () =>
    'Le point de contrôle n’est pas lisible. Une note signée était attendue, comme le grand livre la donne.',
  'note-too-large': () =>
    'C’est trop grand pour un point de contrôle. Une note signée était attendue, comme le grand livre la donne.',
  'checkpoint-malformed': () =>
    'Le point de contrôle n’est pas lisible : origine, taille et racine étaient attendues, chacune sur sa ligne.',
  'backup-without-recipient': () =>
    'Aucune clé n’est connue pour sceller la sauvegarde. Créez-en deux avec age-keygen sur deux machines et donnez d’abord leurs adresses (age1…) à ce registre.',
  'backup-one-recipient': () =>
    'La sauvegarde n’est scellée que pour une clé : si elle se perd, la sauvegarde est perdue. Ajoutez l’adresse d’une seconde clé gardée ailleurs.',
  'recipients-too-many': ({ max }) => `Une sauvegarde est scellée pour ${max} clés au plus.`,
  'recipient-malformed': ({ recipient }) =>
    `« ${recipient} » n’est pas une adresse age. Un texte comme age1… était attendu.`,
  'backup-file-exists': ({ file }) =>
    `Le fichier ${file} existe déjà, et une sauvegarde n’en remplace jamais un. Prenez un autre nom.`,
  'not-a-backup': ({ file }) => `Le fichier ${file} n’est pas une sauvegarde : il n’est pas scellé par age.`,
  'identity-malformed': ({ line }) =>
    `La ligne ${line} du fichier de clé n’est pas une clé age. Une ligne AGE-SECRET-KEY-1… était attendue.`,
  'identity-missing': () =>
    'Le fichier de clé ne contient aucune clé. Une ligne AGE-SECRET-KEY-1… était attendue.',
  'identity-not-addressed': () =>
    'La sauvegarde n’a pas été scellée pour cette clé. Prenez l’autre clé, ou cherchez pour quelles adresses elle l’a été.',
  'backup-damaged': ({ at }) => `La sauvegarde est abîmée (${at}). ${FROM_ELSEWHERE}`,
  'backup-incomplete': ({ file }) =>
    `La sauvegarde n’est pas entière : ${file} manque ou n’est pas tel qu’écrit. ${FROM_ELSEWHERE}`,
  'backup-not-signed': ({ file }) =>
    `La sauvegarde n’est pas signée par la clé de son propre grand livre (${file}) : quelqu’un d’autre l’a faite. ${FROM_ELSEWHERE}`,
  'backup-of-another-ledger': ({ origin }) =>
    `La sauvegarde est celle du grand livre ${origin}, dont la clé n’est pas celle donnée. Vérifiez de quelle sauvegarde il s’agit.`,
  'backup-schema-unknown': () =>
    'La sauvegarde a été faite par un programme plus récent, ou par un autre. Prenez la version la plus récente.',
  'backup-tree-differs': ({ expected, found }) =>
    `Le grand livre de la sauvegarde (inscriptions : ${found}) n’est pas celui dont parle son point de contrôle (${expected}). ${FROM_ELSEWHERE}`,
  'backup-entry-differs': ({ index, entry }) =>
    `Une inscription du grand livre de la sauvegarde a été modifiée (${index === undefined ? entry : `place ${index}`}). ${FROM_ELSEWHERE}`,
  'since-not-ours': ({ origin }) =>
    `Le point de contrôle donné n’est pas du grand livre ${origin}, signé par sa clé. Omettez-le, ou donnez le bon.`,
  'home-not-empty': () =>
    'Une sauvegarde ne se restaure que dans un dossier vide, et celui-ci contient quelque chose. Indiquez un nouveau dossier dans COUNTERMARK_HOME.',
  'erasures-unreadable': ({ file, line }) =>
    `La liste des effacements ${file} n’est pas lisible à la ligne ${line}.`,
};

export const SHEETS_FR: SheetSentences = {
  'not-a-sheet': () =>
    `Un tableau (XLSX, CSV ou TSV) était attendu, mais le fichier est autre chose. ${SAVE_AS}`,
  encrypted: () =>
    'Le classeur est protégé par un mot de passe. Ouvrez-le, retirez le mot de passe, enregistrez-le et donnez-le de nouveau.',
  truncated: () =>
    `Le fichier est tronqué ou abîmé. Copiez-le de nouveau depuis son origine ; s’il reste ainsi : ${SAVE_AS}`,
  'too-large': ({ limit }) =>
    `Le fichier dépasse ce qui est accepté (au plus ${limit}). Partagez-le en plusieurs fichiers, ou enregistrez la feuille en CSV.`,
  'too-many-columns': ({ limit }) =>
    `La feuille a trop de colonnes (au plus ${limit}). Retirez celles dont on n’a pas besoin ; pour un CSV, vérifiez le séparateur.`,
  'cell-too-large': ({ limit }) =>
    `Une cellule ou une ligne est trop longue (au plus ${limit} caractères). Raccourcissez-la ; pour un CSV, cherchez un guillemet ouvert et non fermé.`,
  bomb: () =>
    'Le classeur se déplierait en bien plus que n’importe quelle feuille ; il n’a pas été ouvert. Demandez qui l’a envoyé.',
  encoding: ({ encoding }) =>
    `Le codage de texte « ${encoding} » n’est pas connu. Donnez par exemple utf-8, windows-1252 ou windows-1256, ou n’indiquez rien.`,
  'old-format': () => `Le classeur est à l’ancien format d’Excel (.xls). ${SAVE_AS}`,
  'no-sheet': ({ sheet, sheets }) =>
    sheet === undefined
      ? 'Le classeur n’a aucune feuille de cellules. Vérifiez que c’est le bon fichier.'
      : `Le fichier n’a pas de feuille « ${sheet} ». Ses feuilles : ${sheets}. Donnez l’un de ces noms.`,
};
