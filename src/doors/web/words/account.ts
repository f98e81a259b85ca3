/** The words of one's own account, in every language side by side: one that lacks a word does not compile. */
import type { Language } from './words.ts';

type Plain =
  | 'title'
  | 'name'
  | 'purposeTitle'
  | 'purposeSays'
  | 'purpose'
  | 'purposeHint'
  | 'purposeShort'
  | 'duty'
  | 'goOn'
  | 'keep'
  | 'postings'
  | 'postingsSay'
  | 'noPosting'
  | 'now'
  | 'workUnder'
  | 'security'
  | 'hasFactor'
  | 'noFactor'
  | 'changePassword'
  | 'setFactor'
  | 'currentPassword'
  | 'newPassword'
  | 'passwordHint'
  | 'mustChange'
  | 'factorSays'
  | 'scan'
  | 'qr'
  | 'orType'
  | 'firstCode'
  | 'confirm'
  | 'factorSet'
  | 'factorSetSays'
  | 'codesSay'
  | 'addPasskey'
  | 'passkeySays'
  | 'noPasskeys'
  | 'passkeyFailed'
  | 'newCodes'
  | 'newCodesSay'
  | 'removeFactor'
  | 'removeFactorSays';

export const ACCOUNT_WORDS: Readonly<Record<Language, Readonly<Record<Plain, string>>>> = {
  en: {
    title: 'Your account',
    name: 'Name',
    purposeTitle: 'What are you working on?',
    purposeSays:
      'Every look at an arm or a holder is recorded with its purpose. State it once; change it when you turn to another case.',
    purpose: 'Case number or purpose',
    purposeHint: 'A case number where there is one.',
    purposeShort: 'Say in at least three characters what you are working on.',
    duty: 'Daily duty',
    goOn: 'Go on',
    keep: 'Keep',
    postings: 'Your postings',
    postingsSay: 'You work under one at a time; each has rights of its own.',
    noPosting: 'You have no posting, so nothing is open to you. Ask whoever runs the register for one.',
    now: 'now',
    workUnder: 'Work under',
    security: 'Signing in',
    hasFactor: 'You signed in with a second factor.',
    noFactor: 'You sign in with a password alone. A second factor keeps out whoever learns it.',
    changePassword: 'Change the password',
    setFactor: 'Set up a second factor',
    currentPassword: 'Your password now',
    newPassword: 'New password',
    passwordHint: 'At least 12 characters. A sentence is easier to remember than signs.',
    mustChange: 'Set a password of your own before you go on.',
    factorSays:
      'You need an authenticator on a phone or another device; it works without a network. Give your password first.',
    scan: 'Take this picture into your authenticator, then type the code it shows.',
    qr: 'Code for the authenticator',
    orType: 'Or type this secret:',
    firstCode: 'Code shown now',
    confirm: 'Confirm',
    factorSet: 'The second factor is set',
    factorSetSays: 'From now on you are asked for it when you sign in.',
    codesSay:
      'Write these codes on paper and keep them apart. Each opens the door once when the device is lost. They are not shown again.',
    addPasskey: 'Add a passkey',
    passkeySays:
      'A passkey is a key in this device, or one that you plug in. It signs in place of a code, and no false page can ask for it.',
    noPasskeys:
      'This browser, or the address of this register, has no passkeys. Set up an authenticator in the place of one.',
    passkeyFailed: 'The passkey gave no answer. Try again, or use another way.',
    newCodes: 'New codes for paper',
    newCodesSay: 'New codes take the place of those you have; the old ones open nothing any more.',
    removeFactor: 'Remove the second factor',
    removeFactorSays:
      'Authenticator, passkeys and codes are removed, and you are signed out everywhere else. From then on your password alone lets in whoever learns it.',
  },
  fr: {
    title: 'Votre compte',
    name: 'Nom',
    purposeTitle: 'Sur quoi travaillez-vous ?',
    purposeSays:
      'Toute consultation d’une arme ou d’un détenteur est consignée avec son objet. Indiquez-le une fois ; changez-le quand vous passez à une autre affaire.',
    purpose: 'Numéro d’affaire ou objet',
    purposeHint: 'Un numéro d’affaire s’il y en a un.',
    purposeShort: 'Dites en trois caractères au moins sur quoi vous travaillez.',
    duty: 'Service courant',
    goOn: 'Continuer',
    keep: 'Conserver',
    postings: 'Vos affectations',
    postingsSay: 'Vous travaillez sous une seule à la fois ; chacune a ses propres droits.',
    noPosting:
      'Vous n’avez aucune affectation : rien ne vous est ouvert. Demandez-en une à qui gère le registre.',
    now: 'en cours',
    workUnder: 'Travailler comme',
    security: 'Connexion',
    hasFactor: 'Vous vous êtes connecté avec un second facteur.',
    noFactor: 'Vous vous connectez avec un simple mot de passe. Un second facteur arrête qui l’apprendrait.',
    changePassword: 'Changer le mot de passe',
    setFactor: 'Mettre en place un second facteur',
    currentPassword: 'Votre mot de passe actuel',
    newPassword: 'Nouveau mot de passe',
    passwordHint: 'Au moins 12 caractères. Une phrase se retient mieux que des signes.',
    mustChange: 'Fixez un mot de passe à vous avant de continuer.',
    factorSays:
      'Il faut une application d’authentification sur un téléphone ou un autre appareil ; elle marche sans réseau. Donnez d’abord votre mot de passe.',
    scan: 'Prenez cette image dans votre application, puis tapez le code qu’elle montre.',
    qr: 'Code pour l’application d’authentification',
    orType: 'Ou tapez ce secret :',
    firstCode: 'Code affiché maintenant',
    confirm: 'Confirmer',
    factorSet: 'Le second facteur est en place',
    factorSetSays: 'Il vous sera désormais demandé à la connexion.',
    codesSay:
      'Recopiez ces codes sur papier et gardez-les à part. Chacun ouvre la porte une fois si l’appareil est perdu. Ils ne seront plus montrés.',
    addPasskey: 'Ajouter une clé d’accès',
    passkeySays:
      'Une clé d’accès se trouve dans cet appareil ou se branche. Elle signe à la place d’un code, et aucune fausse page ne peut la demander.',
    noPasskeys:
      'Ce navigateur, ou l’adresse de ce registre, ne connaît pas les clés d’accès. Mettez en place une application d’authentification.',
    passkeyFailed: 'La clé d’accès n’a pas répondu. Réessayez, ou employez un autre moyen.',
    newCodes: 'Nouveaux codes sur papier',
    newCodesSay: 'De nouveaux codes remplacent ceux que vous avez ; les anciens n’ouvrent plus rien.',
    removeFactor: 'Retirer le second facteur',
    removeFactorSays:
      'L’application, les clés d’accès et les codes sont retirés, et vous êtes déconnecté partout ailleurs. Dès lors, votre mot de passe seul laisse entrer qui l’apprendrait.',
  },
  ar: {
    title: 'حسابك',
    name: 'الاسم',
    purposeTitle: 'على ماذا تعمل؟',
    purposeSays: 'كل اطلاع على سلاح أو حائز يُسجَّل مع غرضه. اذكره مرة، وغيّره عندما تنتقل إلى قضية أخرى.',
    purpose: 'رقم القضية أو الغرض',
    purposeHint: 'رقم القضية إن وُجد.',
    purposeShort: 'اذكر بثلاثة أحرف على الأقل ما تعمل عليه.',
    duty: 'الخدمة اليومية',
    goOn: 'متابعة',
    keep: 'حفظ',
    postings: 'تعييناتك',
    postingsSay: 'تعمل تحت تعيين واحد في كل مرة، ولكل تعيين حقوقه.',
    noPosting: 'ليس لك تعيين، فلا شيء متاح لك. اطلبه ممن يدير السجل.',
    now: 'الحالي',
    workUnder: 'العمل بصفة',
    security: 'الدخول',
    hasFactor: 'دخلت بعامل ثانٍ.',
    noFactor: 'تدخل بكلمة سر فقط. العامل الثاني يمنع من يعرفها.',
    changePassword: 'تغيير كلمة السر',
    setFactor: 'إعداد عامل ثانٍ',
    currentPassword: 'كلمة سرك الحالية',
    newPassword: 'كلمة سر جديدة',
    passwordHint: '12 حرفًا على الأقل. الجملة أسهل حفظًا من الرموز.',
    mustChange: 'ثبّت كلمة سر خاصة بك قبل المتابعة.',
    factorSays: 'يلزمك تطبيق تحقق على هاتف أو جهاز آخر، وهو يعمل بلا شبكة. أدخل كلمة سرك أولًا.',
    scan: 'التقط هذه الصورة في تطبيق التحقق ثم اكتب الرمز الذي يظهر.',
    qr: 'رمز لتطبيق التحقق',
    orType: 'أو اكتب هذا السر:',
    firstCode: 'الرمز الظاهر الآن',
    confirm: 'تأكيد',
    factorSet: 'تم إعداد العامل الثاني',
    factorSetSays: 'سيُطلب منك من الآن فصاعدًا عند الدخول.',
    codesSay:
      'اكتب هذه الرموز على ورق واحفظها في مكان منفصل. كل منها يفتح مرة واحدة إذا فُقد الجهاز. لن تُعرض ثانية.',
    addPasskey: 'إضافة مفتاح مرور',
    passkeySays:
      'مفتاح المرور موجود في هذا الجهاز أو يوصل به. يوقّع بدل الرمز، ولا تستطيع صفحة زائفة أن تطلبه.',
    noPasskeys: 'هذا المتصفح أو عنوان هذا السجل لا يعرف مفاتيح المرور. أعدّ تطبيق تحقق بدلًا منها.',
    passkeyFailed: 'لم يُجب مفتاح المرور. حاول من جديد أو استعمل طريقة أخرى.',
    newCodes: 'رموز جديدة على ورق',
    newCodesSay: 'تحل رموز جديدة محل ما لديك، ولا تفتح القديمة شيئًا بعد ذلك.',
    removeFactor: 'إزالة العامل الثاني',
    removeFactorSays:
      'يُزال تطبيق التحقق ومفاتيح المرور والرموز، وتُخرَج من كل مكان آخر. ومن ذلك الحين تكفي كلمة سرك وحدها لمن يعرفها.',
  },
};
