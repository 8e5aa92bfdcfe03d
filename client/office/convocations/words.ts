import { count } from '../../i18n/format.ts'
import { words } from '../../i18n/index.ts'

export const useWords = words({
  fr: {
    title: 'Convocations',
    nobody: 'Personne n’est inscrit dans cette classe : il n’y a personne à convoquer.',
    letter: 'Lire et compléter',
    sendAll: (n: number) => `Envoyer ${count(n, 'convocation', 'convocations')}`,
    writeAll: (n: number) => `Écrire ${count(n, 'convocation', 'convocations')}`,
    remind: (n: number) => (n === 1 ? 'Relancer cette personne' : `Relancer les ${n}`),
    tellChange: (n: number) => (n === 1 ? 'Prévenir cette personne' : `Prévenir les ${n}`),
    toSend: (n: number) =>
      `Rien n’est encore envoyé. Chaque convocation porte le lien, le mot de passe, le programme, les horaires et l’invitation d’agenda de ${n === 1 ? 'la personne inscrite' : `l’une des ${n} personnes inscrites`}.`,
    sending: (done: number, all: number) => `Envoi en cours : ${done} sur ${all}.`,
    allSent: (n: number) => `${count(n, 'convocation envoyée', 'convocations envoyées')}.`,
    someSent: (n: number, all: number) => `${n} sur ${all} envoyées.`,
    allKept: (n: number) =>
      `${count(n, 'convocation écrite', 'convocations écrites')}. Ce serveur n’envoie pas d’e-mail : transmettez-les depuis la boîte d’envoi.`,
    outbox: 'Boîte d’envoi',
    noneOpened: 'Personne n’a encore ouvert son lien.',
    openedSay: (opened: number, tested: number) =>
      `${opened === 1 ? 'Une personne a ouvert son lien' : `${opened} ont ouvert leur lien`}${tested === 0 ? '' : tested === 1 ? ', une a essayé son matériel' : `, ${tested} ont essayé leur matériel`}.`,
    hereSay: (here: number, all: number) =>
      here === 0 ? 'Personne n’est là.' : `${here} sur ${all} ${here === 1 ? 'est là' : 'sont là'}.`,
    itIs: (time: string) => `Il est ${time}.`,
    allHere: 'Tout le monde est là.',
    missingSay: (opened: number, silent: number) =>
      [
        opened > 0
          ? `${count(opened, 'personne a ouvert son lien sans être là', 'personnes ont ouvert leur lien sans être là')}`
          : '',
        silent > 0
          ? `${count(silent, 'personne n’a pas ouvert son lien', 'personnes n’ont pas ouvert leur lien')}`
          : '',
      ]
        .filter(Boolean)
        .join(', ')
        .concat('.'),
    attended: (n: number, all: number) => `Séance terminée. ${n} sur ${all} sont venus.`,
    refusedSay: (n: number) =>
      `${count(n, 'adresse est refusée', 'adresses sont refusées')} par le serveur du destinataire :`,
    failedSay: (n: number) => `${count(n, 'message n’est pas parti', 'messages ne sont pas partis')} :`,
    changed: 'Les horaires ou le titre ont changé depuis l’envoi. L’agenda des inscrits n’est pas à jour.',
    cancelled: (day: string) => `Annulation annoncée le ${day}.`,
    trouble: {
      auth: 'Le serveur d’envoi refuse l’identifiant ou le mot de passe de SMTP_URL. Les messages attendent ; corrigez le réglage, puis redémarrez.',
      sender:
        'Le serveur d’envoi refuse l’adresse d’expéditeur de MAIL_FROM. Les messages attendent ; corrigez le réglage, puis redémarrez.',
      connection:
        'Le serveur d’envoi ne répond pas. Les messages attendent et repartent d’eux-mêmes dès qu’il répond.',
    } as Record<string, string>,
    serverSaid: (said: string) => `Sa réponse : « ${said} »`,
    stale: 'Le tableau n’est plus à jour : le serveur ne répond pas. Nouvel essai en cours.',
    person: 'Participant et identifiant',
    sent: 'Envoyée',
    opened: 'Lien ouvert',
    tested: 'Matériel testé',
    present: 'Présent',
    actions: 'Mot de passe',
    notYet: 'pas encore',
    waiting: 'en attente',
    leaving: 'en cours',
    retryAt: (time: string) => `nouvel essai à ${time}`,
    refused: 'adresse refusée',
    failed: 'non parti',
    kept: 'à transmettre',
    leftAt: (time: string) => `sorti à ${time}`,
    parts: {
      camera: {
        refused: 'caméra refusée',
        missing: 'pas de caméra',
        busy: 'caméra occupée',
        failed: 'caméra en panne',
      },
      microphone: {
        refused: 'micro refusé',
        missing: 'pas de micro',
        busy: 'micro occupé',
        unheard: 'micro muet',
        failed: 'micro en panne',
      },
      speakers: { unheard: 'son non entendu', failed: 'son en panne' },
    } as Record<string, Record<string, string>>,
    noLine: 'pas de connexion',
    slow: 'ligne lente',
    partly: 'essai incomplet',
    select: (name: string) => `Ouvrir la fiche de ${name}`,
    reissueOf: (name: string) => `Réémettre le mot de passe de ${name}`,
    reissue: 'Réémettre le mot de passe',
    cancel: 'Annuler',
    close: 'Fermer',
    login: 'Identifiant',
    freshPassword: 'Nouveau mot de passe, montré une seule fois',
    sendFresh: 'Envoyer par e-mail',
    freshSent: 'Message confié à la file d’envoi.',
    dictate: 'Copier pour le dicter',
    dictated: (site: string, login: string, password: string) =>
      `${site}\nIdentifiant : ${login}\nMot de passe : ${password}`,
    copied: 'Copié.',
    copyFailed: 'Le navigateur a refusé la copie.',
    again: 'Renvoyer la convocation',
    first: 'Envoyer la convocation',
    reissued: (name: string) => `Nouveau mot de passe de ${name}.`,
    oldDead:
      'L’ancien mot de passe et l’ancien lien ne marchent plus. Ses réponses et sa présence sont gardées.',
    says: {
      refused:
        'L’adresse n’existe pas pour le serveur du destinataire. Corrigez-la, ou transmettez le lien autrement.',
      failed: 'Le message n’est pas parti.',
      kept: 'La convocation attend dans la boîte d’envoi : transmettez-la, ce serveur n’envoie pas d’e-mail.',
      unopened:
        'Le message est parti, le lien n’a jamais été ouvert. Il est peut-être dans les indésirables.',
      untested: 'Le lien a été ouvert, le matériel n’est pas encore essayé.',
      absent: 'Le lien marche : la personne l’a ouvert. Elle n’est pas encore là.',
      nothing: 'Aucune convocation n’est envoyée à cette personne.',
      test: (what: string) => `À l’essai du matériel : ${what}.`,
    },
    line: (down?: number, up?: number, latency?: number) =>
      [
        down === undefined ? '' : `${rate(down)} reçus`,
        up === undefined ? '' : `${rate(up)} envoyés`,
        latency === undefined ? '' : `${latency} ms`,
      ]
        .filter(Boolean)
        .join(', '),
    story: {
      reissued: 'Mot de passe réémis',
      opened: 'Lien ouvert pour la première fois',
      tested: 'Matériel essayé',
      entered: 'Entrée dans la classe',
      left: 'Sortie de la classe',
    } as Record<string, string>,
    mailStory: {
      invitation: 'Convocation',
      reminder: 'Rappel',
      reissue: 'Nouveau mot de passe',
      change: 'Nouveaux horaires',
      cancellation: 'Annulation',
      'follow-up': 'Questionnaire à froid',
    } as Record<string, string>,
    mailState: {
      waiting: 'en attente',
      sending: 'envoi en cours',
      retrying: 'nouvel essai prévu',
      refused: 'adresse refusée',
      failed: 'échec de l’envoi',
      kept: 'à transmettre',
    } as Record<string, string>,
    mailSent: (what: string, address: string) => `${what} à ${address}`,
    mailHeld: (what: string, state: string, address: string) => `${what} : ${state}, ${address}`,
    afterDue: (day: string) => `Part par e-mail à partir du ${day}.`,
    afterSent: (sent: number, returns: number) =>
      `${count(sent, 'message envoyé', 'messages envoyés')}, ${count(returns, 'réponse', 'réponses')}.`,
    letterTitle: 'La convocation',
    letterText:
      'Voici ce que chacun reçoit, avec son lien et son mot de passe à lui. Le programme et les horaires viennent de la classe.',
    letterFrame: 'Aperçu de la convocation',
    letterLanguage: 'Langue',
    french: 'Français',
    english: 'Anglais',
    background: 'Parcours du formateur',
    backgroundHint: 'Deux ou trois phrases, gardées pour ses prochaines classes.',
    organisation: 'Organisme',
    orgName: 'Nom',
    orgAddress: 'Adresse postale',
    orgPhone: 'Téléphone d’aide',
    orgEmail: 'E-mail de réponse',
    orgEmailBad: 'Écrivez une adresse comme formation@exemple.fr.',
    orgAccess: 'Référent handicap',
    orgAccessHint: 'Nom, téléphone, adresse : à qui dire un besoin particulier.',
    save: 'Enregistrer',
    saved: 'Enregistré : l’aperçu est à jour.',
    back: 'Retour aux convocations',
  },
  en: {
    title: 'Invitations',
    nobody: 'Nobody is enrolled in this class: there is nobody to invite.',
    letter: 'Read and complete',
    sendAll: (n: number) => `Send ${count(n, 'invitation', 'invitations')}`,
    writeAll: (n: number) => `Write ${count(n, 'invitation', 'invitations')}`,
    remind: (n: number) => (n === 1 ? 'Remind this person' : `Remind the ${n}`),
    tellChange: (n: number) => (n === 1 ? 'Tell this person' : `Tell the ${n}`),
    toSend: (n: number) =>
      `Nothing has been sent yet. Each invitation carries the link, the password, the programme, the hours and the calendar invitation of ${n === 1 ? 'the person enrolled' : `one of the ${n} people enrolled`}.`,
    sending: (done: number, all: number) => `Sending: ${done} of ${all}.`,
    allSent: (n: number) => `${count(n, 'invitation sent', 'invitations sent')}.`,
    someSent: (n: number, all: number) => `${n} of ${all} sent.`,
    allKept: (n: number) =>
      `${count(n, 'invitation written', 'invitations written')}. This server sends no e-mail: pass them on from the outbox.`,
    outbox: 'Outbox',
    noneOpened: 'Nobody has opened their link yet.',
    openedSay: (opened: number, tested: number) =>
      `${opened === 1 ? 'One person has opened their link' : `${opened} have opened their link`}${tested === 0 ? '' : tested === 1 ? ', one has tested their equipment' : `, ${tested} have tested their equipment`}.`,
    hereSay: (here: number, all: number) =>
      here === 0 ? 'Nobody is here.' : `${here} of ${all} ${here === 1 ? 'is' : 'are'} here.`,
    itIs: (time: string) => `It is ${time}.`,
    allHere: 'Everybody is here.',
    missingSay: (opened: number, silent: number) =>
      [
        opened > 0
          ? `${count(opened, 'person has opened the link without being here', 'people have opened the link without being here')}`
          : '',
        silent > 0
          ? `${count(silent, 'person has not opened the link', 'people have not opened the link')}`
          : '',
      ]
        .filter(Boolean)
        .join(', ')
        .concat('.'),
    attended: (n: number, all: number) => `The class is over. ${n} of ${all} came.`,
    refusedSay: (n: number) =>
      `${count(n, 'address was', 'addresses were')} refused by the recipient’s server:`,
    failedSay: (n: number) => `${count(n, 'message', 'messages')} did not leave:`,
    changed: 'The hours or the title changed since the sending. People’s calendars are out of date.',
    cancelled: (day: string) => `Cancellation announced on ${day}.`,
    trouble: {
      auth: 'The mail server refuses the login or password of SMTP_URL. Messages are waiting; mend the setting, then restart.',
      sender:
        'The mail server refuses the sender’s address of MAIL_FROM. Messages are waiting; mend the setting, then restart.',
      connection:
        'The mail server does not answer. Messages are waiting and leave by themselves as soon as it does.',
    },
    serverSaid: (said: string) => `Its answer: “${said}”`,
    stale: 'The board is out of date: the server does not answer. Trying again.',
    person: 'Participant and login',
    sent: 'Sent',
    opened: 'Link opened',
    tested: 'Equipment tested',
    present: 'Present',
    actions: 'Password',
    notYet: 'not yet',
    waiting: 'waiting',
    leaving: 'leaving',
    retryAt: (time: string) => `again at ${time}`,
    refused: 'address refused',
    failed: 'did not leave',
    kept: 'to pass on',
    leftAt: (time: string) => `left at ${time}`,
    parts: {
      camera: {
        refused: 'camera refused',
        missing: 'no camera',
        busy: 'camera in use',
        failed: 'camera fails',
      },
      microphone: {
        refused: 'microphone refused',
        missing: 'no microphone',
        busy: 'microphone in use',
        unheard: 'microphone silent',
        failed: 'microphone fails',
      },
      speakers: { unheard: 'sound not heard', failed: 'sound fails' },
    },
    noLine: 'no connection',
    slow: 'slow line',
    partly: 'partly tested',
    select: (name: string) => `Open the card of ${name}`,
    reissueOf: (name: string) => `Re-issue the password of ${name}`,
    reissue: 'Re-issue the password',
    cancel: 'Cancel',
    close: 'Close',
    login: 'Login',
    freshPassword: 'New password, shown once',
    sendFresh: 'Send by e-mail',
    freshSent: 'Message put in the queue.',
    dictate: 'Copy to dictate it',
    dictated: (site: string, login: string, password: string) =>
      `${site}\nLogin: ${login}\nPassword: ${password}`,
    copied: 'Copied.',
    copyFailed: 'The browser refused to copy.',
    again: 'Send the invitation again',
    first: 'Send the invitation',
    reissued: (name: string) => `New password of ${name}.`,
    oldDead: 'The old password and the old link no longer work. Their answers and attendance are kept.',
    says: {
      refused:
        'The recipient’s server knows no such address. Correct it, or pass the link on in another way.',
      failed: 'The message did not leave.',
      kept: 'The invitation waits in the outbox: pass it on, this server sends no e-mail.',
      unopened: 'The message has left, the link was never opened. It may be in the junk folder.',
      untested: 'The link was opened, the equipment is not tested yet.',
      absent: 'The link works: they opened it. They are not here yet.',
      nothing: 'No invitation was sent to this person.',
      test: (what: string) => `In the equipment test: ${what}.`,
    },
    line: (down?: number, up?: number, latency?: number) =>
      [
        down === undefined ? '' : `${rate(down)} down`,
        up === undefined ? '' : `${rate(up)} up`,
        latency === undefined ? '' : `${latency} ms`,
      ]
        .filter(Boolean)
        .join(', '),
    story: {
      reissued: 'Password re-issued',
      opened: 'Link opened for the first time',
      tested: 'Equipment tested',
      entered: 'Entered the class',
      left: 'Left the class',
    },
    mailStory: {
      invitation: 'Invitation',
      reminder: 'Reminder',
      reissue: 'New password',
      change: 'New hours',
      cancellation: 'Cancellation',
      'follow-up': 'Questionnaire afterwards',
    },
    mailState: {
      waiting: 'waiting',
      sending: 'leaving',
      retrying: 'to be tried again',
      refused: 'address refused',
      failed: 'did not leave',
      kept: 'to pass on',
    },
    mailSent: (what: string, address: string) => `${what} to ${address}`,
    mailHeld: (what: string, state: string, address: string) => `${what}: ${state}, ${address}`,
    afterDue: (day: string) => `Leaves by e-mail from ${day}.`,
    afterSent: (sent: number, returns: number) =>
      `${count(sent, 'message sent', 'messages sent')}, ${count(returns, 'answer', 'answers')}.`,
    letterTitle: 'The invitation',
    letterText:
      'This is what each person receives, with a link and a password of their own. The programme and the hours come from the class.',
    letterFrame: 'Preview of the invitation',
    letterLanguage: 'Language',
    french: 'French',
    english: 'English',
    background: 'Trainer’s background',
    backgroundHint: 'Two or three sentences, kept for their next classes.',
    organisation: 'Training centre',
    orgName: 'Name',
    orgAddress: 'Postal address',
    orgPhone: 'Help by telephone',
    orgEmail: 'Reply to',
    orgEmailBad: 'Write an address such as formation@exemple.fr.',
    orgAccess: 'Accessibility contact',
    orgAccessHint: 'Name, telephone, address: whom to tell about a special need.',
    save: 'Save',
    saved: 'Saved: the preview is up to date.',
    back: 'Back to the invitations',
  },
})

/** kbit/s as people say it. */
function rate(kbits: number): string {
  return kbits >= 1000 ? `${Math.round(kbits / 1000)} Mbit/s` : `${kbits} kbit/s`
}
