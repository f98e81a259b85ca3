/** The words of signing in, in every language side by side: one that lacks a word does not compile. */
import type { Language } from './words.ts';

type SignInWords = Readonly<Record<'title' | 'login' | 'password' | 'signIn' | 'kept', string>>;

export const SIGN_IN_WORDS: Readonly<Record<Language, SignInWords>> = {
  en: {
    title: 'Sign in',
    login: 'Name you sign in with',
    password: 'Password',
    signIn: 'Sign in',
    kept: 'You were signed out. What you typed is kept and goes on after you sign in.',
  },
  fr: {
    title: 'Se connecter',
    login: 'Nom de connexion',
    password: 'Mot de passe',
    signIn: 'Se connecter',
    kept: 'Votre session a pris fin. Votre saisie est conservée et reprendra après la connexion.',
  },
  ar: {
    title: 'تسجيل الدخول',
    login: 'اسم الدخول',
    password: 'كلمة السر',
    signIn: 'دخول',
    kept: 'انتهت جلستك. ما كتبته محفوظ ويُستأنف بعد الدخول.',
  },
};
