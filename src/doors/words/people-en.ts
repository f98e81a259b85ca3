/** What refusals about people, signing in, postings, keys of programs and emergency access say in English. */
import type { Say } from './refusal-shape.ts';

export const PEOPLE_EN = {
  'signed-out': () => 'You are signed out. Sign in again.',
  'sign-in-refused': () => 'Name or password is not right. Try again, or ask for a new way in.',
  'sign-in-wait': ({ seconds }) =>
    `There were too many wrong tries. Wait ${seconds} seconds, then try once more.`,
  'sign-in-busy': () => 'Many people sign in at this moment. Try again in a few seconds.',
  'password-wrong': () => 'That is not your present password. Type it again.',
  'password-unchanged': () => 'The new password is the old one. Take another.',
  'password-too-long': ({ most }) => `The password is too long: at most ${most} characters are taken.`,
  'password-too-short': ({ length, least }) =>
    `The password has ${length} characters; it needs at least ${least}. Several words in a row are easy to remember.`,
  'password-too-common': () =>
    'This password is among the first that anybody would guess. Take another, such as several words in a row.',
  'password-holds-login': () =>
    'The password holds the name you sign in with. Take one that does not tell of you.',
  'second-factor-needed': () =>
    'This needs your second factor as well. Sign in again with the code of your device or your key.',
  'second-factor-demanded': ({ role }) =>
    `The role “${role}” demands a second factor. Set one up first; until then nothing that your roles permit is open to you.`,
  'second-factor-kept': ({ role }) =>
    `The role “${role}”, which you hold, demands a second factor, so it cannot be removed. To exchange it, set up another in its place.`,
  'second-factor-refused': () => 'The code is not right, or its time is over. Type the one shown now.',
  'passkey-refused': () => 'The key could not be accepted. Try again with the device that you registered.',
  'link-unusable': () =>
    'This link was used already, or its time is over. Ask an administrator for a new one.',
  'login-unreadable': () =>
    'The name to sign in with cannot be taken. Use letters, digits, dots and dashes, without blanks.',
  'login-taken': ({ login }) => `Somebody signs in as “${login}” already. Take another name.`,
  'name-unreadable': () => 'The name of the person cannot be read. Write it as it is in the papers.',
  'account-unknown': () => 'There is no such account. Look at the list of people.',
  'account-suspended': () => 'This account is suspended. Reinstate it first.',
  'account-not-suspended': () => 'This account is not suspended, so there is nothing to reinstate.',
  'account-needed': () => 'Only a person who signed in can do this, no program and no console.',
  'console-only': () =>
    'Another operator can be named only by whoever holds this machine. Leave the operator out.',
  'posting-none': () => 'You have no posting that is valid today. Ask an administrator for one.',
  'posting-unknown': () => 'There is no such posting, or it has ended. Look at the list of postings.',
  'role-unknown': ({ role }) => `There is no role “${role}”. Take one of the list of roles.`,
  'role-name': ({ role }) =>
    `“${role}” is no name for a role. Use small letters, digits and dashes, beginning with a letter, 40 at most.`,
  'act-unknown': ({ act, role }) =>
    `The role “${role}” names an act that does not exist: ${act}. Take it out, or write it as the list of acts does.`,
  'reach-unknown': ({ reach, act }) => `“${reach}” is no reach (${act}). Use all, own, civil or none.`,
  'field-unknown': ({ field }) =>
    `“${field}” is no kind of field. Use holder, site, case, operator or security.`,
  'event-unknown': ({ event }) => `“${event}” is no event of the life of an arm. Take one of the list.`,
  'last-administrator': () =>
    'Nobody would be left who can bring people in and give them postings. Give another person such a posting first.',
  'own-rights': () => 'Nobody changes his or her own rights. Ask another administrator.',
  'days-reversed': ({ from, until }) =>
    `The first day (${from || 'not given'}) is after the last (${until || 'not given'}). Exchange them.`,
  'too-many-days': ({ most }) => `At most ${most} days are shown at once. Take a shorter time.`,
  'key-unknown': () => 'There is no such key of a program, or it has ended.',
  'key-days': ({ daysMax }) =>
    `A key of a program must end after today and within ${daysMax} days. Take another day.`,
  'key-gives-rights': ({ role }) =>
    `The role “${role}” gives rights to others, and no program may do that. Take another role for the key.`,
  'emergency-open': () => 'You have emergency access to this arm already. Go on under it.',
  'emergencies-waiting': ({ waiting, most }) =>
    `Of your emergency accesses ${waiting} wait for review; no more than ${most} may. Ask a supervisor to review them.`,
  'emergency-unknown': () => 'There is no such emergency access.',
  'emergency-reviewed': () => 'This emergency access was reviewed already.',
  'match-no-candidate': ({ arm, reading }) =>
    `${arm} is not among the candidates for “${reading}”, so nothing can be decided about it. Look at the candidates again, search wider, or say more of the arm.`,
  'match-unknown': () => 'There is no such decision on a reading, or it is not yours.',
  'match-not-same': () =>
    'This opens nothing: the latest decision on this reading and arm is not “same”, or your own latest is not this one, or is not “same”.',
  'match-ended': ({ days }) =>
    `Your decision is more than ${days} days old. Decide anew where you still need to see who holds the arm.`,
  'match-second-needed': ({ percent }) =>
    `The machine gave this arm less than ${percent} %, so you cannot open it alone. Ask a second officer to decide on the same reading.`,
  'match-opened-before': () =>
    'This decision opened the arm before. Where you still need to see it, decide anew and say why.',
  'matches-waiting': ({ waiting, most }) =>
    `Of the arms that you opened by decided readings ${waiting} wait for review; no more than ${most} may. Ask a supervisor to review them.`,
  'export-unknown': () => 'There is no such request for a file, or it is not yours.',
  'own-export': () => 'Nobody decides on his or her own request. Another person must.',
  'export-decided': () => 'This request was decided already.',
  'export-waits': () => 'Nobody has decided on this request yet. Nothing can be drawn before.',
  'export-not-granted': () => 'This request was refused. There is no file.',
  'export-lapsed': () => 'The time of this request has ended. Ask anew where the file is still needed.',
  'export-drawn': () =>
    'This file was drawn already, and is given out once. Ask anew where it is needed again.',
  'export-grown': ({ granted }) =>
    `Many more arms fit now than the ${granted} that were granted. Ask anew, so that it is decided on what there is.`,
  'export-empty': () => 'No arm fits, so there is nothing to ask for. Widen the search.',
  'export-field-not-permitted': ({ field }) =>
    `Your role does not show ${field}, so no file can show it to you. Ask for other fields.`,
  'exports-waiting': ({ waiting, most }) =>
    `Of your requests for files ${waiting} wait for a decision; no more than ${most} may. Wait for one of them.`,
  'draft-too-large': ({ most }) => `What was typed is too long to be kept as a draft: at most ${most} KB.`,
  'drafts-full': ({ most }) => `You have ${most} drafts, which is the most. Finish or drop one of them.`,
} as const satisfies Readonly<Record<string, Say>>;
