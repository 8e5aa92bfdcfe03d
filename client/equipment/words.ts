import { words } from '../i18n/index.ts'

export const useWords = words({
  fr: {
    title: 'Essayer mon matériel',
    intro:
      'Deux minutes, sur l’appareil et à la place du jour. Rien n’est enregistré : l’image et le son restent ici.',
    signingIn: 'Un instant…',
    linkDead:
      'Ce lien ne marche plus : un mot de passe plus récent vous a sans doute été remis. Vous pouvez essayer votre matériel, mais le résultat ne sera pas transmis.',
    anonymous:
      'Vous n’êtes pas identifié : le résultat reste ici. Pour le transmettre, ouvrez le lien d’essai de votre convocation.',
    forClass: (title: string, name: string) => `${name}, pour « ${title} »`,
    line: 'Connexion',
    lineBusy: 'Mesure en cours, une dizaine de secondes…',
    lineOk: (figures: string) => `Tout passe bien. ${figures}`,
    linePolling: (figures: string) =>
      `Votre réseau bloque une partie des échanges (WebSocket) ; la classe passera par un autre chemin, un peu plus lent. ${figures}`,
    lineSlow: (figures: string) =>
      `La ligne est lente : rapprochez-vous de la box, fermez les vidéos, ou gardez le téléphone 4G sous la main. ${figures}`,
    lineNone:
      'Le serveur de la classe ne répond pas d’ici. Vérifiez la connexion à Internet ; sur un réseau d’entreprise, demandez l’accès à cette adresse.',
    down: (rate: string) => `reçoit ${rate}`,
    up: (rate: string) => `envoie ${rate}`,
    latency: (ms: number) => `réponse en ${ms} ms`,
    again: 'Recommencer',
    camera: 'Caméra',
    cameraText: 'Vous devez vous voir.',
    cameraStart: 'Essayer la caméra',
    cameraOk: 'Votre caméra marche.',
    cameraStop: 'Éteindre la caméra',
    cameraView: 'Votre image, vue de vous seul',
    microphone: 'Micro',
    microphoneText: 'Dites quelques mots : la barre doit bouger.',
    microphoneStart: 'Essayer le micro',
    microphoneListening: 'Parlez…',
    microphoneOk: 'Votre micro marche.',
    microphoneStop: 'Éteindre le micro',
    microphoneLevel: 'Niveau du micro',
    unheard:
      'Aucun son n’arrive. Parlez plus fort, rapprochez le micro, vérifiez qu’il n’est pas coupé (bouton du casque, réglages du système), ou choisissez-en un autre.',
    speakers: 'Haut-parleurs',
    speakersText: 'Deux notes vont se jouer. Montez le son.',
    speakersStart: 'Jouer le son',
    speakersAsk: 'Vous m’entendez ?',
    yes: 'Oui',
    no: 'Non',
    speakersOk: 'Vos haut-parleurs marchent.',
    speakersUnheard:
      'Montez le volume, vérifiez que le casque est bien branché et que le son n’est pas coupé, puis recommencez.',
    speakersFailed: 'Le navigateur ne joue pas de son. Fermez les autres pages, puis recommencez.',
    choose: 'Appareil',
    asking: 'Le navigateur vous demande la permission : acceptez.',
    missing: {
      camera: 'Aucune caméra trouvée. Branchez-la, puis recommencez.',
      microphone: 'Aucun micro trouvé. Branchez-le, puis recommencez.',
    },
    busy: {
      camera: 'Une autre application se sert de la caméra (Teams, Zoom…). Fermez-la, puis recommencez.',
      microphone: 'Une autre application se sert du micro (Teams, Zoom…). Fermez-la, puis recommencez.',
    },
    failed: {
      camera: 'La caméra ne démarre pas. Débranchez-la et rebranchez-la, ou redémarrez l’appareil.',
      microphone: 'Le micro ne démarre pas. Débranchez-le et rebranchez-le, ou redémarrez l’appareil.',
    },
    insecure:
      'Ce navigateur n’ouvre la caméra et le micro que sur une adresse en https. Signalez-le à votre organisme de formation.',
    refused: {
      camera: 'La permission d’utiliser la caméra est refusée.',
      microphone: 'La permission d’utiliser le micro est refusée.',
    },
    allow: {
      chrome: 'Cliquez sur l’icône à gauche de l’adresse, en haut, autorisez, puis rechargez la page.',
      chromeAndroid:
        'Touchez l’icône à gauche de l’adresse, puis « Autorisations », et autorisez. Rechargez la page.',
      edge: 'Cliquez sur le cadenas à gauche de l’adresse, puis « Autorisations pour ce site », autorisez et rechargez la page.',
      firefox:
        'Cliquez sur l’icône barrée à gauche de l’adresse, retirez le blocage, puis rechargez la page.',
      safari:
        'Menu Safari, « Réglages pour ce site web » : mettez Caméra et Micro sur « Autoriser », puis rechargez la page.',
      ios: 'Touchez « aA » ou l’icône à gauche de l’adresse, « Réglages du site web », mettez Caméra et Micro sur « Autoriser ». Sinon : Réglages de l’iPhone, Safari, Caméra et Micro.',
      other:
        'Cherchez l’icône de caméra ou de cadenas à côté de l’adresse, autorisez, puis rechargez la page.',
    } as Record<string, string>,
    state: { ok: 'Marche', trouble: 'À régler', todo: 'À essayer', busy: 'En cours' } as Record<
      string,
      string
    >,
    saved: 'Résultat transmis à votre organisme de formation.',
    notSaved: 'Le résultat n’a pas pu être transmis :',
    allGood: 'Tout est prêt pour le jour de la formation.',
    someBad: 'Il reste un point à régler. Votre organisme de formation le voit et peut vous aider.',
    keepLeft: 'Essayez aussi ce qui reste ci-dessus.',
    enter: 'Aller dans la classe',
    home: 'Aller à l’accueil',
    rate: (kbits: number) => (kbits >= 1000 ? `${Math.round(kbits / 1000)} Mbit/s` : `${kbits} kbit/s`),
  },
  en: {
    title: 'Test my equipment',
    intro:
      'Two minutes, on the device and at the place of the day. Nothing is recorded: picture and sound stay here.',
    signingIn: 'One moment…',
    linkDead:
      'This link no longer works: you have probably been given a newer password. You may test your equipment, but the result will not be passed on.',
    anonymous:
      'You are not signed in: the result stays here. To pass it on, open the test link in your invitation.',
    forClass: (title: string, name: string) => `${name}, for “${title}”`,
    line: 'Connection',
    lineBusy: 'Measuring, about ten seconds…',
    lineOk: (figures: string) => `Everything passes well. ${figures}`,
    linePolling: (figures: string) =>
      `Your network blocks part of the exchange (WebSocket); the class will take another way, a little slower. ${figures}`,
    lineSlow: (figures: string) =>
      `The line is slow: move closer to the router, close videos, or keep the 4G phone at hand. ${figures}`,
    lineNone:
      'The server of the class does not answer from here. Check the Internet connection; on a company network, ask for access to this address.',
    down: (rate: string) => `receives ${rate}`,
    up: (rate: string) => `sends ${rate}`,
    latency: (ms: number) => `answers in ${ms} ms`,
    again: 'Start again',
    camera: 'Camera',
    cameraText: 'You should see yourself.',
    cameraStart: 'Test the camera',
    cameraOk: 'Your camera works.',
    cameraStop: 'Turn the camera off',
    cameraView: 'Your picture, seen by you alone',
    microphone: 'Microphone',
    microphoneText: 'Say a few words: the bar should move.',
    microphoneStart: 'Test the microphone',
    microphoneListening: 'Speak…',
    microphoneOk: 'Your microphone works.',
    microphoneStop: 'Turn the microphone off',
    microphoneLevel: 'Microphone level',
    unheard:
      'No sound comes in. Speak louder, bring the microphone closer, check that it is not muted (headset button, system settings), or choose another.',
    speakers: 'Speakers',
    speakersText: 'Two notes will play. Turn the sound up.',
    speakersStart: 'Play the sound',
    speakersAsk: 'Can you hear me?',
    yes: 'Yes',
    no: 'No',
    speakersOk: 'Your speakers work.',
    speakersUnheard:
      'Turn the volume up, check that the headset is plugged in and the sound is not muted, then start again.',
    speakersFailed: 'The browser plays no sound. Close other pages, then start again.',
    choose: 'Device',
    asking: 'The browser asks for your permission: accept.',
    missing: {
      camera: 'No camera found. Plug it in, then start again.',
      microphone: 'No microphone found. Plug it in, then start again.',
    },
    busy: {
      camera: 'Another application is using the camera (Teams, Zoom…). Close it, then start again.',
      microphone: 'Another application is using the microphone (Teams, Zoom…). Close it, then start again.',
    },
    failed: {
      camera: 'The camera does not start. Unplug it and plug it in again, or restart the device.',
      microphone: 'The microphone does not start. Unplug it and plug it in again, or restart the device.',
    },
    insecure:
      'This browser opens the camera and microphone only on an https address. Tell your training centre.',
    refused: {
      camera: 'Permission to use the camera is refused.',
      microphone: 'Permission to use the microphone is refused.',
    },
    allow: {
      chrome: 'Click the icon to the left of the address, at the top, allow, then reload the page.',
      chromeAndroid:
        'Touch the icon to the left of the address, then “Permissions”, and allow. Reload the page.',
      edge: 'Click the padlock to the left of the address, then “Permissions for this site”, allow and reload the page.',
      firefox: 'Click the crossed icon to the left of the address, remove the block, then reload the page.',
      safari:
        'Safari menu, “Settings for this website”: set Camera and Microphone to “Allow”, then reload the page.',
      ios: 'Touch “aA” or the icon to the left of the address, “Website settings”, set Camera and Microphone to “Allow”. Otherwise: iPhone Settings, Safari, Camera and Microphone.',
      other: 'Look for a camera or padlock icon beside the address, allow, then reload the page.',
    },
    state: { ok: 'Works', trouble: 'To mend', todo: 'To test', busy: 'Under way' },
    saved: 'Result passed on to your training centre.',
    notSaved: 'The result could not be passed on:',
    allGood: 'Everything is ready for the day of the course.',
    someBad: 'One thing is left to mend. Your training centre sees it and can help you.',
    keepLeft: 'Test what is left above too.',
    enter: 'Go to the class',
    home: 'Go to the start page',
    rate: (kbits: number) => (kbits >= 1000 ? `${Math.round(kbits / 1000)} Mbit/s` : `${kbits} kbit/s`),
  },
})
