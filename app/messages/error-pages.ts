import { defineCatalogue } from './catalogue'

/** What every page may have to say of answers to look at again, and of a page that is not there or failed. */
export const errorPages = defineCatalogue('error-pages', {
  fr: {
    summary: {
      title_one: 'Une réponse est à revoir',
      title_other: '{{count}} réponses sont à revoir',
      kept: 'Rien n’est perdu : vos autres réponses sont gardées.',
    },
    page: {
      home: "Revenir à l'accueil",
      search: 'Chercher un lot',
      signIn: 'Se connecter',
      reload: 'Recharger la page',
      reference: 'Référence à donner si vous nous écrivez : {{reference}}',
      '400': {
        title: 'Cette demande n’a pas pu être lue',
        text: 'Il en manque une partie, ou cette page ne reçoit pas de formulaire. Rechargez la page, puis recommencez.',
      },
      '403': {
        title: 'Cette page est réservée',
        text: "Votre compte n'y donne pas accès. Connectez-vous avec un autre compte, ou demandez un accès à l'administrateur de votre organisation.",
      },
      '404': {
        title: 'Cette page est introuvable',
        text: "Le lien est incomplet, ou le lot n'est plus en ligne. Cherchez un lot semblable ou revenez à l'accueil.",
      },
      '500': {
        title: 'Le service ne répond pas comme prévu',
        text: "L'incident vient de nous et il est enregistré. Rechargez la page dans une minute ; un brouillon en cours reste dans votre appareil.",
      },
      '503': {
        title: 'Les fichiers ne sont pas accessibles en ce moment',
        text: 'Rien n’a été perdu ni enregistré à moitié, et le reste du service répond. L’exploitant en est averti : réessayez dans quelques minutes.',
      },
      '507': {
        title: 'Le service n’a plus de place pour enregistrer',
        text: 'Rien n’a été perdu ni enregistré à moitié, et la consultation continue. L’exploitant en est averti : réessayez dans quelques minutes.',
      },
      offline: {
        title: 'Le réseau ne passe pas ici',
        text: 'Vos brouillons restent dans cet appareil. Rechargez la page dès que le réseau revient.',
      },
    },
  },
  en: {
    summary: {
      title_one: 'One answer needs another look',
      title_other: '{{count}} answers need another look',
      kept: 'Nothing is lost: your other answers are kept.',
    },
    page: {
      home: 'Back to the home page',
      search: 'Look for a lot',
      signIn: 'Sign in',
      reload: 'Reload the page',
      reference: 'Reference to give if you write to us: {{reference}}',
      '400': {
        title: 'This request could not be read',
        text: 'A part of it is missing, or this page takes no form. Reload the page, then start again.',
      },
      '403': {
        title: 'This page is reserved',
        text: 'Your account does not open it. Sign in with another account, or ask the administrator of your organisation for access.',
      },
      '404': {
        title: 'This page cannot be found',
        text: 'The link is incomplete, or the lot is no longer online. Look for a similar lot or go back to the home page.',
      },
      '500': {
        title: 'The service is not answering as it should',
        text: 'The fault is ours and has been recorded. Reload the page in a minute; a draft under way stays on your device.',
      },
      '503': {
        title: 'Files are out of reach just now',
        text: 'Nothing was lost or half saved, and the rest of the service answers. The operator is told: try again in a few minutes.',
      },
      '507': {
        title: 'The service has no room left to save',
        text: 'Nothing was lost or half saved, and reading goes on. The operator is told: try again in a few minutes.',
      },
      offline: {
        title: 'No network here',
        text: 'Your drafts stay on this device. Reload the page as soon as the network is back.',
      },
    },
  },
})
