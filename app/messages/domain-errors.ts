import type { DomainErrorCode } from '~/core/result'
import { accountErrors } from './account-errors'
import { documentErrors } from './document-errors'
import { handoverErrors } from './handover-errors'
import { ledgerErrors } from './ledger-errors'
import { moderationErrors } from './moderation-errors'
import { purchaseErrors } from './purchase-errors'
import { proconnectErrors } from './proconnect-errors'
import { sharingErrors } from './sharing-errors'
import { siteErrors } from './site-errors'

/** The sentence of each refusal of a command: what happened, and what to do. */
export const domainErrors = {
  fr: {
    ...accountErrors.fr,
    ...siteErrors.fr,
    ...proconnectErrors.fr,
    ...ledgerErrors.fr,
    ...handoverErrors.fr,
    ...moderationErrors.fr,
    ...purchaseErrors.fr,
    ...sharingErrors.fr,
    'not-found': "Cet élément n'existe pas ou n'est plus en ligne.",
    forbidden:
      "Votre compte ne permet pas cette action. Demandez-la à l'administrateur de votre organisation.",
    invalid: 'Vérifiez les champs signalés, puis envoyez à nouveau. Vos réponses sont gardées.',
    conflict: 'Cette page a changé entre-temps. Rechargez-la, puis recommencez.',
    'out-of-stock':
      'Il reste {{left}} de libre : indiquez une quantité plus petite ou cherchez un autre lot.',
    'whole-lot': 'Ce lot part en une seule fois : demandez tout ce qui reste, soit {{left}}.',
    'min-take': 'Le cédant demande de prendre au moins {{least}} de ce lot.',
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
    ...documentErrors.fr,
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
    'account-is-closed': 'Le compte de cette adresse est suspendu. Rétablissez-le d’abord, puis invitez-la.',
    'organisation-closed': 'Cette organisation est suspendue. Rétablissez-la d’abord.',
    'too-many-requests': 'Trop d’essais en peu de temps. Patientez une minute, puis réessayez.',
    'rate-limited': 'Trop d’essais. Prochain essai possible : {{time}}.',
    'place-limit':
      'Dix de vos propositions attendent déjà la vérification de la Métropole. Proposez la suite quand elle aura répondu.',
    'place-checked': 'Cette fiche est publiée : demandez le changement à la Métropole par la page Contact.',
    'dossier-live': 'Votre commune a déjà un dossier en cours. Ouvrez-le depuis la page du programme.',
    'dossier-incomplete':
      'Complétez ce champ avant de déposer le dossier. Vos réponses sont encore à l’écran.',
    'criteria-missing':
      'La Métropole n’a pas encore publié les critères. Enregistrez le dossier en brouillon d’ici là.',
    'criteria-same': 'Ces critères sont ceux de la version en vigueur. Changez-en un avant de publier.',
    'fund-unset': 'Le fonds du parcours n’est pas encore fixé. Fixez-le d’abord sur la page du programme.',
    'fund-short': 'Il reste {{left}} € dans le fonds : accordez moins, ou augmentez le fonds d’abord.',
    'fund-granted': 'Le fonds a déjà accordé {{granted}} € : fixez un montant au moins égal.',
    'own-commune': 'Vous êtes membre de cette commune : laissez d’autres personnes noter et décider.',
    'workshop-files': 'Un atelier a {{max}} fichiers au plus. Retirez-en un, puis ajoutez celui-ci.',
    'workshop-full':
      'Cet atelier est complet. Choisissez l’autre journée, ou revenez si une place se libère.',
    'workshop-closed': 'Les inscriptions à cet atelier sont closes. Choisissez une autre journée.',
    'workshop-seated': 'Cette personne est déjà inscrite à cet atelier.',
    'workshop-audience': 'Cette journée s’adresse à d’autres participants. Choisissez l’autre journée.',
    'workshop-places': 'Déjà {{taken}} personnes sont inscrites : gardez au moins autant de places.',
    'report-incomplete': 'Complétez ce texte avant d’envoyer le bilan : vingt caractères au moins.',
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
    'line-has-lots':
      'Des lots sont publiés depuis cette ligne : elle reste. Corrigez ses masses, avec une raison.',
    'survey-ahead': 'Indiquez le jour du diagnostic : aujourd’hui au plus tard.',
    'pair-message-limit':
      'Vingt messages par jour au plus, trois par rapprochement. Gardez celui-ci et envoyez-le demain.',
    'pair-dismissed': 'Ce rapprochement a été écarté ou n’est plus possible. Rechargez la page.',
    'need-window-passed': 'La date de ce besoin est passée. Modifiez-la d’abord, puis rouvrez-le.',
    'need-served':
      'Des réservations acceptées couvrent déjà tout ce besoin. Demandez une quantité plus grande, puis rouvrez-le.',
    'other-account':
      'Cette invitation est pour une autre adresse que celle de votre compte. Déconnectez-vous, puis rouvrez-la.',
    'whole-units': 'Comptez les pièces en nombres entiers, par exemple 12.',
    'less-than-served':
      'Des réservations acceptées couvrent déjà {{served}} : demandez au moins cette quantité.',
    'no-ept': 'Paris ne fait partie d’aucun établissement public territorial : choisissez la commune.',
    'below-held': 'Une part est déjà retenue ou remise : indiquez au moins {{held}}.',
    'held-unchangeable':
      'Une part est déjà retenue ou remise : la matière, l’unité et le chantier ne changent plus, et le prix n’augmente pas. Publiez un autre lot.',
    'window-passed': 'La date d’enlèvement est passée. Modifiez-la d’abord, puis remettez le lot en ligne.',
    'pickup-held': 'Un enlèvement est prévu le {{day}} : gardez ce jour, ou convenez d’abord d’un autre.',
    'stage-narrower':
      'Ce lot est déjà montré : il ne peut plus être caché à qui le voit. Pour l’arrêter, mettez-le en pause.',
    'weights-meanwhile':
      'Les poids ont changé entre-temps : la version {{version}} est en vigueur. Vos réponses sont gardées : regardez l’aperçu à nouveau, puis enregistrez.',
    'weights-same': 'Ces poids sont déjà en vigueur : rien n’a été enregistré. Changez-en au moins deux.',
    'rules-meanwhile':
      'La version {{version}} est devenue la plus récente pendant votre saisie. Rechargez la page, puis recommencez.',
    'rules-same': 'Ces règles sont déjà enregistrées à cette date : rien n’a changé.',
    'criteria-fixed':
      'Des demandes attendent sous les critères affichés : répondez-y d’abord, puis changez les critères.',
    'against-order':
      'Votre réponse s’écarte de l’ordre proposé par les critères affichés. Écrivez pourquoi : les demandeurs le liront.',
    'cession-unchecked':
      'Une règle des cessions publiques n’est pas encore remplie. Le panneau « Règles des cessions publiques » dit ce qu’il reste à faire.',
    'undertaking-required':
      'Une personne publique donne ce lot : engagez-vous à ne pas le revendre, ou cherchez un lot vendu.',
    'vocabulary-meanwhile':
      'La table a changé entre-temps : la version {{version}} est en vigueur. Vos réponses sont gardées ; rouvrez l’entrée dans la nouvelle version, puis enregistrez.',
    'vocabulary-same': 'La table dit déjà cela : rien n’a été enregistré.',
    'vocabulary-full': 'La table peut tenir {{most}} entrées au plus : rien n’a été enregistré.',
    'edited-meanwhile':
      'Quelqu’un a modifié ce lot entre-temps. Vos réponses sont gardées : enregistrez à nouveau pour qu’elles remplacent les siennes.',
    'kept-limit':
      'Vous gardez déjà {{most}} lots, le maximum ici. Retirez-en un dans vos favoris, puis recommencez.',
    'table-type':
      'Ce fichier n’est ni un classeur XLSX ni un texte CSV. Enregistrez votre métré dans l’un de ces formats.',
    'table-old-format':
      'Ce classeur est d’un ancien format (XLS). Enregistrez-le en XLSX ou en CSV, puis renvoyez-le.',
    'table-protected':
      'Ce classeur est protégé par un mot de passe. Enlevez la protection, puis renvoyez-le.',
    'table-too-large': 'Ce fichier est trop lourd : 5 Mo au plus. Gardez la feuille du métré seule.',
    'table-suspicious':
      'Ce fichier annonce un contenu qu’il n’a pas, ou se déplie au-delà de ce qui est permis : il n’a pas été lu. Enregistrez-le à nouveau depuis votre tableur.',
    'table-unreadable':
      'Ce fichier est abîmé ou n’a pas pu être lu. Enregistrez-le à nouveau, ou envoyez-le en CSV.',
    'table-empty': 'Ce fichier ne contient aucune ligne. Choisissez-en un autre ou saisissez les lignes.',
    'table-rows': 'Ce tableau a trop de lignes. Envoyez-en moins à la fois : 2 000 au plus.',
    'table-columns': 'Ce tableau a trop de colonnes. Gardez désignation, quantité, unité et prix.',
    'alert-cap': 'Vous suivez déjà {{most}} recherches. Supprimez-en une, puis recommencez.',
    'basket-limit':
      'Votre organisation a déjà {{max}} métrés. Supprimez-en un qui ne sert plus, puis recommencez.',
    'basket-lines': 'Un métré compte {{max}} lignes au plus. Séparez-le, par exemple par corps d’état.',
    'difference-required': 'Dites en quelques mots pourquoi la quantité comptée n’est pas celle réservée.',
    'signed-since':
      'Votre côté a signé une autre masse depuis. Ouvrez la réservation pour voir laquelle compte.',
  },
  en: {
    ...accountErrors.en,
    ...siteErrors.en,
    ...proconnectErrors.en,
    ...ledgerErrors.en,
    ...handoverErrors.en,
    ...moderationErrors.en,
    ...purchaseErrors.en,
    ...sharingErrors.en,
    'not-found': 'This item does not exist or is no longer online.',
    forbidden: 'Your account does not allow this. Ask the administrator of your organisation for it.',
    invalid: 'Check the fields pointed out, then send again. Your answers are kept.',
    conflict: 'This page has changed in the meantime. Reload it, then start again.',
    'out-of-stock': '{{left}} left: give a smaller quantity or look for another lot.',
    'whole-lot': 'This lot goes in one piece: ask for all that is left, {{left}}.',
    'min-take': 'The giver asks that at least {{least}} of this lot be taken.',
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
    ...documentErrors.en,
    'document-limit': 'This lot has all the documents it can. Remove one to add another.',
    'bad-credentials': 'The address or the password does not match. Check them, then try again.',
    'account-closed':
      'This account is closed. To discuss it, contact the team that runs this service: {{contact}}',
    'no-organisation': 'Your account belongs to no organisation. Ask yours for an invitation.',
    'email-unconfirmed': 'Confirm your e-mail address first: open the link that we sent you.',
    'siret-known':
      'An organisation has this SIRET on Gisement already. Ask one of its owners to invite you, from their page “My organisation”.',
    'link-expired': 'This link has been used or is no longer valid. Ask for a new one.',
    'account-is-closed': 'The account of this address is suspended. Restore it first, then invite them.',
    'organisation-closed': 'This organisation is suspended. Restore it first.',
    'too-many-requests': 'Too many attempts in a short time. Wait a minute, then try again.',
    'rate-limited': 'Too many attempts. Next attempt possible: {{time}}.',
    'place-limit':
      'Ten of your proposals already wait for the Métropole’s check. Propose more once it has answered.',
    'place-checked': 'This entry is published: ask the Métropole for the change through the Contact page.',
    'dossier-live': 'Your commune already has a dossier under way. Open it from the page of the programme.',
    'dossier-incomplete':
      'Fill in this field before submitting the dossier. Your answers are still on the screen.',
    'criteria-missing':
      'The Métropole has not published the criteria yet. Save the dossier as a draft until then.',
    'criteria-same': 'These are the criteria in force. Change one before publishing.',
    'fund-unset': 'The fund of the track is not set yet. Set it first on the page of the programme.',
    'fund-short': '€{{left}} are left in the fund: grant less, or raise the fund first.',
    'fund-granted': 'The fund has already granted €{{granted}}: set at least as much.',
    'own-commune': 'You are a member of this commune: let others score and decide.',
    'workshop-files': 'A workshop has {{max}} files at most. Remove one, then add this one.',
    'workshop-full': 'This workshop is full. Choose the other day, or come back if a place is freed.',
    'workshop-closed': 'Registration for this workshop is closed. Choose another day.',
    'workshop-seated': 'This person is already registered for this workshop.',
    'workshop-audience': 'This day is meant for others. Choose the other day.',
    'workshop-places': '{{taken}} people are already registered: keep at least as many places.',
    'report-incomplete': 'Complete this text before sending the report: twenty characters at least.',
    busy: 'The service is in great demand. Wait a few seconds, then try again.',
    'classifier-off': 'Photo analysis is not available right now. Choose the material yourself.',
    'pickup-days': 'Choose a day from {{first}} to {{last}}: this lot can be collected then.',
    'pickup-past': 'This slot has gone by. Propose another.',
    'far-position':
      'This position is {{km}} km from the centre of {{commune}}. Correct it, or tick “The position is right”.',
    'outside-area': 'This position is outside the Métropole and its surroundings. Correct it.',
    'site-has-lots': 'Lots are published from this site: its commune no longer changes. Open another site.',
    'line-has-lots': 'Lots are published from this line: it stays. Correct its masses, with a reason.',
    'survey-ahead': 'Give the day of the survey: today at the latest.',
    'pair-message-limit':
      'Twenty messages a day at most, three for each match. Keep this one and send it tomorrow.',
    'pair-dismissed': 'This match was set aside or is no longer possible. Reload the page.',
    'need-window-passed': 'The date of this need has passed. Change it first, then reopen it.',
    'need-served':
      'Accepted reservations already cover all of this need. Ask for a larger quantity, then reopen it.',
    'other-account':
      'This invitation is for another address than that of your account. Sign out, then open it again.',
    'whole-units': 'Count pieces in whole numbers, for example 12.',
    'less-than-served': 'Accepted reservations already cover {{served}}: ask for at least that quantity.',
    'no-ept': 'Paris belongs to no inter-municipal territory: choose the commune.',
    'below-held': 'A part is already held or handed over: give at least {{held}}.',
    'held-unchangeable':
      'A part is already held or handed over: the material, the unit and the site no longer change, and the price does not rise. Publish another lot.',
    'window-passed': 'The collection date has passed. Change it first, then put the lot back online.',
    'pickup-held': 'A collection is planned on {{day}}: keep that day, or agree on another one first.',
    'stage-narrower':
      'This lot is already shown: it can no longer be hidden from those who see it. To stop it, pause it.',
    'weights-meanwhile':
      'The weights have changed in the meantime: version {{version}} is in force. Your answers are kept: look at the preview again, then save.',
    'weights-same': 'These weights are in force already: nothing was saved. Change at least two of them.',
    'rules-meanwhile':
      'Version {{version}} became the newest while you were typing. Reload the page, then start again.',
    'rules-same': 'These rules are already kept for that day: nothing changed.',
    'criteria-fixed':
      'Requests are waiting under the criteria shown: answer them first, then change the criteria.',
    'against-order':
      'Your answer departs from the order that the criteria shown propose. Write why: those who asked will read it.',
    'cession-unchecked':
      'A rule for public bodies is not met yet. The panel “Rules for public cessions” says what is left to do.',
    'undertaking-required':
      'A public body gives this lot: undertake not to sell it again, or look for a lot that is sold.',
    'vocabulary-meanwhile':
      'The table has changed in the meantime: version {{version}} is in force. Your answers are kept; open the entry again in the new version, then save.',
    'vocabulary-same': 'The table says this already: nothing was saved.',
    'vocabulary-full': 'The table can hold {{most}} entries at most: nothing was saved.',
    'edited-meanwhile':
      'Someone changed this lot in the meantime. Your answers are kept: save again to put them in place of theirs.',
    'kept-limit':
      'You already keep {{most}} lots, the most here. Take one out of your favourites, then try again.',
    'table-type':
      'This file is neither an XLSX workbook nor a CSV text. Save your bill in one of these formats.',
    'table-old-format': 'This workbook has an old format (XLS). Save it as XLSX or CSV, then send it again.',
    'table-protected': 'This workbook has a password. Remove its protection, then send it again.',
    'table-too-large': 'This file is too heavy: 5 MB at most. Keep the sheet of the bill alone.',
    'table-suspicious':
      'This file declares contents that it does not have, or unpacks beyond what is allowed: it was not read. Save it again from your spreadsheet.',
    'table-unreadable': 'This file is damaged or could not be read. Save it again, or send it as CSV.',
    'table-empty': 'This file holds no line. Choose another, or type the lines.',
    'table-rows': 'This table has too many lines. Send fewer at once: 2,000 at most.',
    'table-columns': 'This table has too many columns. Keep description, quantity, unit and price.',
    'alert-cap': 'You already follow {{most}} searches. Delete one, then try again.',
    'basket-limit':
      'Your organisation has {{max}} bills already. Delete one that is of no more use, then start again.',
    'basket-lines': 'A bill has {{max}} lines at most. Divide it, for example by trade.',
    'difference-required': 'Say in a few words why the quantity counted is not the one reserved.',
    'signed-since': 'Your side has signed another mass since. Open the reservation to see which one counts.',
  },
} as const satisfies Record<'fr' | 'en', Record<DomainErrorCode, string>>
