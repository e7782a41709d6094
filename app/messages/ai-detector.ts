import { defineCatalogue } from './catalogue'

/** The detector of people and vehicles on the page that says how AI is used. */
export const aiDetector = defineCatalogue('ai-detector', {
  fr: {
    title: 'Repérer une personne ou un véhicule sur une photo',
    lead: 'Un second outil regarde chaque photo publiée et prévient la personne qui la publie quand quelqu’un, ou un véhicule dont la plaque serait lisible, semble visible. Il ne reconnaît personne : il cherche des visages, pas des identités, et ne garde que des rectangles.',
    on: 'En service',
    offByOperator: 'Éteint par l’exploitant',
    missing: 'Non installé sur ce serveur',
    decides: 'Ce qu’une personne décide',
    decidesText:
      'Tout : ce qui est flouté, ou qu’il n’y a rien à flouter. Sans elle, rien n’est flouté, refusé ni masqué.',
    plates: 'Les plaques',
    platesText:
      'Il ne lit ni ne cherche les plaques elles-mêmes : il repère les véhicules et propose leur moitié basse.',
    without: 'Pour s’en passer',
    withoutText:
      'Flouter à la main marche toujours. Une organisation peut refuser l’analyse de ses photos ; l’exploitant l’éteint par DETECTOR=off.',
    use: 'Sur les photos présentes ici',
    useText:
      '{{photos}} photos regardées, {{withSightings}} avec un repérage, {{dismissed}} jugées sans rien à flouter, {{blurred}} floutées.',
    version: 'Version',
    unmeasured: 'Ses erreurs n’ont pas été mesurées dans cette version.',
    faces: 'Visages repérés, sur {{n}} collés dans des photos de chantier',
    faceHeight: 'Hauteur du visage, pour une photo de 1600 pixels',
    faceFound: 'Repérés',
    px: '{{height}} pixels',
    facesNote:
      'Ces visages ont été choisis par un outil de la même famille, de face ou presque : en vrai, il en manque davantage, surtout de profil, masqués, sous un casque ou dans l’ombre.',
    photosPeople: '{{told}} photos de chantier sur {{n}} qui montrent quelqu’un ont été signalées.',
    photosVehicles: '{{told}} photos sur {{n}} qui montrent un véhicule ont été signalées.',
    photosNobody: '{{told}} photos sur {{n}} qui ne montrent ni l’un ni l’autre ont été signalées à tort.',
    ms: '{{ms}} ms par photo, sur un cœur.',
    sources: 'D’où viennent les deux réseaux',
    sourceName: 'Réseau',
    sourceLicence: 'Licence',
  },
  en: {
    title: 'Spotting a person or a vehicle in a photo',
    lead: 'A second tool looks at each photo that is published and warns who publishes it when somebody, or a vehicle whose plate could be read, seems to be visible. It recognises nobody: it looks for faces, not identities, and keeps rectangles alone.',
    on: 'In service',
    offByOperator: 'Switched off by the operator',
    missing: 'Not installed on this server',
    decides: 'What a person decides',
    decidesText:
      'Everything: what is blurred, or that there is nothing to blur. Without a person nothing is blurred, refused or hidden.',
    plates: 'Plates',
    platesText:
      'It neither reads nor looks for plates themselves: it spots vehicles and proposes their lower half.',
    without: 'Doing without it',
    withoutText:
      'Blurring by hand always works. An organisation may refuse to have its photos analysed; the operator switches it off with DETECTOR=off.',
    use: 'On the photos that are here',
    useText:
      '{{photos}} photos looked at, {{withSightings}} with something spotted, {{dismissed}} said to have nothing to blur, {{blurred}} blurred.',
    version: 'Version',
    unmeasured: 'The errors of this version were not measured.',
    faces: 'Faces spotted, of {{n}} pasted into photos of sites',
    faceHeight: 'Height of the face, for a photo of 1600 pixels',
    faceFound: 'Spotted',
    px: '{{height}} pixels',
    facesNote:
      'These faces were chosen by a tool of the same family, from the front or nearly: in life it misses more, above all in profile, masked, under a helmet or in the shade.',
    photosPeople: '{{told}} of {{n}} photos of sites that show somebody were told.',
    photosVehicles: '{{told}} of {{n}} photos that show a vehicle were told.',
    photosNobody: '{{told}} of {{n}} photos that show neither were told by mistake.',
    ms: '{{ms}} ms a photo, on one core.',
    sources: 'Where both networks come from',
    sourceName: 'Network',
    sourceLicence: 'Licence',
  },
})
