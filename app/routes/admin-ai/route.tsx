import { getFormProps, getInputProps, useForm } from '@conform-to/react'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { AdministrationSections } from '~/features/administration/ui/sections'
import { setClassifierSettings } from '~/features/classifier/commands/set-classifier-settings.server'
import { isOffByEnvironment, readClassifierSettings } from '~/features/classifier/queries/settings.server'
import { classifierSettingsFormSchema } from '~/features/classifier/schema'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { aiSettings } from '~/messages/ai-settings'
import { Button, ButtonLink } from '~/ui/button'
import { RadioCards } from '~/ui/choices'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { NumberInput, TextInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

const FIGURES = ['watts', 'pue', 'grams'] as const
const SUFFIXES = { watts: 'W', pue: undefined, grams: 'g/kWh' }

export const meta: MetaFunction = pageTitle(aiSettings, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'classifier:manage')
  const isSaved = new URL(request.url).searchParams.has('fait')
  return { ...(await readClassifierSettings()), isOffByEnvironment: isOffByEnvironment(), isSaved }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'classifier:manage')
  const form = await parseForm(request, classifierSettingsFormSchema)
  if (!form.ok) return form.reply
  const { isOn, ...told } = form.value
  const energy = {
    wattsPerThread: { value: told.watts, source: told.wattsSource, year: told.wattsYear },
    pue: { value: told.pue, source: told.pueSource, year: told.pueYear },
    gramsPerKwh: { value: told.grams, source: told.gramsSource, year: told.gramsYear },
  }
  const saved = await setClassifierSettings({ actor, isOn: isOn === 'yes', energy })
  return saved.ok ? redirect(paths.aiSettings(true)) : form.refuse(saved.error)
}

type Values = Record<
  'isOn' | (typeof FIGURES)[number] | `${(typeof FIGURES)[number]}${'Source' | 'Year'}`,
  string
>

export default function AiSettings() {
  const t = useT(aiSettings)
  const format = useFormat()
  const { isOn, energy, isSaved, isOffByEnvironment } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  const kept = { watts: energy.wattsPerThread, pue: energy.pue, grams: energy.gramsPerKwh }
  const [form, fields] = useForm<Values>({
    id: 'ai-settings',
    lastResult,
    defaultValue: {
      isOn: isOn ? 'yes' : 'no',
      ...Object.fromEntries(
        FIGURES.flatMap((name) => [
          [name, format.number(kept[name].value, 3)],
          [`${name}Source`, kept[name].source],
          [`${name}Year`, String(kept[name].year)],
        ]),
      ),
    },
  })
  // conform's fields are made on demand: they cannot be listed, so each is named.
  const figureFields = FIGURES.flatMap((name) => [
    fields[name],
    fields[`${name}Source`],
    fields[`${name}Year`],
  ])
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader title={t('title')} lead={t('lead')} />
      <AdministrationSections />
      {isSaved && !lastResult && <Notice tone="success" live title={t('saved')} />}
      {isOffByEnvironment && <Notice tone="warning" title={t('envOff')} />}
      <Form method="post" {...getFormProps(form)} className="flex max-w-3xl flex-col gap-8">
        <ErrorSummary errors={summaryOf([form, fields.isOn, ...figureFields])} />
        <RadioCards
          name={fields.isOn.name}
          id={fields.isOn.id}
          label={t('switch')}
          error={fields.isOn.errors}
          defaultValue={fields.isOn.initialValue}
          choices={[
            { value: 'yes', label: t('on'), hint: t('onHint') },
            { value: 'no', label: t('off'), hint: t('offHint') },
          ]}
        />
        <div className="flex flex-col gap-6">
          <h2>{t('energy')}</h2>
          <p>{t('energyLead')}</p>
          {FIGURES.map((name) => {
            const [figure, source, year] = [fields[name], fields[`${name}Source`], fields[`${name}Year`]]
            return (
              <fieldset key={name} className="flex flex-col gap-4 border-t-2 border-edge pt-4">
                <legend className="float-left w-full font-display text-lg font-bold">{t(name)}</legend>
                <NumberInput
                  {...getInputProps(figure, { type: 'text' })}
                  key={figure.key}
                  label={t('value')}
                  suffix={SUFFIXES[name]}
                  error={figure.errors}
                />
                <TextInput
                  {...getInputProps(source, { type: 'text' })}
                  key={source.key}
                  label={t('source')}
                  error={source.errors}
                />
                <NumberInput
                  {...getInputProps(year, { type: 'text' })}
                  key={year.key}
                  label={t('year')}
                  error={year.errors}
                />
              </fieldset>
            )
          })}
        </div>
        <div className="flex flex-wrap gap-3">
          <Button>{t('submit')}</Button>
          <ButtonLink to={paths.aiUse()} look="secondary">
            {t('see')}
          </ButtonLink>
        </div>
      </Form>
    </div>
  )
}
