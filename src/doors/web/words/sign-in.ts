/** The words of signing in, in every language side by side: one that lacks a word does not compile. */
import type { Language } from './words.ts';

type Plain =
  | 'title'
  | 'login'
  | 'password'
  | 'signIn'
  | 'kept'
  | 'demo'
  | 'demoSays'
  | 'secondFactor'
  | 'code'
  | 'codeHint'
  | 'confirm'
  | 'startAgain'
  | 'goOn'
  | 'goOnSays'
  | 'ownName'
  | 'loginHint'
  | 'newPassword'
  | 'passwordHint'
  | 'setPassword'
  | 'firstTitle'
  | 'firstSays'
  | 'linkTitle'
  | 'linkSays'
  | 'linkFor'
  | 'usePasskey'
  | 'passkeyFailed';
type SignInWords = Readonly<Record<Plain, string>> & { readonly linkUntil: (when: string) => string };

export const SIGN_IN_WORDS: Readonly<Record<Language, SignInWords>> = {
  en: {
    title: 'Sign in',
    login: 'Name you sign in with',
    password: 'Password',
    signIn: 'Sign in',
    kept: 'You were signed out. What you typed is kept and goes on after you sign in.',
    demo: 'Sign in to the demonstration as',
    demoSays: 'Each role sees and does something else. Passwords stand here because everything is invented.',
    secondFactor: 'Second factor',
    code: 'Code of your authenticator, or one of your codes on paper',
    codeHint: 'Six digits that change every half minute.',
    confirm: 'Confirm',
    startAgain: 'Start again',
    goOn: 'Go on',
    goOnSays: 'You are signed in again. The form stands as you left it; look at it and send it.',
    ownName: 'Your name',
    loginHint: 'Small letters, digits, dots and dashes.',
    newPassword: 'New password',
    passwordHint: 'At least 12 characters. A sentence is easier to remember than signs.',
    setPassword: 'Set the password',
    firstTitle: 'The first administrator',
    firstSays:
      'Nobody can sign in to this register yet. You become its first administrator, who lets others in.',
    linkTitle: 'Set your password',
    linkSays: 'This address works once.',
    linkFor: 'You sign in as',
    usePasskey: 'Use your passkey',
    passkeyFailed: 'The passkey gave no answer. Try again, or use another way.',
    linkUntil: (when) => `It holds until ${when}.`,
  },
  fr: {
    title: 'Se connecter',
    login: 'Nom de connexion',
    password: 'Mot de passe',
    signIn: 'Se connecter',
    kept: 'Votre session a pris fin. Votre saisie est conservée et reprendra après la connexion.',
    demo: 'Entrer dans la démonstration en tant que',
    demoSays:
      'Chaque rôle voit et fait autre chose. Les mots de passe figurent ici parce que tout est inventé.',
    secondFactor: 'Second facteur',
    code: 'Code de votre application, ou l’un de vos codes sur papier',
    codeHint: 'Six chiffres qui changent toutes les demi-minutes.',
    confirm: 'Confirmer',
    startAgain: 'Recommencer',
    goOn: 'Continuer',
    goOnSays:
      'Vous êtes de nouveau connecté. Le formulaire est tel que vous l’avez laissé : relisez-le et envoyez-le.',
    ownName: 'Votre nom',
    loginHint: 'Lettres minuscules, chiffres, points et tirets.',
    newPassword: 'Nouveau mot de passe',
    passwordHint: 'Au moins 12 caractères. Une phrase se retient mieux que des signes.',
    setPassword: 'Fixer le mot de passe',
    firstTitle: 'Le premier administrateur',
    firstSays:
      'Personne ne peut encore se connecter à ce registre. Vous en devenez le premier administrateur, qui fait entrer les autres.',
    linkTitle: 'Fixer votre mot de passe',
    linkSays: 'Cette adresse ne sert qu’une fois.',
    linkFor: 'Vous vous connectez sous le nom',
    usePasskey: 'Employer votre clé d’accès',
    passkeyFailed: 'La clé d’accès n’a pas répondu. Réessayez, ou employez un autre moyen.',
    linkUntil: (when) => `Elle vaut jusqu’au ${when}.`,
  },
  ar: {
    title: 'تسجيل الدخول',
    login: 'اسم الدخول',
    password: 'كلمة السر',
    signIn: 'دخول',
    kept: 'انتهت جلستك. ما كتبته محفوظ ويُستأنف بعد الدخول.',
    demo: 'الدخول إلى العرض التجريبي بصفة',
    demoSays: 'لكل دور ما يراه وما يفعله. كلمات السر مكتوبة هنا لأن كل شيء مختلق.',
    secondFactor: 'العامل الثاني',
    code: 'رمز تطبيق التحقق، أو أحد رموزك الورقية',
    codeHint: 'ستة أرقام تتغير كل نصف دقيقة.',
    confirm: 'تأكيد',
    startAgain: 'البدء من جديد',
    goOn: 'متابعة',
    goOnSays: 'دخلت من جديد. الاستمارة كما تركتها: راجعها ثم أرسلها.',
    ownName: 'اسمك',
    loginHint: 'حروف لاتينية صغيرة وأرقام ونقاط وشرطات.',
    newPassword: 'كلمة سر جديدة',
    passwordHint: '12 حرفًا على الأقل. الجملة أسهل حفظًا من الرموز.',
    setPassword: 'تثبيت كلمة السر',
    firstTitle: 'المدير الأول',
    firstSays: 'لا يستطيع أحد الدخول إلى هذا السجل بعد. ستكون مديره الأول الذي يُدخل الآخرين.',
    linkTitle: 'تثبيت كلمة سرك',
    linkSays: 'هذا العنوان يعمل مرة واحدة.',
    linkFor: 'اسم دخولك هو',
    usePasskey: 'استعمال مفتاح المرور',
    passkeyFailed: 'لم يُجب مفتاح المرور. حاول من جديد أو استعمل طريقة أخرى.',
    linkUntil: (when) => `يصلح حتى ${when}.`,
  },
};
