import { defineCatalogue } from './catalogue'

/** What every page tells a person whose address is not confirmed. */
export const confirmBanner = defineCatalogue('confirm-banner', {
  fr: {
    title: 'Confirmez votre adresse électronique',
    text: 'Ouvrez le lien envoyé à {{email}}. Vous pouvez déjà préparer vos brouillons ; publier et réserver attend cette confirmation.',
    resend: 'Renvoyer le courriel',
    again: 'Un nouveau lien part vers {{email}} ; le précédent ne sert plus.',
    confirmed: 'L’adresse {{email}} est confirmée : il n’y a rien à renvoyer.',
    account: 'Mon compte',
  },
  en: {
    title: 'Confirm your e-mail address',
    text: 'Open the link sent to {{email}}. You can prepare drafts already; publishing and reserving wait for this confirmation.',
    resend: 'Send the e-mail again',
    again: 'A new link goes to {{email}}; the former no longer works.',
    confirmed: 'The address {{email}} is confirmed: there is nothing to send again.',
    account: 'My account',
  },
})
