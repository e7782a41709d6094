// The steps that start and test share. No dependency: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'

export const ROOT = path.resolve(import.meta.dirname, '../..')
const LEAST_NODE = [20, 19]
const started = performance.now()

/** A failure whose message says what to do; shown without a stack. */
export class SetupError extends Error {}

/** Says what is being done, with the time since the start. */
export function say(text) {
  const seconds = Math.round((performance.now() - started) / 1000)
  process.stdout.write(`[${String(seconds).padStart(3)} s] ${text}\n`)
}

/** Runs the whole of a script, and turns a failure into its sentence and an exit code. */
export async function runScript(main) {
  try {
    await main()
  } catch (error) {
    process.stderr.write(`\n${error instanceof SetupError ? error.message : (error?.stack ?? error)}\n`)
    process.exitCode = 1
  }
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return
  throw new SetupError(
    `Node ${process.versions.node} is too old: install Node ${LEAST_NODE.join('.')} or newer, then run the command again.`,
  )
}

/** Installs the locked packages when they are missing or the lock has changed. */
export async function installPackages() {
  const stamp = path.join(ROOT, 'node_modules/.gisement-lock')
  const wanted = hashFiles([path.join(ROOT, 'package-lock.json'), path.join(ROOT, 'package.json')])
  if (readText(stamp) === wanted) return
  say('Installing packages (2 to 4 minutes the first time; better-sqlite3 may be compiled)…')
  const log = path.join(ROOT, '.cache/install.log')
  fs.mkdirSync(path.dirname(log), { recursive: true })
  const output = fs.openSync(log, 'w')
  const pulse = setInterval(() => say('… still installing'), 20_000)
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const code = await run('npm', args, {}, output)
  clearInterval(pulse)
  fs.closeSync(output)
  if (code !== 0) throw new SetupError(`${installAdvice()} The details are in .cache/install.log.`)
  fs.writeFileSync(stamp, wanted)
  say('Packages are installed.')
}

/** Builds the image classifier's folder from its npm package and our head; skips when it is up to date. */
export async function buildModel() {
  const code = await run(process.execPath, ['--import', 'tsx', 'scripts/model/build-model.ts'])
  if (code !== 0) throw new SetupError('The image classifier could not be built. The lines above say why.')
}

/** Builds the pages and the server when their sources have changed. */
export async function buildProduct() {
  const stamp = path.join(ROOT, 'build/.sources')
  const wanted = hashFiles([
    ...['app', 'db', 'public'].flatMap((folder) => listFiles(path.join(ROOT, folder))),
    ...fs
      .readdirSync(ROOT)
      .filter((file) => /^(?:vite\..*\.ts|package-lock\.json|tsconfig\.json)$/.test(file))
      .sort()
      .map((file) => path.join(ROOT, file)),
  ])
  if (readText(stamp) === wanted) return
  say('Building pages and server (about half a minute)…')
  const code = await run(bin('remix'), ['vite:build', '--logLevel', 'warn'])
  if (code !== 0) throw new SetupError('The build failed. The lines above say where.')
  fs.writeFileSync(stamp, wanted)
  say('The build is ready.')
}

/** Runs a command in the project or a folder, its output shown or written to an open file; resolves to its exit code. */
export function run(command, args, env = {}, output = 'inherit', cwd = ROOT) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...env },
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(signal ? 1 : code))
  })
}

/** The path of an installed command. */
export function bin(name) {
  return path.join(ROOT, 'node_modules/.bin', name)
}

function installAdvice() {
  const missing = ['c++', 'make', 'python3'].filter((tool) => !hasCommand(tool))
  if (missing.length > 0) {
    return `better-sqlite3 has to be compiled here and ${missing.join(', ')} is missing. Install a C++ compiler, make and Python 3 (Debian: apt-get install -y g++ make python3; macOS: xcode-select --install), then run the command again.`
  }
  return 'The packages could not be installed. Check that the npm registry can be reached, then run the command again.'
}

export function hasCommand(name) {
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0
}

function listFiles(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

function hashFiles(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(path.relative(ROOT, file)).update(fs.readFileSync(file))
  return hash.digest('hex')
}

function readText(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null
}
