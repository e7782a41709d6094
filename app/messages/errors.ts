import type { DomainErrorCode } from '~/core/result'
import { defineCatalogue } from './catalogue'

/** Why a form field was not accepted. Schemas and screens give these codes; the catalogue below gives the sentence. */
export type FormErrorCode =
  | 'required'
  | 'too_small'
  | 'too_big'
  | 'too_short'
  | 'too_long'
  | 'too_few'
  | 'too_many'
  | 'invalid_date'
  | 'date_past'
  | 'date_order'
  | 'more_than_total'
  | 'invalid_number'
  | 'invalid_quantity'
  | 'invalid_amount'
  | 'invalid_email'
  | 'invalid_phone'
  | 'invalid_url'
  | 'invalid_siret'
  | 'invalid_postcode'
  | 'invalid_choice'
  | 'invalid_file'
  | 'invalid_value'
  | 'password_short'
  | 'password_mismatch'
  | 'email_taken'
  | 'accept_required'
  | 'hazards_required'
  | 'hazard_or_none'
  | 'asbestos'
  | 'storage_order'
  | 'stage_order'
  | 'stage_too_late'

export type ErrorCode = DomainErrorCode | FormErrorCode

const domain = {
  fr: {
    'not-found': "Cet élément n'existe pas ou n'est plus en ligne.",
    forbidden:
      "Votre compte ne permet pas cette action. Demandez-la à l'administrateur de votre organisation.",
    invalid: 'Vérifiez les champs signalés, puis envoyez à nouveau. Vos réponses sont gardées.',
    conflict: 'Cette page a changé entre-temps. Rechargez-la, puis recommencez.',
    'out-of-stock':
      'Il reste {{left}} de libre : indiquez une quantité plus petite ou cherchez un autre lot.',
    'not-open': "Ce lot de matériaux n'est plus ouvert à la réservation. Cherchez un lot semblable.",
    'own-lot': 'Ce lot est publié par votre organisation : réservez celui d’une autre.',
    'unit-mismatch': 'Le lot et votre demande ne sont pas comptés dans la même unité. Reprenez celle du lot.',
    'photo-required': 'Ajoutez au moins une photo pour publier ce lot.',
    'photo-unreadable':
      'La photo «{{name}}» est incomplète ou abîmée. Reprenez-la ou choisissez-en une autre.',
    'photo-too-large': 'La photo «{{name}}» est trop lourde. Choisissez-en une plus légère : 15 Mo au plus.',
    'photo-pixels':
      'La photo «{{name}}» a trop de pixels. Réduisez-la à 50 mégapixels au plus, puis renvoyez-la.',
    'photo-heic':
      'La photo «{{name}}» est au format HEIC. Sur iPhone : Réglages, Appareil photo, Formats, «Le plus compatible» ; ou envoyez-en une copie JPEG.',
    'photo-gif': 'La photo «{{name}}» est un GIF. Envoyez une photo JPEG, PNG ou WebP du matériau.',
    'photo-animated': 'La photo «{{name}}» est animée. Envoyez une image fixe en JPEG, PNG ou WebP.',
    'photo-type': "La photo «{{name}}» n'est pas d'un format accepté. Envoyez une image JPEG, PNG ou WebP.",
    'photo-limit': 'Ce lot a déjà toutes les photos possibles. Retirez-en une pour en ajouter une autre.',
    'document-type':
      'Le document « {{name}} » n’est pas un PDF lisible. Enregistrez-le en PDF, puis renvoyez-le.',
    'document-too-large': 'Le document « {{name}} » est trop lourd. Envoyez un PDF de 10 Mo au plus.',
    'document-limit': 'Ce lot a tous les documents possibles. Retirez-en un pour en ajouter un autre.',
    'bad-credentials': "L'adresse ou le mot de passe ne correspond pas. Vérifiez-les, puis réessayez.",
    'account-closed':
      'Ce compte est fermé. Pour en parler, contactez l’équipe qui gère ce service : {{contact}}',
    'no-organisation': 'Votre compte n’appartient à aucune organisation. Demandez une invitation à la vôtre.',
    'email-unconfirmed':
      'Confirmez d’abord votre adresse électronique : ouvrez le lien que nous vous avons envoyé.',
    'siret-known':
      'Une organisation a déjà ce SIRET sur Gisement. Demandez à l’un de ses responsables de vous inviter : la page «Mon organisation» le permet.',
    'link-expired': 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau.',
    'last-owner': 'Une organisation garde au moins un responsable. Nommez-en un autre d’abord.',
    'too-many-requests': 'Trop d’essais en peu de temps. Patientez une minute, puis réessayez.',
    busy: 'Le service est très demandé. Patientez quelques secondes, puis réessayez.',
    'classifier-off':
      "L'analyse des photos n'est pas disponible en ce moment. Choisissez la matière vous-même.",
    'pickup-days': 'Choisissez un jour du {{first}} au {{last}} : c’est la période d’enlèvement de ce lot.',
    'pickup-past': 'Ce créneau est passé. Proposez-en un autre.',
    'far-position':
      'Cette position est à {{km}} km du centre de {{commune}}. Corrigez-la, ou cochez « La position est juste ».',
    'outside-area': 'Cette position est hors de la Métropole et de ses environs. Corrigez-la.',
    'site-has-lots':
      'Des lots sont publiés depuis ce chantier : sa commune ne change plus. Ouvrez un autre chantier.',
    'whole-units': 'Comptez les pièces en nombres entiers, par exemple 12.',
    'less-than-served':
      'Des réservations acceptées couvrent déjà {{served}} : demandez au moins cette quantité.',
    'no-ept': 'Paris ne fait partie d’aucun établissement public territorial : choisissez la commune.',
    'below-held': 'Une part est déjà retenue ou remise : indiquez au moins {{held}}.',
    'held-unchangeable':
      'Une part est déjà retenue ou remise : la matière et l’unité ne changent plus. Publiez un autre lot.',
    'window-passed': 'La date d’enlèvement est passée. Modifiez-la d’abord, puis remettez le lot en ligne.',
  },
  en: {
    'not-found': 'This item does not exist or is no longer online.',
    forbidden: 'Your account does not allow this. Ask the administrator of your organisation for it.',
    invalid: 'Check the fields pointed out, then send again. Your answers are kept.',
    conflict: 'This page has changed in the meantime. Reload it, then start again.',
    'out-of-stock': '{{left}} left: give a smaller quantity or look for another lot.',
    'not-open': 'This material lot can no longer be reserved. Look for a similar lot.',
    'own-lot': 'This lot is published by your organisation: reserve one from another.',
    'unit-mismatch': 'The lot and your request are not counted in the same unit. Use that of the lot.',
    'photo-required': 'Add at least one photo to publish this lot.',
    'photo-unreadable': 'The photo “{{name}}” is incomplete or damaged. Take it again or choose another.',
    'photo-too-large': 'The photo “{{name}}” is too heavy. Choose a lighter one: 15 MB at most.',
    'photo-pixels':
      'The photo “{{name}}” has too many pixels. Reduce it to 50 megapixels at most, then send it again.',
    'photo-heic':
      'The photo “{{name}}” is in HEIC format. On iPhone: Settings, Camera, Formats, “Most Compatible”; or send a JPEG copy.',
    'photo-gif': 'The photo “{{name}}” is a GIF. Send a JPEG, PNG or WebP photo of the material.',
    'photo-animated': 'The photo “{{name}}” is animated. Send a still image in JPEG, PNG or WebP.',
    'photo-type': 'The photo “{{name}}” is not in an accepted format. Send a JPEG, PNG or WebP image.',
    'photo-limit': 'This lot has all the photos it can. Remove one to add another.',
    'document-type': 'The document “{{name}}” is not a readable PDF. Save it as a PDF, then send it again.',
    'document-too-large': 'The document “{{name}}” is too heavy. Send a PDF of 10 MB at most.',
    'document-limit': 'This lot has all the documents it can. Remove one to add another.',
    'bad-credentials': 'The address or the password does not match. Check them, then try again.',
    'account-closed':
      'This account is closed. To discuss it, contact the team that runs this service: {{contact}}',
    'no-organisation': 'Your account belongs to no organisation. Ask yours for an invitation.',
    'email-unconfirmed': 'Confirm your e-mail address first: open the link that we sent you.',
    'siret-known':
      'An organisation has this SIRET on Gisement already. Ask one of its owners to invite you, from their page “My organisation”.',
    'link-expired': 'This link has been used or is no longer valid. Ask for a new one.',
    'last-owner': 'An organisation keeps at least one owner. Appoint another one first.',
    'too-many-requests': 'Too many attempts in a short time. Wait a minute, then try again.',
    busy: 'The service is in great demand. Wait a few seconds, then try again.',
    'classifier-off': 'Photo analysis is not available right now. Choose the material yourself.',
    'pickup-days': 'Choose a day from {{first}} to {{last}}: this lot can be collected then.',
    'pickup-past': 'This slot has gone by. Propose another.',
    'far-position':
      'This position is {{km}} km from the centre of {{commune}}. Correct it, or tick “The position is right”.',
    'outside-area': 'This position is outside the Métropole and its surroundings. Correct it.',
    'site-has-lots': 'Lots are published from this site: its commune no longer changes. Open another site.',
    'whole-units': 'Count pieces in whole numbers, for example 12.',
    'less-than-served': 'Accepted reservations already cover {{served}}: ask for at least that quantity.',
    'no-ept': 'Paris belongs to no inter-municipal territory: choose the commune.',
    'below-held': 'A part is already held or handed over: give at least {{held}}.',
    'held-unchangeable':
      'A part is already held or handed over: the material and the unit no longer change. Publish another lot.',
    'window-passed': 'The collection date has passed. Change it first, then put the lot back online.',
  },
} as const satisfies Record<'fr' | 'en', Record<DomainErrorCode, string>>

