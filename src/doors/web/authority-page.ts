/**
 * The page from which a phone takes the certificate of the local authority: the file, the fingerprint to compare, and the
 * steps, in all languages at once, for nobody is signed in on a phone that cannot trust this server yet.
 *
 * What could go wrong: somebody in between hands out his own certificate. The fingerprint must be compared with the one
 * on paper, which was read at the server; the page says so before it offers the file.
 */
import { html } from 'hono/html';
import type { AuthorityCertificate } from './operation.ts';
import { STYLE_PATH } from './page.ts';
import { code, type Html } from './text.ts';
import { LANGUAGES } from './words/languages.ts';
import type { Language } from './words/words.ts';

export const AUTHORITY_FILE_PATH = '/authority.crt';

type AuthorityWords = {
  readonly title: string;
  readonly compare: string;
  readonly take: string;
  readonly steps: readonly string[];
};

const WORDS: Readonly<Record<Language, AuthorityWords>> = {
  en: {
    title: 'Let this phone trust the register',
    compare:
      'Compare this fingerprint with the one on the sheet you were given. If one sign differs, stop and tell whoever runs the register.',
    take: 'Take the certificate',
    steps: [
      'Android: Settings, Security, Encryption and credentials, Install a certificate, CA certificate; choose the file.',
      'iPhone: Settings, Profile downloaded, Install; then General, About, Certificate Trust Settings: switch it on.',
      'Close the browser and open the register again. No warning may come any more.',
    ],
  },
  fr: {
    title: 'Faire confiance au registre depuis ce téléphone',
    compare:
      'Comparez cette empreinte avec celle de la feuille qui vous a été remise. Si un seul signe diffère, arrêtez et prévenez le responsable du registre.',
    take: 'Prendre le certificat',
    steps: [
      'Android : Paramètres, Sécurité, Chiffrement et identifiants, Installer un certificat, Certificat CA ; choisissez le fichier.',
      'iPhone : Réglages, Profil téléchargé, Installer ; puis Général, Informations, Réglages des certificats : activez-le.',
      'Fermez le navigateur et rouvrez le registre. Aucun avertissement ne doit plus paraître.',
    ],
  },
  ar: {
    title: 'اجعل هذا الهاتف يثق بالسجل',
    compare:
      'قارن هذه البصمة بالبصمة المكتوبة على الورقة التي سُلّمت إليك. إذا اختلفت علامة واحدة فتوقف وأبلغ المسؤول عن السجل.',
    take: 'خذ الشهادة',
    steps: [
      'أندرويد: الإعدادات، الأمان، التشفير وبيانات الاعتماد، تثبيت شهادة، شهادة CA، ثم اختر الملف.',
      'آيفون: الإعدادات، تم تنزيل ملف التعريف، تثبيت؛ ثم عام، حول، إعدادات الثقة بالشهادات: فعّلها.',
      'أغلق المتصفح وافتح السجل من جديد. يجب ألا يظهر أي تحذير بعد ذلك.',
    ],
  },
};

/** The page with the certificate of the local authority. */
export function authorityPage({ fingerprint }: AuthorityCertificate): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${WORDS.en.title} · Countermark</title>
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<main id="main">
<p class="lead">SHA-256: ${code(fingerprint)}</p>
${LANGUAGES.map((language) => partIn(language, WORDS[language]))}
</main>
</body>
</html>`;
}

function partIn(language: Language, { title, compare, take, steps }: AuthorityWords): Html {
  const name = language === 'en' ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`;
  return html`<section lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
${name}
<p>${compare}</p>
<p><a class="button" href="${AUTHORITY_FILE_PATH}">${take}</a></p>
<ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>
</section>`;
}
