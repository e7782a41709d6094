import { fieldBatch } from '~/messages/field-batch'
import { fieldPost } from '~/messages/field-post'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { ArrowRightIcon } from '~/ui/icons'
import { PaintMark, TapeRule } from '~/ui/marks'
import { Notice } from '~/ui/notice'
import { useFieldFacts } from '../store/use-field-store'
import type { FieldFacts } from '../../model/field-facts'
import { BatchLot } from './batch-lot'
import { BatchShared } from './batch-shared'
import { postingScreen } from './field-addresses'
import { PhotoButtons } from './post-photos'
import { useBatch, type Batch } from './use-batch'
import { useGo } from './use-go'

/** «Une photo = un lot»: many photos become lots, those that look alike together, to be gone through one by one. */
export function BatchScreen() {
  const t = useT(fieldPost)
  const facts = useFieldFacts()
  if (!facts) return <Notice title={t('gone.title')}>{t('gone.text')}</Notice>
  return <BatchForm facts={facts} />
}

function BatchForm({ facts }: { facts: FieldFacts }) {
  const t = useT(fieldBatch)
  const batch = useBatch(facts)
  const { lots } = batch
  const isOver = lots.length > 0 && lots.every(({ state }) => state !== 'writing')
  return (
    <div className="tap-bar-room flex flex-col gap-8">
      <header className="tag">
        <div className="tag-head">
          <span className="hole" aria-hidden />
          <div>
            <h1 className="text-3xl">{t('title')}</h1>
            <PaintMark />
          </div>
          {lots.length > 0 && <p className="reference ml-auto text-3xl">{lots.length}</p>}
        </div>
        <TapeRule thin />
        <p className="px-4 py-3">{t('lead')}</p>
      </header>
      {isOver ? (
        <Over batch={batch} />
      ) : (
        <PhotoButtons take={t('take')} onFiles={(files) => void batch.add(files)} />
      )}
      <News batch={batch} />
      {lots.length > 0 && (
        <section className="flex flex-col gap-3 border-t-4 border-edge pt-3">
          <h2 className="text-2xl">{t('groups')}</h2>
          <p className="text-muted">{t('groupsHint')}</p>
          <ol className="flex flex-col gap-3">
            {lots.map(({ id }, at) => (
              <BatchLot key={id} draftId={id} at={at} batch={batch} />
            ))}
          </ol>
        </section>
      )}
      {lots.length > 0 && !isOver && <BatchShared batch={batch} facts={facts} />}
      {!isOver && <StartBar batch={batch} />}
    </div>
  )
}

/** What just happened, for eyes and ears. */
function News({ batch: { news } }: { batch: Batch }) {
  const t = useT(fieldBatch)
  return (
    <div role="status" className="min-h-8 text-lg font-semibold">
      {news?.kind === 'looking' && <p>{t('looking', { at: news.at, of: news.of })}</p>}
      {news?.kind === 'keeping' && <p>{t('keeping', { at: news.at, of: news.of })}</p>}
      {news?.kind === 'found' && <p>{t('found', { count: news.count })}</p>}
      {news?.kind === 'found' && news.lost > 0 && (
        <p className="text-danger">{t('notKept', { count: news.lost })}</p>
      )}
      {news?.kind === 'joined' && <p>{t('joined', { previous: news.previous, at: news.at })}</p>}
      {news?.kind === 'split' && <p>{t('wasSplit', { at: news.at })}</p>}
      {news?.kind === 'applied' && <p>{t('applied', { count: news.count })}</p>}
    </div>
  )
}

function Over({ batch }: { batch: Batch }) {
  const t = useT(fieldBatch)
  return (
    <Notice
      tone="success"
      live
      title={t('over')}
      action={
        <Button type="button" onClick={batch.end}>
          {t('again')}
        </Button>
      }
    >
      {t('overText')}
    </Notice>
  )
}

/** The way into the lots, under the thumb: the first that is still to be written. */
function StartBar({ batch: { lots } }: { batch: Batch }) {
  const t = useT(fieldBatch)
  const go = useGo()
  const at = lots.findIndex(({ state }) => state === 'writing')
  const first = lots[at]
  if (!first) return null
  const isBegun = lots.some(({ chosen, state }) => state !== 'writing' || chosen.includes('quantity'))
  return (
    <div className="tap-bar">
      <div className="wrap py-2">
        <Button type="button" className="min-h-16 w-full text-xl" onClick={() => go(postingScreen(first.id))}>
          {isBegun ? t('goOn', { at: at + 1, of: lots.length }) : t('start')}
          <ArrowRightIcon />
        </Button>
      </div>
    </div>
  )
}
