import { useFormat } from './i18n'

/** Greenhouse gases in kg of CO2 equivalent, as «12 kg CO₂e» with a true subscript (the fonts lack U+2082). */
export function Co2e({ kg }: { kg: number }) {
  const { value, unit } = useFormat().co2eParts(kg)
  return (
    <span className="whitespace-nowrap">
      {value} {unit} CO<sub>2</sub>e
    </span>
  )
}
