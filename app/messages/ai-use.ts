import { defineCatalogue } from './catalogue'

/** «Comment l’IA est utilisée ici»: the answer, what it does, how often it is right. */
export const aiUse = defineCatalogue('ai-use', {
  fr: {
    title: 'Comment l’IA est utilisée ici',
    answer: {
      what: 'Quand vous publiez un lot, une petite IA regarde la photo et suggère la matière : brique, porte, parquet…',
      right:
        'Sur des photos qu’elle n’avait jamais vues, sa première suggestion est juste {{top1}} fois sur 100, et la bonne matière est parmi ses trois premières {{top3}} fois sur 100.',
      unmeasured: 'Sa justesse n’a pas été mesurée sur ce service : elle ne présélectionne rien.',
      none: 'Aucun modèle n’est installé sur ce serveur : les photos ne sont pas analysées.',
      who: 'Elle ne décide de rien : une personne choisit la matière, et le service marche à l’identique sans elle.',
    },
    on: 'En service sur ce serveur',
    off: {
      title: 'L’analyse des photos est arrêtée',
      environment: 'L’exploitant l’a arrêtée. Les formulaires marchent à l’identique.',
      setting: 'L’équipe de la Métropole l’a arrêtée. Les formulaires marchent à l’identique.',
    },
    role: {
      title: 'Ce qu’elle fait, et qui décide',
      does: 'Ce qu’elle fait',
      doesText:
        'Elle lit la photo sur ce serveur, sans ses métadonnées, et propose au plus trois matières marquées «suggéré par l’IA». Quand elle est sûre, la première est présélectionnée ; un geste la change. Elle retrouve aussi les lots dont les photos se ressemblent.',
      not: 'Ce qu’elle ne décide pas',
      notText:
        'Ni la publication, ni le rapprochement d’un lot et d’un besoin, ni qui l’obtient. Elle ne classe des lots que si vous cherchez par photo. Elle ne dit rien de l’état, de la quantité, de l’amiante, du plomb ou de la solidité. Elle ne cherche personne sur les photos.',
      who: 'Où une personne décide',
      whoText:
        'Qui publie choisit la matière et en répond. Le repreneur choisit de réserver, le cédant accepte ou refuse en donnant sa raison. Ce que l’IA avait suggéré reste noté à part.',
    },
    accuracy: {
      title: 'Combien de fois elle a raison',
      lead: 'Mesuré sur {{photos}} photos de {{sources}} sources. Toutes les photos d’une même source sont mises de côté ensemble : aucune n’a servi à apprendre ce qui la juge. Seuils et réglages sont choisis sur ces mêmes photos, les chiffres sont donc un peu optimistes.',
      leadHere:
        'Mesuré sur ce service, sur {{photos}} photos de {{sources}} sources. Les seuils sont choisis sur ces mêmes photos, les chiffres sont donc un peu optimistes.',
      top1: 'Première suggestion juste',
      top3: 'Juste parmi trois',
      sure: 'Juste quand elle se dit sûre',
      sureNote: 'elle se dit sûre pour {{share}} des photos',
      outOfScope: 'Photos sans matériau prises pour un matériau, «sûre»',
      outOfScopeNote: 'sur {{photos}} images d’outils, de machines et d’autres choses',
    },
    baseline: {
      title: 'Ferait-on aussi bien sans IA ?',
      first: 'Première réponse juste',
      three: 'Juste parmi trois',
      same: 'Toujours répondre «{{label}}»',
      list: 'Proposer toujours la même liste',
      hand: 'Couleurs et formes comptées, sans réseau',
      ai: 'Ce modèle',
      note: 'Mêmes photos, mêmes groupes. La liste fixe est celle des trois matières les plus fréquentes : {{list}}. La méthode sans réseau calcule {{numbers}} nombres par photo, sous la même régression.',
      missing: 'Pas encore mesuré pour ce modèle.',
    },
    verdict: {
      title: 'Quand elle se tait',
      lead: 'Sous les seuils, elle dit qu’elle n’est pas sûre plutôt que de deviner.',
      name: 'Ce qu’elle dit',
      from: 'À partir d’une confiance de',
      share: 'Photos concernées',
      precision: 'Justes',
      out: 'Photos sans matériau',
      sure: 'Sûre : présélectionne',
      likely: 'Probable : propose sans choisir',
      unsure: 'Pas sûre : n’étiquette rien',
      none: 'Pas un matériau',
      missed: '{{share}} des matériaux, à tort',
    },
    labels: {
      title: 'Ce qu’elle reconnaît, matière par matière',
      label: 'Sur la photo',
      material: 'Matière suggérée',
      photos: 'Photos',
      recall: 'Retrouvées',
      precision: 'Justes quand dites',
      recallPercent: 'Retrouvées (%)',
      precisionPercent: 'Justes quand dites (%)',
    },
  },
  en: {
    title: 'How AI is used here',
    answer: {
      what: 'When you publish a lot, a small AI looks at the photo and suggests the material: brick, door, parquet…',
      right:
        'On photos it had never seen, its first suggestion is right {{top1}} times in 100, and the right material is among its first three {{top3}} times in 100.',
      unmeasured: 'Its accuracy has not been measured on this service: it preselects nothing.',
      none: 'No model is installed on this server: photos are not analysed.',
      who: 'It decides nothing: a person chooses the material, and the service works the same without it.',
    },
    on: 'In service on this server',
    off: {
      title: 'The analysis of photos is switched off',
      environment: 'The operator switched it off. Forms work the same.',
      setting: 'The team of the Métropole switched it off. Forms work the same.',
    },
    role: {
      title: 'What it does, and who decides',
      does: 'What it does',
      doesText:
        'It reads the photo on this server, without its metadata, and proposes at most three materials marked “suggested by AI”. When it is sure, the first is preselected; one gesture changes it. It also finds lots whose photos look alike.',
      not: 'What it does not decide',
      notText:
        'Neither publication, nor the matching of a lot and a need, nor who gets it. It ranks lots only when you search by photo. It tells nothing of condition, quantity, asbestos, lead or soundness. It looks for nobody on the photos.',
      who: 'Where a person decides',
      whoText:
        'Whoever publishes chooses the material and answers for it. The taker chooses to reserve, the giver accepts or refuses and says why. What the AI had suggested is kept apart.',
    },
    accuracy: {
      title: 'How often it is right',
      lead: 'Measured on {{photos}} photos from {{sources}} sources. All photos of one source are set aside together: none was used to learn what judges it. Thresholds and settings are chosen on the same photos, so the figures are slightly optimistic.',
      leadHere:
        'Measured on this service, on {{photos}} photos from {{sources}} sources. Thresholds are chosen on the same photos, so the figures are slightly optimistic.',
      top1: 'First suggestion right',
      top3: 'Right among three',
      sure: 'Right when it says it is sure',
      sureNote: 'it says so for {{share}} of the photos',
      outOfScope: 'Photos of no material taken for one, “sure”',
      outOfScopeNote: 'of {{photos}} pictures of tools, machines and other things',
    },
    baseline: {
      title: 'Would it do as well without AI?',
      first: 'First answer right',
      three: 'Right among three',
      same: 'Always answer “{{label}}”',
      list: 'Always offer the same list',
      hand: 'Colours and shapes counted, no network',
      ai: 'This model',
      note: 'Same photos, same groups. The fixed list holds the three most frequent materials: {{list}}. The method without a network computes {{numbers}} numbers a photo, under the same regression.',
      missing: 'Not measured for this model yet.',
    },
    verdict: {
      title: 'When it keeps silent',
      lead: 'Under the thresholds, it says that it is not sure rather than guess.',
      name: 'What it says',
      from: 'From a confidence of',
      share: 'Photos concerned',
      precision: 'Right',
      out: 'Photos of no material',
      sure: 'Sure: preselects',
      likely: 'Likely: proposes, chooses nothing',
      unsure: 'Not sure: tags nothing',
      none: 'Not a material',
      missed: '{{share}} of materials, wrongly',
    },
    labels: {
      title: 'What it recognises, material by material',
      label: 'On the photo',
      material: 'Suggested material',
      photos: 'Photos',
      recall: 'Found',
      precision: 'Right when said',
      recallPercent: 'Found (%)',
      precisionPercent: 'Right when said (%)',
    },
  },
})
