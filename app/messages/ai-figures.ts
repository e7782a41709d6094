import { defineCatalogue } from './catalogue'

/** What the classifier confuses, how sincere its confidence is, what it does not know and learnt from. */
export const aiFigures = defineCatalogue('ai-figures', {
  fr: {
    confusion: {
      title: 'Ce qu’elle prend pour autre chose',
      picture: 'Chaque ligne est ce que montre la photo, chaque colonne ce que l’IA a répondu',
      lead: 'Pour 100 photos d’une ligne, le nombre de réponses de chaque colonne. Sur la diagonale encadrée, les réponses justes ; ailleurs, les erreurs. Les parts sous 5 % ne sont pas écrites.',
      worst: 'Les erreurs les plus fréquentes',
      worstLine: '{{truth}}, réponse «{{answer}}» : {{count}} photos sur {{total}}',
      total: '{{count}} ph.',
      table: 'Les mêmes chiffres en tableau',
      truth: 'Sur la photo',
      answers: 'Réponses, de la plus fréquente à la moins fréquente',
      right: 'Justes',
      missing: 'Les confusions de ce modèle n’ont pas encore été publiées.',
    },
    calibration: {
      title: 'Sa confiance est-elle sincère ?',
      lead: 'Quand elle annonce 70 %, elle devrait avoir raison 7 fois sur 10. L’écart moyen est de {{ece}} points.',
      picture: 'Part de réponses justes selon la confiance annoncée',
      x: 'Confiance annoncée',
      y: 'Réponses justes',
      from: 'Confiance',
      photos: 'Photos',
      said: 'Annoncée en moyenne',
      right: 'Justes',
      table: 'Les mêmes chiffres en tableau',
      band: 'de {{from}} à {{until}}',
    },
    unknown: {
      title: 'Ce qu’elle ne sait pas',
      materials: 'Matières qu’elle ne peut pas nommer, faute de photos : {{list}}.',
      labels: 'Trop peu de photos pour apprendre : {{list}}.',
      limits:
        'Les photos sombres, floues ou très proches sont plus difficiles. Elle a appris sur des photos de chantiers, de catalogues et de boutiques, surtout trouvées en ligne : elles ne ressemblent pas toutes aux vôtres.',
      outOfScope:
        'Sur {{photos}} images sans matériau, elle en a nommé un avec assurance dans {{sure}} des cas, comme probable dans {{likely}}.',
    },
    data: {
      title: 'Ce sur quoi elle a appris',
      lead: '{{photos}} images publiques. Elles ont servi à apprendre et à mesurer seulement (fouille de textes et de données, article L.122-5-3 du code de la propriété intellectuelle) : elles ne sont ni redistribuées ni gardées ici, et peu de leurs sources indiquent une licence.',
      unknown:
        'Les données d’apprentissage de ce modèle, choisi par l’exploitant, ne sont pas connues de ce service.',
      kind: 'Sorte d’images',
      photos: 'Images',
      sources: 'Sources',
      kinds: {
        web: 'Photos du web, vérifiées à l’œil',
        'web-assisted': 'Photos du web, triées avec l’aide d’un modèle',
        asset: 'Rendus et textures libres',
        none: 'Images sans matériau',
        blank: 'Images unies, faites par l’apprentissage',
        other: 'Autres',
      },
    },
  },
  en: {
    confusion: {
      title: 'What it takes for something else',
      picture: 'Each row is what the photo shows, each column what the AI answered',
      lead: 'For 100 photos of a row, the number of answers of each column. On the framed diagonal, right answers; elsewhere, errors. Shares under 5% are not written.',
      worst: 'The most frequent errors',
      worstLine: '{{truth}}, answered “{{answer}}”: {{count}} photos of {{total}}',
      total: '{{count}} ph.',
      table: 'The same figures as a table',
      truth: 'On the photo',
      answers: 'Answers, from the most to the least frequent',
      right: 'Right',
      missing: 'The confusions of this model have not been published yet.',
    },
    calibration: {
      title: 'Is its confidence sincere?',
      lead: 'When it says 70%, it should be right 7 times in 10. The mean gap is {{ece}} points.',
      picture: 'Share of right answers by the confidence said',
      x: 'Confidence said',
      y: 'Right answers',
      from: 'Confidence',
      photos: 'Photos',
      said: 'Said on average',
      right: 'Right',
      table: 'The same figures as a table',
      band: 'from {{from}} to {{until}}',
    },
    unknown: {
      title: 'What it does not know',
      materials: 'Materials it cannot name, for want of photos: {{list}}.',
      labels: 'Too few photos to learn: {{list}}.',
      limits:
        'Dark, blurred or very close photos are harder. It learnt from photos of sites, catalogues and shops, mostly found online: not all of them look like yours.',
      outOfScope:
        'On {{photos}} pictures of no material, it named one as sure in {{sure}} of cases, as likely in {{likely}}.',
    },
    data: {
      title: 'What it learnt from',
      lead: '{{photos}} public pictures. They served to learn and to measure only (text and data mining, article L.122-5-3 of the French intellectual property code): they are neither redistributed nor kept here, and few of their sources state a licence.',
      unknown: 'The training data of this model, chosen by the operator, is not known to this service.',
      kind: 'Kind of pictures',
      photos: 'Pictures',
      sources: 'Sources',
      kinds: {
        web: 'Photos from the web, checked by eye',
        'web-assisted': 'Photos from the web, sorted with the help of a model',
        asset: 'Free renders and textures',
        none: 'Pictures of no material',
        blank: 'Plain pictures, made by the training',
        other: 'Others',
      },
    },
  },
})
