import type { DomainErrorCode } from '~/core/result'
import { defineCatalogue } from './catalogue'
import { domainErrors } from './domain-errors'

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
  | 'more_than_lot'
  | 'mass_unknown'
  | 'invalid_number'
  | 'invalid_quantity'
  | 'invalid_amount'
  | 'invalid_email'
  | 'invalid_phone'
  | 'invalid_waste_code'
  | 'reuse_is_no_waste'
  | 'invalid_url'
  | 'invalid_siret'
  | 'invalid_postcode'
  | 'invalid_choice'
  | 'invalid_file'
  | 'invalid_value'
  | 'password_short'
  | 'shares_over'
  | 'password_mismatch'
  | 'email_taken'
  | 'accept_required'
  | 'hazards_required'
  | 'ceding_right_required'
  | 'signature_required'
  | 'drawing_unread'
  | 'blur_nothing'
  | 'hazard_or_none'
  | 'asbestos'
  | 'wording_asbestos'
  | 'wording_pcb'
  | 'wording_creosote'
  | 'wording_halon'
  | 'wording_lead'
  | 'wording_arsenic'
  | 'storage_order'
  | 'stage_order'
  | 'stage_too_late'
  | 'invalid_percent'
  | 'weights_total'
  | 'future_day'
  | 'repeated_criterion'
  | 'act_halves'
  | 'undertaking_required'
  | 'criteria_total'
  | 'vocabulary_no_words'
  | 'vocabulary_says_nothing'
  | 'vocabulary_too_many_words'
  | 'vocabulary_word_too_long'