const form = {
  fr: {
    required: 'Renseignez ce champ.',
    too_small: 'Indiquez une valeur plus grande.',
    too_big: 'Indiquez une valeur plus petite.',
    too_short: 'Écrivez quelques mots de plus.',
    too_long: 'Raccourcissez ce texte.',
    too_few: 'Choisissez-en davantage.',
    too_many: 'Choisissez-en moins.',
    invalid_date: 'Indiquez une date du calendrier, par exemple 12/03/2027.',
    date_past: "Indiquez une date à partir d'aujourd'hui.",
    date_order: 'Indiquez une fin après le début.',
    more_than_total: 'Indiquez au plus la masse totale.',
    invalid_number: 'Indiquez un nombre, par exemple 12,5.',
    invalid_quantity: 'Indiquez une quantité plus grande que zéro, par exemple 12,5.',
    invalid_amount: 'Indiquez un montant en euros, par exemple 12,50.',
    invalid_email: 'Indiquez une adresse complète, par exemple prenom.nom@exemple.fr.',
    invalid_phone: 'Indiquez un numéro à dix chiffres, par exemple 01 23 45 67 89.',
    invalid_url: 'Indiquez une adresse qui commence par https://.',
    invalid_siret: 'Vérifiez les 14 chiffres du SIRET : ceux-ci ne forment pas un numéro valable.',
    invalid_postcode: 'Indiquez les 5 chiffres du code postal.',
    invalid_choice: 'Choisissez une des réponses proposées.',
    invalid_file: "Ce fichier n'a pas pu être lu. Choisissez-en un autre.",
    invalid_value: 'Vérifiez cette réponse.',
    password_short: 'Choisissez au moins 12 caractères.',
    password_mismatch: 'Écrivez deux fois le même mot de passe.',
    email_taken: 'Un compte existe avec cette adresse. Connectez-vous ou demandez un nouveau mot de passe.',
    accept_required: 'Cochez cette case pour continuer.',
    hazards_required: 'Cochez les dangers que vous connaissez, ou «Aucun danger connu».',
    hazard_or_none: 'Cochez des dangers, ou «Aucun danger connu», mais pas les deux.',
    asbestos:
      'L’amiante ne peut pas être cédé : la loi l’interdit, même gratuitement (décret n° 96-1133). Ce lot part en filière spécialisée.',
    storage_order: 'Indiquez un jour qui n’est pas avant le départ à la benne.',
    stage_order: 'Le territoire voit le lot avant tout le monde : indiquez un jour plus tôt.',
    stage_too_late: 'Indiquez un jour avant le départ à la benne, sinon personne d’autre ne verra ce lot.',
  },
  en: {
    required: 'Fill in this field.',
    too_small: 'Give a larger value.',
    too_big: 'Give a smaller value.',
    too_short: 'Write a few more words.',
    too_long: 'Shorten this text.',
    too_few: 'Choose more of them.',
    too_many: 'Choose fewer of them.',
    invalid_date: 'Give a date of the calendar, for example 12/03/2027.',
    date_past: 'Give a date from today on.',
    date_order: 'Give an end after the start.',
    more_than_total: 'Give at most the total mass.',
    invalid_number: 'Give a number, for example 12.5.',
    invalid_quantity: 'Give a quantity above zero, for example 12.5.',
    invalid_amount: 'Give an amount in euros, for example 12.50.',
    invalid_email: 'Give a full address, for example first.last@example.org.',
    invalid_phone: 'Give a ten-digit number, for example 01 23 45 67 89.',
    invalid_url: 'Give an address that starts with https://.',
    invalid_siret: 'Check the 14 digits of the SIRET: these do not make a valid number.',
    invalid_postcode: 'Give the 5 digits of the postcode.',
    invalid_choice: 'Choose one of the answers offered.',
    invalid_file: 'This file could not be read. Choose another.',
    invalid_value: 'Check this answer.',
    password_short: 'Choose at least 12 characters.',
    password_mismatch: 'Write the same password twice.',
    email_taken: 'An account exists with this address. Sign in or ask for a new password.',
    accept_required: 'Tick this box to continue.',
    hazards_required: 'Tick the hazards that you know of, or “No known hazard”.',
    hazard_or_none: 'Tick hazards, or “No known hazard”, but not both.',
    asbestos:
      'Asbestos cannot be ceded: French law forbids it, even for free (decree 96-1133). This lot goes to a specialised facility.',
    storage_order: 'Give a day that is not before the lot goes to the skip.',
    stage_order: 'The territory sees the lot before everyone: give an earlier day.',
    stage_too_late: 'Give a day before the lot goes to the skip, or nobody else will see it.',
  },
} as const satisfies Record<'fr' | 'en', Record<FormErrorCode, string>>

/** One sentence for each refusal code, the error summary, and the texts of the error pages. */
export const errors = defineCatalogue('errors', {
  fr: {
    ...domain.fr,
    ...form.fr,
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
      offline: {
        title: 'Le réseau ne passe pas ici',
        text: 'Vos brouillons restent dans cet appareil. Rechargez la page dès que le réseau revient.',
      },
    },
  },
  en: {
    ...domain.en,
    ...form.en,
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
      offline: {
        title: 'No network here',
        text: 'Your drafts stay on this device. Reload the page as soon as the network is back.',
      },
    },
  },
})
