import { CEDING_RIGHTS } from '~/core/lot-terms'
import { textOf } from '~/features/lots/model/posting-answers'
import { fieldBatch } from '~/messages/field-batch'
import { fieldPost } from '~/messages/field-post'
import { lotTerms } from '~/messages/lot-terms'
import { postingTerms } from '~/messages/posting-terms'
import { useT } from '~/ui/i18n'
import { TapRadios } from '~/ui/tap-choices'
import type { FieldFacts } from '../../model/field-facts'
import { DeadlineChoice } from './deadline-choice'
import type { Batch } from './use-batch'

/** What is said once for every lot of a series: site, leaving day, right. */
export function BatchShared({ batch, facts: { sites } }: { batch: Batch; facts: FieldFacts }) {
  const t = useT(fieldBatch)
  const tPost = useT(fieldPost)
  const tTerms = useT(postingTerms)
  const tName = useT(lotTerms)
  const open = batch.lots.filter(({ state }) => state === 'writing')
  // Shown as answered only where every lot says the same.
  const shared = (name: string) => {
    const said = new Set(open.map(({ answers }) => textOf(answers, name)))
    return said.size === 1 ? [...said][0]! : ''
  }
  const siteId = shared('siteId')
  const site = sites.find(({ id }) => id === siteId)
  const answering = { answers: { availableUntil: shared('availableUntil') }, chosen: [] }
  return (
    <section className="flex flex-col gap-5 border-t-4 border-edge pt-3">
      <div>
        <h2 className="text-2xl">{t('shared')}</h2>
        <p className="text-muted">{t('sharedHint')}</p>
      </div>
      <TapRadios
        label={tPost('section.siteId')}
        columns={1}
        value={siteId}
        onPick={(value) => batch.answerAll({ siteId: value })}
        choices={sites.map(({ id, name, communeName }) => ({ value: id, label: name, note: communeName }))}
      />
      <DeadlineChoice
        id="serie-depart"
        answering={answering}
        isLabelShown
        today={batch.today}
        siteEndsOn={site?.endsOn ?? null}
        onAnswer={batch.answerAll}
      />
      <TapRadios
        label={tPost('section.cedingRight')}
        hint={tTerms('rightHint')}
        columns={1}
        value={shared('cedingRight')}
        onPick={(value) => batch.answerAll({ cedingRight: value })}
        choices={CEDING_RIGHTS.map((value) => ({ value, label: tName(`cedingRight.${value}`) }))}
      />
    </section>
  )
}
