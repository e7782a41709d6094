import { defineCatalogue } from './catalogue'

/** What an organisation agrees to when its photos may teach the classifier, and for how long. */
export const photoConsent = defineCatalogue('photo-consent', {
  fr: {
    title: 'Reconnaissance des photos',
    agree: 'Aider à améliorer la reconnaissance avec nos photos',
    hint: 'Facultatif : rien d’autre n’en dépend.',
    what: 'Ce qui est gardé',
    whatText:
      'Les photos des lots publiés ou modifiés après votre accord, la matière que vous avez choisie et celle que l’analyse avait proposée. Ni l’adresse, ni la description.',
    why: 'Pour quoi faire',
    whyText:
      'L’équipe de la Métropole vérifie chaque photo, puis le modèle apprend à mieux reconnaître les matériaux. Aucun autre usage.',
    long: 'Combien de temps',
    longText: 'Trois ans au plus, et jamais plus longtemps que la photo sur le service.',
    stop: 'Changer d’avis',
    stopText:
      'Décochez et enregistrez : vos exemples sont effacés aussitôt. Un modèle déjà appris ne contient aucune photo ; le suivant est appris sans les vôtres.',
    submit: 'Enregistrer ce choix',
    isOn: 'Votre organisation partage ses photos pour améliorer la reconnaissance. Un responsable peut changer ce choix.',
    isOff: 'Votre organisation ne partage pas ses photos. Un responsable peut changer ce choix.',
  },
  en: {
    title: 'Photo recognition',
    agree: 'Help to improve recognition with our photos',
    hint: 'Optional: nothing else depends on it.',
    what: 'What is kept',
    whatText:
      'The photos of lots published or changed after you agree, the material you chose and the one that the analysis had proposed. Neither the address nor the description.',
    why: 'What for',
    whyText:
      'The team of the Métropole checks each photo, then the model learns to recognise materials better. No other use.',
    long: 'How long',
    longText: 'Three years at most, and never longer than the photo on the service.',
    stop: 'Change your mind',
    stopText:
      'Untick and save: your examples are erased at once. A model already learnt holds no photo; the next one is learnt without yours.',
    submit: 'Save this choice',
    isOn: 'Your organisation shares its photos to improve recognition. An owner can change this choice.',
    isOff: 'Your organisation does not share its photos. An owner can change this choice.',
  },
})
