import { count, duration } from '../i18n/format.ts'
import { words } from '../i18n/index.ts'

export const useWords = words({
  fr: {
    office: 'Bureau',
    classes: 'Classes',
    courses: 'Formations',
    newClass: 'Nouvelle classe',
    newClassOf: (title: string) => `Nouvelle classe de ${title}`,
    myClasses: 'Mes classes',
    loading: 'Chargement…',
    retry: 'Réessayer',
    roles: { trainer: 'Compte formateur', organiser: 'Compte responsable de formation' } as Record<
      string,
      string
    >,
    closedTitle: 'Le bureau est réservé aux formateurs',
    closedText: 'Entrez avec un compte de formateur ou de responsable de formation.',
    signIn: 'Entrer avec un autre identifiant',
    notFound: 'Cette page du bureau n’existe pas',

    classesSay: (coming: number, next?: string) =>
      coming === 0
        ? 'Aucune classe à venir.'
        : `${count(coming, 'classe', 'classes')} à venir${next ? `, la prochaine ${next}` : ''}.`,
    classesNone: 'Aucune classe pour le moment',
    classesNoneText:
      'Choisissez une formation, une date, collez les noms : chacun reçoit un identifiant, un mot de passe et un lien à lui.',
    live: 'En cours',
    coming: 'À venir',
    ended: 'Terminées',
    colDate: 'Date',
    colClass: 'Classe',
    colCode: 'Code',
    colPeople: 'Inscrits',
    colActions: 'Actions',
    access: 'Codes d’accès',
    accessOf: (title: string) => `Codes d’accès de ${title}`,
    console: 'Console',
    consoleOf: (title: string) => `Console de ${title}`,
    outcomes: 'Acquis',
    outcomesOf: (title: string) => `Acquis de ${title}`,
    at: (day: string, hour: string) => `${day} à ${hour}`,
    span: (day: string, from: string, to: string) => `${day}, ${from}\u00A0à\u00A0${to}`,
    spanDays: (from: string, to: string) => `Du ${from} au ${to}`,

    coursesSay: (total: number, broken: number) =>
      broken === 0
        ? `${count(total, 'formation', 'formations')}, sans erreur.`
        : `${count(total, 'formation', 'formations')}, dont ${broken} à corriger.`,
    coursesNone: 'Aucune formation',
    coursesNoneText:
      'Une formation est un dossier dans « slides » : course.yaml, deck.md et ses activités. Déposez-en un, il apparaît ici de lui-même.',
    slides: (n: number) => count(n, 'diapositive', 'diapositives'),
    activities: (n: number) => count(n, 'activité', 'activités'),
    problems: (n: number) => count(n, 'erreur à corriger', 'erreurs à corriger'),
    problemsText:
      'Cette formation n’est pas proposée tant qu’elle contient des erreurs. Le fichier est relu dès qu’il change.',
    position: (line: number, column: number) => `ligne ${line}, colonne ${column}`,

    course: 'Formation',
    courseBroken: (n: number) =>
      `${count(n, 'formation n’est', 'formations ne sont')} pas dans la liste : il y a des erreurs à corriger.`,
    seeCourses: 'Voir les formations',
    title: 'Titre de la classe',
    titleHint: 'Tel que les stagiaires le lisent.',
    titleMissing: 'Donnez un titre à la classe.',
    halfDays: 'Demi-journées',
    halfDay: (n: number) => `Demi-journée ${n}`,
    date: 'Date',
    from: 'De',
    to: 'À',
    addHalfDay: 'Ajouter une demi-journée',
    removeHalfDay: (n: number) => `Retirer la demi-journée ${n}`,
    zone: (zone: string) => `Heures de ${zone}.`,
    halfDayMissing: 'Donnez la date, le début et la fin.',
    halfDayOrder: 'La fin doit venir après le début.',
    halfDayOverlap: (n: number) => `Elle empiète sur la demi-journée ${n}.`,
    halfDayPast: 'Cette date est passée.',
    people: 'Stagiaires',
    peopleHint:
      'Une personne par ligne : Prénom Nom <adresse>. Une colonne de tableur collée convient aussi.',
    peoplePreview: 'Liste lue',
    peopleNone: 'Les personnes apparaîtront ici au fur et à mesure.',
    peopleMissing: 'Inscrivez au moins une personne.',
    peopleSay: (good: number, bad: number) =>
      bad === 0
        ? `${count(good, 'personne lue', 'personnes lues')}.`
        : `${count(good, 'personne lue', 'personnes lues')}, ${count(bad, 'ligne à corriger', 'lignes à corriger')}.`,
    lineFault: (n: number, problem: string) => `Ligne ${n} : ${problem}.`,
    few: (n: number) => `Une classe compte de 3 à 12 personnes ; celle-ci en a ${n}. Vous pouvez continuer.`,
    create: 'Créer la classe',
    creating: 'Création…',
    createNote:
      'Les mots de passe sont faits à ce moment. Rien n’est envoyé : vous imprimez ou copiez la feuille d’accès.',
    fix: 'Corrigez ce qui est signalé ci-dessus.',
    cancel: 'Annuler',

    accessTitle: 'Codes d’accès',
    classGone: 'Cette classe n’existe pas, ou elle n’est pas à vous.',
    shownHere: (n: number) =>
      `${count(n, 'mot de passe est affiché', 'mots de passe sont affichés')} ici, et seulement dans cet onglet. Imprimez ou copiez avant de le fermer : le serveur n’en garde qu’une empreinte.`,
    shownNone:
      'Les mots de passe ne s’affichent qu’une fois, quand ils sont faits. Perdus ? Faites-en de nouveaux, pour une personne ou pour toutes.',
    print: 'Imprimer les fiches',
    hide: 'Effacer de cet écran',
    hideTitle: 'Effacer les mots de passe de cet écran ?',
    hideText: 'Ils continuent de marcher, mais vous ne pourrez plus ni les lire ni les imprimer.',
    person: 'Stagiaire et identifiant',
    password: 'Mot de passe',
    notShown: 'remis, non affichable',
    reissue: 'Nouveau',
    reissueFor: (name: string) => `Nouveau mot de passe pour ${name}`,
    reissueAll: 'De nouveaux pour tous',
    reissueOneTitle: (name: string) => `Nouveau mot de passe pour ${name} ?`,
    reissueOneText:
      'L’ancien mot de passe et l’ancien lien cessent de marcher à l’instant. Les réponses et la place dans la classe sont gardées.',
    reissueAllTitle: (n: number) => `De nouveaux mots de passe pour ${count(n, 'personne', 'personnes')} ?`,
    reissueAllText:
      'Tous les mots de passe et tous les liens déjà remis cessent de marcher à l’instant, même en pleine séance. Les réponses et les places sont gardées.',
    reissueDo: 'Faire le nouveau mot de passe',
    reissueAllDo: 'Faire les nouveaux mots de passe',
    reissued: (n: number) =>
      `${count(n, 'nouveau mot de passe affiché', 'nouveaux mots de passe affichés')}.`,
    copyLink: 'Copier le lien',
    copyLinkOf: (name: string) => `Copier le lien personnel de ${name}`,
    copied: 'Copié',
    copyFailed: 'Le navigateur a refusé la copie.',
    classCode: 'Code de la classe',
    classCodeText:
      'Il montre la page de la classe. Il ne fait entrer personne : il faut aussi un mot de passe.',
    qrClass: (code: string) => `QR de la page de la classe ${code}`,
    qrPerson: (name: string) => `QR du lien personnel de ${name}`,
    cards: 'Fiches à découper',
    cardsText: 'Une par personne, six par feuille A4.',
    cardSite: 'Site',
    cardLogin: 'Identifiant',
    cardPassword: 'Mot de passe',
    cardScan: 'Ou visez ce carré avec le téléphone : vous entrez sans rien taper.',
    noPeople: 'Personne n’est inscrit dans cette classe.',
    enrolled: (n: number) => count(n, 'inscrit', 'inscrits'),
    minutes: (n: number) => duration(n),
  },
  en: {
    office: 'Office',
    classes: 'Classes',
    courses: 'Courses',
    newClass: 'New class',
    newClassOf: (title: string) => `New class of ${title}`,
    myClasses: 'My classes',
    loading: 'Loading…',
    retry: 'Try again',
    roles: { trainer: 'Trainer’s account', organiser: 'Training manager’s account' },
    closedTitle: 'The office is for trainers',
    closedText: 'Enter with a trainer’s or a training manager’s account.',
    signIn: 'Enter with another login',
    notFound: 'This page of the office does not exist',

    classesSay: (coming: number, next?: string) =>
      coming === 0
        ? 'No class to come.'
        : `${count(coming, 'class', 'classes')} to come${next ? `, the next one on ${next}` : ''}.`,
    classesNone: 'No class for the moment',
    classesNoneText:
      'Choose a course and a date, paste the names: each person gets a login, a password and a link of their own.',
    live: 'Going on',
    coming: 'To come',
    ended: 'Ended',
    colDate: 'Date',
    colClass: 'Class',
    colCode: 'Code',
    colPeople: 'Enrolled',
    colActions: 'Actions',
    access: 'Access codes',
    accessOf: (title: string) => `Access codes of ${title}`,
    console: 'Console',
    consoleOf: (title: string) => `Console of ${title}`,
    outcomes: 'Outcomes',
    outcomesOf: (title: string) => `Outcomes of ${title}`,
    at: (day: string, hour: string) => `${day} at ${hour}`,
    span: (day: string, from: string, to: string) => `${day}, ${from} to ${to}`,
    spanDays: (from: string, to: string) => `From ${from} to ${to}`,

    coursesSay: (total: number, broken: number) =>
      broken === 0
        ? `${count(total, 'course', 'courses')}, without errors.`
        : `${count(total, 'course', 'courses')}, ${broken} to correct.`,
    coursesNone: 'No course',
    coursesNoneText:
      'A course is a folder in “slides”: course.yaml, deck.md and its activities. Drop one there and it appears here by itself.',
    slides: (n: number) => count(n, 'slide', 'slides'),
    activities: (n: number) => count(n, 'activity', 'activities'),
    problems: (n: number) => count(n, 'mistake to correct', 'mistakes to correct'),
    problemsText:
      'This course is not offered while it has mistakes. The file is read again as soon as it changes.',
    position: (line: number, column: number) => `line ${line}, column ${column}`,

    course: 'Course',
    courseBroken: (n: number) =>
      `${count(n, 'course is', 'courses are')} not in the list: there are mistakes to correct.`,
    seeCourses: 'See the courses',
    title: 'Title of the class',
    titleHint: 'As participants read it.',
    titleMissing: 'Give the class a title.',
    halfDays: 'Half-days',
    halfDay: (n: number) => `Half-day ${n}`,
    date: 'Date',
    from: 'From',
    to: 'To',
    addHalfDay: 'Add a half-day',
    removeHalfDay: (n: number) => `Remove half-day ${n}`,
    zone: (zone: string) => `Times of ${zone}.`,
    halfDayMissing: 'Give the date, the start and the end.',
    halfDayOrder: 'The end must come after the start.',
    halfDayOverlap: (n: number) => `It overlaps half-day ${n}.`,
    halfDayPast: 'This date is past.',
    people: 'Participants',
    peopleHint: 'One person per line: First Last <address>. Columns pasted from a spreadsheet will do too.',
    peoplePreview: 'List as read',
    peopleNone: 'People will appear here as you write.',
    peopleMissing: 'Enrol at least one person.',
    peopleSay: (good: number, bad: number) =>
      bad === 0
        ? `${count(good, 'person read', 'people read')}.`
        : `${count(good, 'person read', 'people read')}, ${count(bad, 'line to correct', 'lines to correct')}.`,
    lineFault: (n: number, problem: string) => `Line ${n}: ${problem}.`,
    few: (n: number) => `A class has 3 to 12 people; this one has ${n}. You may go on.`,
    create: 'Create the class',
    creating: 'Creating…',
    createNote: 'Passwords are made at that moment. Nothing is sent: you print or copy the access sheet.',
    fix: 'Correct what is pointed out above.',
    cancel: 'Cancel',

    accessTitle: 'Access codes',
    classGone: 'This class does not exist, or is not yours.',
    shownHere: (n: number) =>
      `${count(n, 'password is shown', 'passwords are shown')} here, and only in this tab. Print or copy before closing it: the server keeps nothing but a fingerprint.`,
    shownNone:
      'Passwords are shown once, when they are made. Lost? Make new ones, for one person or for all.',
    print: 'Print the cards',
    hide: 'Clear from this screen',
    hideTitle: 'Clear the passwords from this screen?',
    hideText: 'They still work, but you will no longer be able to read or print them.',
    person: 'Participant and login',
    password: 'Password',
    notShown: 'given, cannot be shown',
    reissue: 'New',
    reissueFor: (name: string) => `New password for ${name}`,
    reissueAll: 'New ones for all',
    reissueOneTitle: (name: string) => `New password for ${name}?`,
    reissueOneText:
      'The old password and the old link stop working at once. The answers and the seat in the class are kept.',
    reissueAllTitle: (n: number) => `New passwords for ${count(n, 'person', 'people')}?`,
    reissueAllText:
      'All the passwords and links given so far stop working at once, even in mid-class. Answers and seats are kept.',
    reissueDo: 'Make the new password',
    reissueAllDo: 'Make the new passwords',
    reissued: (n: number) => `${count(n, 'new password shown', 'new passwords shown')}.`,
    copyLink: 'Copy the link',
    copyLinkOf: (name: string) => `Copy the personal link of ${name}`,
    copied: 'Copied',
    copyFailed: 'The browser refused to copy.',
    classCode: 'Class code',
    classCodeText: 'It shows the page of the class. It lets nobody in: a password is needed too.',
    qrClass: (code: string) => `QR of the page of class ${code}`,
    qrPerson: (name: string) => `QR of the personal link of ${name}`,
    cards: 'Cards to cut',
    cardsText: 'One per person, six per A4 sheet.',
    cardSite: 'Site',
    cardLogin: 'Login',
    cardPassword: 'Password',
    cardScan: 'Or point the phone at this square: you enter without typing anything.',
    noPeople: 'Nobody is enrolled in this class.',
    enrolled: (n: number) => `${count(n, 'person', 'people')} enrolled`,
    minutes: (n: number) => duration(n),
  },
})
