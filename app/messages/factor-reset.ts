import { defineCatalogue } from './catalogue'

/** What the Métropole's team sees of someone's second factors, and their reset. */
export const factorReset = defineCatalogue('factor-reset', {
  fr: {
    title: 'Seconde preuve',
    on: 'Ce compte a une seconde preuve.',
    off: 'Ce compte n’a pas de seconde preuve.',
    text: 'Pour une personne qui a perdu son téléphone, ses clés et ses codes. Vérifiez d’abord qui elle est, de vive voix ou par son encadrement. Ses clés, son application et ses codes sont retirés, ses sessions fermées ; elle reçoit un courriel avec ce motif.',
    reason: 'Motif, et comment vous avez vérifié qui demande',
    submit: 'Remettre à zéro les secondes preuves',
    done: 'Secondes preuves remises à zéro. La personne en est avertie par courriel.',
  },
  en: {
    title: 'Second proof',
    on: 'This account has a second proof.',
    off: 'This account has no second proof.',
    text: 'For someone who has lost their phone, passkeys and codes. First check who they are, by voice or through their manager. Their passkeys, application and codes are removed, their sessions closed; they get an e-mail with this reason.',
    reason: 'Reason, and how you checked who asks',
    submit: 'Reset the second proofs',
    done: 'Second proofs reset. The person is told by e-mail.',
  },
})
