// `npm run accessibility:statement`: writes what the last run of the browser tests says of accessibility to the data
// file that the page /accessibilite shows. Run the browser tests first.
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import * as prettier from 'prettier'
import { measuredOf, reportSchema } from './read-report'

const root = fileURLToPath(new URL('../../', import.meta.url))
const reportFile = path.resolve(process.argv[2] ?? path.join(root, 'test-results/browser.json'))
if (!fs.existsSync(reportFile)) {
  console.error(`No report of the browser tests at ${reportFile}: run them first (npx playwright test).`)
  process.exit(1)
}
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  version: string
}
const measured = measuredOf(reportSchema.parse(JSON.parse(fs.readFileSync(reportFile, 'utf8'))), version)
if (measured.views === 0) {
  console.error('This report holds no look of axe: the walk over every page was not part of the run.')
  process.exit(1)
}
const file = path.join(root, 'app/core/accessibility/measured.json')
fs.writeFileSync(
  file,
  await prettier.format(JSON.stringify(measured), {
    ...(await prettier.resolveConfig(file)),
    parser: 'json',
  }),
)
console.log(
  `${measured.pages.length} pages, ${measured.views} views, ${measured.rules.length} rules: ${file}`,
)
