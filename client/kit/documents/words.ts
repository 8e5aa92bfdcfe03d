import { words } from '../../i18n/index.ts'

export const useDocumentWords = words({
  fr: {
    opening: 'Ouverture du document…',
    failed: 'Ce document ne s’ouvre pas. Vérifiez le réseau, puis réessayez.',
    retry: 'Réessayer',
    page: (n: number, of: number) => `Page ${n} sur ${of}`,
  },
  en: {
    opening: 'Opening the document…',
    failed: 'This document does not open. Check the network, then try again.',
    retry: 'Try again',
    page: (n: number, of: number) => `Page ${n} of ${of}`,
  },
})