export type ErrorCode = DomainErrorCode | FormErrorCode

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
    more_than_lot: 'Indiquez au plus la quantité du lot.',
    mass_unknown: 'Indiquez la masse : aucune source ne la donne pour ce produit.',
    invalid_number: 'Indiquez un nombre, par exemple 12,5.',
    invalid_quantity: 'Indiquez une quantité plus grande que zéro, par exemple 12,5.',
    invalid_amount: 'Indiquez un montant en euros, par exemple 12,50.',
    invalid_email: 'Indiquez une adresse complète, par exemple prenom.nom@exemple.fr.',
    invalid_waste_code: 'Indiquez six chiffres de la liste européenne, par exemple 17 02 01.',
    reuse_is_no_waste: 'Un réemploi n’est pas un déchet : laissez le code vide.',
    invalid_phone: 'Indiquez un numéro à dix chiffres, par exemple 01 23 45 67 89.',
    invalid_url: 'Indiquez une adresse qui commence par https://.',
    invalid_siret: 'Vérifiez les 14 chiffres du SIRET : ceux-ci ne forment pas un numéro valable.',
    invalid_postcode: 'Indiquez les 5 chiffres du code postal.',
    invalid_choice: 'Choisissez une des réponses proposées.',
    invalid_file: "Ce fichier n'a pas pu être lu. Choisissez-en un autre.",
    invalid_value: 'Vérifiez cette réponse.',
    shares_over: 'Les deux parts dépassent 100 % du montant.',
    password_short: 'Choisissez au moins 12 caractères.',
    password_mismatch: 'Écrivez deux fois le même mot de passe.',
    email_taken: 'Un compte existe avec cette adresse. Connectez-vous ou demandez un nouveau mot de passe.',
    accept_required: 'Cochez cette case pour continuer.',
    ceding_right_required: 'Dites à quel titre votre organisation cède ce lot.',
    signature_required: 'Écrivez votre nom : il vaut signature.',
    blur_nothing: 'Cochez une zone ou une case de la photo.',
    future_day: 'Indiquez une date passée : seul un acte déjà voté peut être cité.',
    repeated_criterion: 'Le même critère est choisi deux fois. Gardez-le à une seule place.',
    act_halves: 'Donnez la référence et la date ensemble, ou aucune des deux.',
    undertaking_required: 'Cochez l’engagement de ne pas revendre pour continuer.',
    drawing_unread:
      'La signature dessinée est trop courte ou illisible. Recommencez-la, ou signez de votre nom.',
    hazards_required: 'Cochez les dangers que vous connaissez, ou «Aucun danger connu».',
    hazard_or_none: 'Cochez des dangers, ou «Aucun danger connu», mais pas les deux.',
    asbestos:
      'L’amiante ne peut pas être cédé : la loi l’interdit, même gratuitement (décret n° 96-1133). Ce lot part en filière spécialisée.',
    wording_asbestos:
      'Ces mots annoncent de l’amiante, que la loi interdit de céder (décret n° 96-1133). Si un repérage l’exclut, écrivez «sans amiante» ; sinon, confiez-le à une filière spécialisée.',
    wording_pcb:
      'Les appareils contenant des PCB ne se cèdent pas (code de l’environnement, R. 543-17 à R. 543-20). Confiez-les à une installation agréée.',
    wording_creosote:
      'Le bois créosoté et les traverses de chemin de fer en bois ne se cèdent pas (arrêté du 18 décembre 2018). C’est un déchet dangereux : confiez-le à une filière agréée. En béton ou en acier, dites-le.',
    wording_halon:
      'Les extincteurs au halon ne se cèdent pas (règlement (UE) 2024/590). Rapportez-les à un professionnel qui récupère le gaz.',
    wording_lead:
      'Vous parlez de peinture au plomb : cochez ce danger, pour que qui l’emporte se protège (code de la santé publique, L. 1334-5 et suivants).',
    wording_arsenic:
      'Vous parlez de bois traité à l’arsenic (CCA) : cochez «bois traité». Son réemploi est restreint (règlement REACH, annexe XVII, entrée 19).',
    storage_order: 'Indiquez un jour qui n’est pas avant le départ à la benne.',
    stage_order: 'Le territoire voit le lot avant tout le monde : indiquez un jour plus tôt.',
    invalid_percent: 'Indiquez un pourcentage de 0 à 100, avec deux décimales au plus, par exemple 12,5.',
    vocabulary_no_words: 'Donnez un mot au moins.',
    vocabulary_says_nothing: 'Un mot seul ne dit rien : donnez un équivalent, ou ce dont il est une sorte.',
    vocabulary_too_many_words: 'Vingt mots au plus par entrée : répartissez-les en deux entrées.',
    vocabulary_word_too_long: 'Soixante caractères au plus par mot.',
    criteria_total: 'Les poids des critères doivent faire 100 ensemble.',
    weights_total: 'Les sept poids doivent faire 100 % ensemble : voyez leur somme sous le formulaire.',
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
    more_than_lot: 'Give at most the quantity of the lot.',
    mass_unknown: 'Give the mass: no source tells it for this product.',
    invalid_number: 'Give a number, for example 12.5.',
    invalid_quantity: 'Give a quantity above zero, for example 12.5.',
    invalid_amount: 'Give an amount in euros, for example 12.50.',
    invalid_email: 'Give a full address, for example first.last@example.org.',
    invalid_waste_code: 'Give six digits of the European list, for example 17 02 01.',
    reuse_is_no_waste: 'Reuse is no waste: leave the code empty.',
    invalid_phone: 'Give a ten-digit number, for example 01 23 45 67 89.',
    invalid_url: 'Give an address that starts with https://.',
    invalid_siret: 'Check the 14 digits of the SIRET: these do not make a valid number.',
    invalid_postcode: 'Give the 5 digits of the postcode.',
    invalid_choice: 'Choose one of the answers offered.',
    invalid_file: 'This file could not be read. Choose another.',
    invalid_value: 'Check this answer.',
    shares_over: 'The two shares exceed 100% of the amount.',
    password_short: 'Choose at least 12 characters.',
    password_mismatch: 'Write the same password twice.',
    email_taken: 'An account exists with this address. Sign in or ask for a new password.',
    accept_required: 'Tick this box to continue.',
    ceding_right_required: 'Say by what right your organisation cedes this lot.',
    signature_required: 'Write your name: it is your signature.',
    blur_nothing: 'Tick a zone or a cell of the photo.',
    future_day: 'Give a day that has passed: only an act already voted can be cited.',
    repeated_criterion: 'The same criterion is chosen twice. Keep it in one place.',
    act_halves: 'Give the reference and the date together, or neither.',
    undertaking_required: 'Tick the undertaking not to sell again to go on.',
    drawing_unread: 'The drawn signature is too short or unreadable. Draw it again, or sign with your name.',
    hazards_required: 'Tick the hazards that you know of, or “No known hazard”.',
    hazard_or_none: 'Tick hazards, or “No known hazard”, but not both.',
    asbestos:
      'Asbestos cannot be ceded: French law forbids it, even for free (decree 96-1133). This lot goes to a specialised facility.',
    wording_asbestos:
      'These words offer asbestos, which French law forbids to cede (decree 96-1133). If a survey rules it out, write “without asbestos”; if not, leave it to a specialised facility.',
    wording_pcb:
      'Appliances that contain PCBs may not be ceded (French environment code, R. 543-17 to R. 543-20). Leave them to an approved facility.',
    wording_creosote:
      'Creosoted wood and wooden railway sleepers may not be ceded (order of 18 December 2018). It is hazardous waste: leave it to an approved facility. If they are of concrete or steel, say so.',
    wording_halon:
      'Halon extinguishers may not be ceded (regulation (EU) 2024/590). Take them to a professional who recovers the gas.',
    wording_lead:
      'You speak of lead paint: tick this danger, so that whoever takes it protects themselves (French public health code, L. 1334-5 and following).',
    wording_arsenic:
      'You speak of wood treated with arsenic (CCA): tick “treated wood”. Its reuse is restricted (REACH regulation, annex XVII, entry 19).',
    storage_order: 'Give a day that is not before the lot goes to the skip.',
    stage_order: 'The territory sees the lot before everyone: give an earlier day.',
    invalid_percent: 'Give a percentage from 0 to 100, with two decimals at most, for example 12.5.',
    vocabulary_no_words: 'Give one word at least.',
    vocabulary_says_nothing: 'One word alone says nothing: give an equivalent, or what it is a kind of.',
    vocabulary_too_many_words: 'Twenty words at most in an entry: divide them into two.',
    vocabulary_word_too_long: 'Sixty characters at most in a word.',
    criteria_total: 'The weights of the criteria must make 100 together.',
    weights_total: 'The seven weights must make 100% together: see their sum under the form.',
    stage_too_late: 'Give a day before the lot goes to the skip, or nobody else will see it.',
  },
} as const satisfies Record<'fr' | 'en', Record<FormErrorCode, string>>

/** One sentence for each refusal code, the error summary, and the texts of the error pages. */
export const errors = defineCatalogue('errors', {
  fr: {
    ...domainErrors.fr,
    ...form.fr,
  },
  en: {
    ...domainErrors.en,
    ...form.en,
  },
})
