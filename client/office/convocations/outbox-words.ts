import { count } from '../../i18n/format.ts'
import { words } from '../../i18n/index.ts'

export const useOutboxWords = words({
  fr: {
    title: 'Boîte d’envoi',
    none: 'Aucun message pour le moment',
    noneText: 'Les convocations envoyées depuis une classe apparaissent ici, avec ce qu’il en est.',
    noneAlone:
      'Ce serveur n’envoie pas d’e-mail : les convocations écrites depuis une classe attendront ici, à lire, à télécharger et à transmettre.',
    alone:
      'Ce serveur n’envoie pas d’e-mail (SMTP_URL n’est pas réglé). Téléchargez un message : votre logiciel de messagerie l’ouvre et l’envoie.',
    say: (all: number, unsent: number) =>
      unsent === 0
        ? `${count(all, 'message, parti', 'messages, tous partis')}.`
        : `${count(all, 'message', 'messages')}, dont ${unsent} pas encore ${unsent === 1 ? 'parti' : 'partis'}.`,
    from: (from: string) => `Expéditeur : ${from}.`,
    refresh: 'Actualiser',
    to: 'Pour',
    subject: 'Objet',
    state: 'État',
    actions: 'Actions',
    states: {
      waiting: 'en attente',
      sending: 'en cours d’envoi',
      retrying: 'nouvel essai prévu',
      sent: 'envoyé',
      refused: 'adresse refusée',
      failed: 'non parti',
      kept: 'à transmettre',
      withdrawn: 'remplacé',
    } as Record<string, string>,
    expired: 'Il a expiré : il ne servait plus.',
    read: 'Lire',
    readOf: (subject: string, name: string) => `Lire « ${subject} », pour ${name}`,
    downloadOf: (subject: string, name: string) => `Télécharger « ${subject} », pour ${name}, au format .eml`,
    send: 'Envoyer',
    sendOf: (subject: string, name: string) => `Envoyer « ${subject} » à ${name}`,
    queued: (name: string) => `Message pour ${name} remis dans la file.`,
    plain: 'Texte seul',
    letter: 'Mise en page',
    download: 'Télécharger',
  },
  en: {
    title: 'Outbox',
    none: 'No message for the moment',
    noneText: 'Invitations sent from a class appear here, with what became of them.',
    noneAlone:
      'This server sends no e-mail: invitations written from a class will wait here, to be read, downloaded and passed on.',
    alone:
      'This server sends no e-mail (SMTP_URL is not set). Download a message: your mail program opens and sends it.',
    say: (all: number, unsent: number) =>
      unsent === 0
        ? `${count(all, 'message', 'messages')}, sent.`
        : `${count(all, 'message', 'messages')}, ${unsent} not sent yet.`,
    from: (from: string) => `Sender: ${from}.`,
    refresh: 'Refresh',
    to: 'To',
    subject: 'Subject',
    state: 'State',
    actions: 'Actions',
    states: {
      waiting: 'waiting',
      sending: 'leaving',
      retrying: 'to be tried again',
      sent: 'sent',
      refused: 'address refused',
      failed: 'did not leave',
      kept: 'to pass on',
      withdrawn: 'replaced',
    },
    expired: 'It has expired: it was of no more use.',
    read: 'Read',
    readOf: (subject: string, name: string) => `Read “${subject}”, to ${name}`,
    downloadOf: (subject: string, name: string) => `Download “${subject}”, to ${name}, as .eml`,
    send: 'Send',
    sendOf: (subject: string, name: string) => `Send “${subject}” to ${name}`,
    queued: (name: string) => `Message to ${name} put in the queue again.`,
    plain: 'Plain text',
    letter: 'Layout',
    download: 'Download',
  },
})
