import { defineCatalogue } from './catalogue'

/** The lots of a search for other programs, and the links to them. */
export const feeds = defineCatalogue('feeds', {
  fr: {
    title: 'Gisement : {{name}}',
    subtitle_one: '{{count}} lot de matériaux à reprendre',
    subtitle_other: '{{count}} lots de matériaux à reprendre',
    summary: '{{quantity}} à {{commune}}, jusqu’au {{day}}, {{price}}',
    subtitleNeeds_one: '{{count}} besoin de matériaux',
    subtitleNeeds_other: '{{count}} besoins de matériaux',
    needSummary: '{{quantity}} à {{commune}}, entre le {{from}} et le {{until}}',
    gift: 'à titre gratuit',
    price: '{{price}} / {{unit}}',
    calendar: 'Gisement, derniers jours : {{name}}',
    lastDay: 'Dernier jour : {{lot}}',
    follow: 'Suivre cette recherche dans un autre outil',
    followText:
      'Ces adresses se mettent à jour seules et montrent les lots que tout visiteur voit. Les lots y sont placés au centre de leur commune.',
    followNeedsText:
      'Ces adresses se mettent à jour seules et montrent les besoins que tout visiteur voit, placés au centre de leur commune.',
    atom: 'Flux Atom',
    rss: 'Flux RSS',
    geojson: 'Carte (GeoJSON)',
    ics: 'Agenda des derniers jours (ICS)',
  },
  en: {
    title: 'Gisement: {{name}}',
    subtitle_one: '{{count}} lot of materials to take',
    subtitle_other: '{{count}} lots of materials to take',
    summary: '{{quantity}} in {{commune}}, until {{day}}, {{price}}',
    subtitleNeeds_one: '{{count}} need for materials',
    subtitleNeeds_other: '{{count}} needs for materials',
    needSummary: '{{quantity}} in {{commune}}, between {{from}} and {{until}}',
    gift: 'free of charge',
    price: '{{price}} / {{unit}}',
    calendar: 'Gisement, last days: {{name}}',
    lastDay: 'Last day: {{lot}}',
    follow: 'Follow this search in another tool',
    followText:
      'These addresses keep up to date on their own and show the lots that any visitor sees. Lots are placed at the centre of their town.',
    followNeedsText:
      'These addresses keep up to date on their own and show the needs that any visitor sees, placed at the centre of their town.',
    atom: 'Atom feed',
    rss: 'RSS feed',
    geojson: 'Map (GeoJSON)',
    ics: 'Calendar of last days (ICS)',
  },
})
