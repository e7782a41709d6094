import { defineCatalogue } from './catalogue'

/** What the model suggests of a lot's photos, and how sure it is. */
export const classifier = defineCatalogue('classifier', {
  fr: {
    title: 'Suggéré d’après la photo : vérifiez',
    waiting: 'Analyse de la photo…',
    sure: 'L’analyse reconnaît cette matière. Vous décidez.',
    likely: 'L’analyse hésite. Touchez la bonne matière, ou choisissez dans la liste.',
    unsure: 'L’analyse ne reconnaît pas la matière. Choisissez-la ou vérifiez-la dans la liste.',
    notMaterial:
      'L’analyse ne voit pas de matériau sur cette photo. Choisissez la matière dans la liste, ou reprenez une photo.',
    off: 'L’analyse des photos n’est pas disponible en ce moment. Choisissez la matière dans la liste.',
    offByOrganisation:
      'Votre organisation a choisi de ne pas faire analyser ses photos. Choisissez la matière dans la liste.',
    offByOperator: 'L’analyse des photos est arrêtée sur ce service. Choisissez la matière dans la liste.',
    chip: '{{material}}, {{percent}}',
    how: 'Comment cela marche',
  },
  en: {
    title: 'Suggested from the photo: please check',
    waiting: 'Analysing the photo…',
    sure: 'The analysis recognises this material. You decide.',
    likely: 'The analysis hesitates. Tap the right material, or choose from the list.',
    unsure: 'The analysis does not recognise the material. Choose it from the list.',
    notMaterial:
      'The analysis sees no material on this photo. Choose the material from the list, or take another photo.',
    off: 'Photo analysis is not available right now. Choose the material from the list.',
    offByOrganisation:
      'Your organisation chose not to have its photos analysed. Choose the material from the list.',
    offByOperator: 'Photo analysis is switched off on this service. Choose the material from the list.',
    chip: '{{material}}, {{percent}}',
    how: 'How it works',
  },
})
