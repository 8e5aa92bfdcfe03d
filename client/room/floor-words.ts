/** Words of the bar and of the lines above it: who speaks, whose turn it is, what was written to me. */
import { count } from '#client/i18n/format.ts'
import { words } from '#client/i18n/index.ts'

export const useFloorWords = words({
  fr: {
    hand: 'Main',
    handUp: (n: number) => `levée, vous êtes ${n === 1 ? 'en tête de la file' : `${n}e dans la file`}`,
    finish: 'Terminer',
    pace: 'Rythme',
    paces: { lost: 'Perdu', slow: 'Trop lent', ok: 'Ça va', fast: 'Trop vite' },
    messages: 'Messages',
    newWords: (n: number) => count(n, 'message non lu', 'messages non lus'),
    answers: 'Réponses',
    more: 'Plus',

    speaking: 'Prise de parole',
    yourTurn: 'À vous la parole',
    done: 'J’ai terminé',
    left: (time: string) => `reste ${time}`,
    since: (time: string) => `depuis ${time}`,
    timeOver: 'le temps est écoulé',
    raisedFirst: 'Main levée, vous êtes en tête.',
    raised: 'Main levée, vous êtes',
    suffix: (_n: number) => 'e',
    speaks: (name: string) => `${name} a la parole`,
    hands: (n: number) => count(n, 'main levée', 'mains levées'),
    queue: 'File',
    queueOf: (n: number) => `File : ${count(n, 'main levée', 'mains levées')}`,
    someone: 'Quelqu’un',
    failed: (reason: string) => `Non enregistré. ${reason}`,
    close: 'Fermer',

    wrote: (name: string) => `${name} vous écrit`,
    read: 'Lire',
    asked: 'Question posée au formateur',

    saidTurn: 'C’est à vous : vous avez la parole.',
    saidTurnOver: 'Vous n’avez plus la parole.',
    saidUp: (n: number) =>
      n === 1 ? 'Main levée. Vous êtes en tête de la file.' : `Main levée. Vous êtes ${n}e dans la file.`,
    saidRank: (n: number) =>
      n === 1 ? 'Vous êtes maintenant en tête de la file.' : `Vous êtes maintenant ${n}e dans la file.`,
    saidDown: 'Main baissée.',
    saidSpeaks: (name: string) => `${name} a la parole.`,
    saidWord: (name: string, text: string) => `${name} vous écrit : ${text}`,
    saidAsked: (text: string) => `Question posée au formateur : ${text}`,
  },
  en: {
    hand: 'Hand',
    handUp: (n: number) => `up, you are ${n === 1 ? 'first in the queue' : `number ${n} in the queue`}`,
    finish: 'Finish',
    pace: 'Pace',
    paces: { lost: 'Lost', slow: 'Too slow', ok: 'Fine', fast: 'Too fast' },
    messages: 'Messages',
    newWords: (n: number) => count(n, 'unread message', 'unread messages'),
    answers: 'Answers',
    more: 'More',

    speaking: 'Speaking turns',
    yourTurn: 'You have the floor',
    done: 'I have finished',
    left: (time: string) => `${time} left`,
    since: (time: string) => `for ${time}`,
    timeOver: 'time is up',
    raisedFirst: 'Hand up, you are first.',
    raised: 'Hand up, you are',
    suffix: (n: number) =>
      n % 10 === 2 && n !== 12
        ? 'nd'
        : n % 10 === 3 && n !== 13
          ? 'rd'
          : n % 10 === 1 && n !== 11
            ? 'st'
            : 'th',
    speaks: (name: string) => `${name} has the floor`,
    hands: (n: number) => count(n, 'hand up', 'hands up'),
    queue: 'Queue',
    queueOf: (n: number) => `Queue: ${count(n, 'hand up', 'hands up')}`,
    someone: 'Someone',
    failed: (reason: string) => `Not saved. ${reason}`,
    close: 'Close',

    wrote: (name: string) => `${name} writes to you`,
    read: 'Read',
    asked: 'Question to the trainer',

    saidTurn: 'It is your turn: you have the floor.',
    saidTurnOver: 'You no longer have the floor.',
    saidUp: (n: number) =>
      n === 1 ? 'Hand up. You are first in the queue.' : `Hand up. You are number ${n} in the queue.`,
    saidRank: (n: number) =>
      n === 1 ? 'You are now first in the queue.' : `You are now number ${n} in the queue.`,
    saidDown: 'Hand down.',
    saidSpeaks: (name: string) => `${name} has the floor.`,
    saidWord: (name: string, text: string) => `${name} writes to you: ${text}`,
    saidAsked: (text: string) => `Question to the trainer: ${text}`,
  },
})
