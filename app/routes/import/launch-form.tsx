import { Form } from '@remix-run/react'
import type { ImportCount } from '~/features/imports/model/read-rows'
import { INVENTORY_KINDS, type InventoryKind } from '~/features/sites/model/site'
import { importRun } from '~/messages/import-run'
import { inventory } from '~/messages/inventory'
import { sites } from '~/messages/sites'
import { Button } from '~/ui/button'
import { Checkbox, RadioCards } from '~/ui/choices'
import { useFormat, useT } from '~/ui/i18n'
import { DateInput, TextInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'

type Survey = { kind: InventoryKind; surveyedOn: string; surveyor: string }

/** Starts the writing; a site without an inventory also says which survey it is. */
export function LaunchForm({
  revision,
  count,
  sameDay,
  survey,
  hasInventory,
  mayDraft,
  today,
}: {
  revision: number
  count: ImportCount
  /** Day on which the same file was imported; null when it was not. */
  sameDay: string | null
  survey: Survey
  hasInventory: boolean
  mayDraft: boolean
  today: string
}) {
  const t = useT(importRun)
  const format = useFormat()
  return (
    <Form method="post" className="flex max-w-3xl flex-col gap-6 border-t-4 border-edge pt-6">
      <input type="hidden" name="intent" value="launch" />
      <input type="hidden" name="revision" value={revision} />
      {hasInventory ? (
        <>
          <input type="hidden" name="kind" value={survey.kind} />
          <input type="hidden" name="surveyedOn" value={survey.surveyedOn} />
          <input type="hidden" name="surveyor" value={survey.surveyor} />
        </>
      ) : (
        <SurveyAnswers survey={survey} today={today} />
      )}
      {count.known > 0 && <Checkbox name="skipsKnown" defaultChecked label={t('skipsKnown')} />}
      {mayDraft && count.reusableLines > 0 && (
        <Checkbox name="withDrafts" label={t('withDrafts')} hint={t('withDraftsHint')} />
      )}
      {sameDay && (
        <Notice tone="warning" title={t('same', { day: format.dayLong(sameDay) })}>
          <Checkbox id="again" name="again" label={t('again')} />
        </Notice>
      )}
      <div>
        <Button wide>{t('submit')}</Button>
      </div>
    </Form>
  )
}

function SurveyAnswers({ survey, today }: { survey: Survey; today: string }) {
  const t = useT(importRun)
  const tSite = useT(sites)
  const tInventory = useT(inventory)
  return (
    <>
      <h2 className="text-2xl">{t('survey')}</h2>
      <RadioCards
        id="kind"
        name="kind"
        label={tSite('inventory.field.kind')}
        defaultValue={survey.kind}
        columns={2}
        choices={INVENTORY_KINDS.map((value) => ({
          value,
          label: tSite(`inventory.kind.${value}`),
          hint: tSite(`inventory.kindHint.${value}`),
        }))}
      />
      <DateInput
        id="surveyedOn"
        name="surveyedOn"
        label={tInventory('survey.surveyedOn')}
        defaultValue={survey.surveyedOn}
        max={today}
      />
      <TextInput
        id="surveyor"
        name="surveyor"
        label={tInventory('survey.surveyor')}
        hint={tInventory('survey.surveyorHint')}
        defaultValue={survey.surveyor}
        optional
        autoComplete="off"
        maxLength={120}
      />
    </>
  )
}
