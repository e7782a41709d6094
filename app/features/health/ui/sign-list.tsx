import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { healthTexts } from '~/messages/health'
import { Badge } from '~/ui/badge'
import { useFormat, useT } from '~/ui/i18n'
import type { Facts, Sign, SignName } from '../model/signs'

const TONES = { good: 'success', watch: 'warning', act: 'danger' } as const
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Each sign with its state in words, what it was read from and, where it is not good, what to do next. */
export function SignList({ signs, facts }: { signs: readonly Sign[]; facts: Facts }) {
  const t = useT(healthTexts)
  const said = useSaid(facts)
  return (
    <ul className="flex min-w-0 flex-col">
      {signs.map(({ name, state }) => (
        <li key={name} className="flex min-w-0 flex-col gap-1 border-t border-edge py-4" id={name}>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-display text-lg font-bold">{t(`sign.${name}`)}</span>
            <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
          </p>
          <p className="prose-width">{said[name]}</p>
          {state !== 'good' && (
            <p className="prose-width font-semibold">
              {t(name === 'database' && facts.connections !== null ? 'next.databaseServer' : `next.${name}`)}
            </p>
          )}
          {state !== 'good' && <WayOn name={name} />}
        </li>
      ))}
    </ul>
  )
}

/** The page where the next step is taken, where this site has one. */
function WayOn({ name }: { name: SignName }) {
  const t = useT(healthTexts)
  const ways: Partial<Record<SignName, string>> = {
    queue: '#jobs',
    dead: '#dead',
    mail: paths.administration(),
    model: paths.aiSettings(),
  }
  const to = ways[name]
  if (to === undefined) return null
  return (
    <p>
      <Link to={to} className="inline-flex min-h-11 items-center font-semibold">
        {t(`way.${name as 'queue' | 'dead' | 'mail' | 'model'}`)}
      </Link>
    </p>
  )
}

function useSaid(facts: Facts): Record<SignName, string> {
  const t = useT(healthTexts)
  const format = useFormat()
  const { disk, memory, indexes, backupAgeMs } = facts
  const built = indexes.filter(({ entries }) => entries !== null)
  return {
    queue: t('said.queue', {
      minutes: Math.round(facts.expectedAgeMs / MINUTE_MS),
      most: Math.round(facts.queueMaxAgeMs / MINUTE_MS),
    }),
    dead: t('said.dead', { count: facts.dead }),
    disk: t('said.disk', { free: format.bytes(disk.free), total: format.bytes(disk.total) }),
    database:
      facts.connections === null
        ? t('said.database', { size: format.bytes(facts.databaseBytes), wal: format.bytes(facts.walBytes) })
        : t('said.databaseServer', { size: format.bytes(facts.databaseBytes), ...facts.connections }),
    backup:
      backupAgeMs === null
        ? t('said.noBackup')
        : t('said.backup', { hours: Math.round(backupAgeMs / HOUR_MS) }),
    memory: t('said.memory', { rss: format.bytes(memory.rss), machine: format.bytes(memory.machine) }),
    indexes: t('said.indexes', {
      built: built.length,
      all: indexes.length,
      entries: built.reduce((sum, { entries }) => sum + (entries ?? 0), 0),
      behind: built.reduce((most, { behind }) => Math.max(most, behind), 0),
    }),
    mail: facts.hasMailServer ? t('said.mail', { count: facts.failedMails }) : t('said.noMailServer'),
    model: t(facts.isModelOff ? 'said.modelOff' : facts.hasModel ? 'said.model' : 'said.noModel'),
  }
}
