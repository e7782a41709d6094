import { defineCatalogue } from './catalogue'

/** The sheet of a lot as a document. */
export const lotPaper = defineCatalogue('lotPaper', {
  fr: {
    title: '{{title}} – fiche {{reference}}',
    subject: 'Fiche de lot de matériaux',
    kind: 'Fiche de dépose',
    scan: 'Scannez pour ouvrir la fiche à jour',
    synthetic: 'image de synthèse',
    photoAlt: 'Photo {{number}} sur {{total}} : {{title}}',
    noPhoto: 'Ce lot n’a pas de photo.',
    facts: 'Le lot en bref',
    characteristics: 'Dimensions et caractéristiques',
    sketch: 'Croquis à l’échelle',
    person: 'une personne de 1,70 m',
    ruler: 'une règle de {{cm}} cm',
    sketchAlt: 'Croquis à l’échelle, à côté : {{yardstick}}. {{dimensions}}.',
    footer:
      '{{reference}} – fiche établie le {{day}}. Quantité et dates peuvent changer : l’adresse du code fait foi.',
    carbon:
      'Pour {{mass}} enlevés à {{km}} à vol d’oiseau : {{net}} évités (de {{low}} à {{high}} selon la route).',
    download: 'Fiche en PDF',
    file: 'fiche-{{reference}}',
  },
  en: {
    title: '{{title}} – tag {{reference}}',
    subject: 'Sheet of a material lot',
    kind: 'Site tag',
    scan: 'Scan to open the up-to-date sheet',
    synthetic: 'rendered image',
    photoAlt: 'Photo {{number}} of {{total}}: {{title}}',
    noPhoto: 'This lot has no photo.',
    facts: 'The lot in short',
    characteristics: 'Dimensions and details',
    sketch: 'Sketch to scale',
    person: 'a person of 1.70 m',
    ruler: 'a ruler of {{cm}} cm',
    sketchAlt: 'Sketch to scale, beside it: {{yardstick}}. {{dimensions}}.',
    footer:
      '{{reference}} – sheet drawn up on {{day}}. Quantity and dates may change: the address of the code prevails.',
    carbon:
      'For {{mass}} collected {{km}} away in a straight line: {{net}} avoided (from {{low}} to {{high}} depending on the road).',
    download: 'Sheet as PDF',
    file: 'sheet-{{reference}}',
  },
})
