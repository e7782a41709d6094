import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const ROUTES = path.resolve('app/routes')
const GUARD =
  /\b(requireActor|requireAdministration|requireFieldActor|requireRight|requireOwnLot|optionalActor|lotViewerOf|requireReplayedPair|requireSiteReader|requireSiteEditor|requireParty|handoverPaperReply|requireClosingSheet|keptLotsOf|requireThread|comparedLots|seenPlace|seenDossier|requireCommittee|seenExperiment|seenFiche|shownHandovers|boardFor|requirePurchases|ownImport|ownImportSite|requireStage)\(/

/** Pages and acts that are the same for everyone, or that prove who asks in another way (a password, a link). */
const PUBLIC = new Set([
  'accessibility',
  'alert-confirm',
  'alert-manage',
  'alert-stop',
  'board-mail-stop',
  'ai-confusion-csv',
  'ai-labels-csv',
  'ai-use',
  'ai-use-json',
  'ai-use-schema',
  'api',
  'api-v1',
  'algorithms',
  'algorithms-json',
  'algorithms-schema',
  'algorithms-weights-csv',
  'calendar-feed',
  'commune-outlines',
  'communes',
  'communes-csv',
  'demo-sign-in',
  'field',
  'forgotten-password',
  'help',
  'home',
  'import-example',
  'invitation',
  'kept-seen',
  'legal',
  'ledger',
  'ledger-chain',
  'ledger-heads-csv',
  'library-csv',
  'lots-atom',
  'lots-geojson',
  'lots-ics',
  'lots-rss',
  'need-suggestions',
  'needs-atom',
  'method',
  'method-csv',
  'needs-csv',
  'needs-geojson',
  'needs-rss',
  'new-password',
  'not-found',
  'offline',
  'open-data',
  'open-data-catalogue',
  'open-data-file',
  'passkey-options',
  'passkey-sign-in',
  'photo-file',
  'places-csv',
  'places-geojson',
  'places-map-data',
  'proconnect-account',
  'programme-communes-csv',
  'programme-criteria',
  'programme-criteria-csv',
  'shared-document',
  'shared-lot-pdf',
  'report-confirm',
  'reservation-act',
  'robots',
  'sign-out',
  'sign-out-provider',
  'sign-up-sent',
  'sitemap',
  'try-photo',
  'stories',
  'stories-csv',
  'story',
  'story-photo',
  'unsubscribe',
  'verify-paper',
  'verify-papers',
  'workshop-ics',
  'workshops-csv',
  'workshops-ics',
])

const routes = fs.readdirSync(ROUTES).filter((name) => fs.statSync(path.join(ROUTES, name)).isDirectory())

/** Whether any file of a route asks who is there. */
function isGuarded(name: string): boolean {
  const folder = path.join(ROUTES, name)
  return fs.readdirSync(folder).some((file) => GUARD.test(fs.readFileSync(path.join(folder, file), 'utf8')))
}

it.each(routes)('the route %s asks who is there, or is listed as public', (name) => {
  expect(isGuarded(name) || PUBLIC.has(name)).toBe(true)
})
