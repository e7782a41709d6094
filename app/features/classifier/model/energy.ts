/** A figure that an estimate of energy rests on, and where it comes from. */
export type SourcedFigure = { value: number; source: string; year: number }

/** What turns processor time into energy and emissions; the Métropole's team sets them. */
export type EnergySettings = {
  /** Watts of a server for each processor thread at work. */
  wattsPerThread: SourcedFigure
  /** Energy of the whole data centre ÷ energy of its machines; 1 or more. */
  pue: SourcedFigure
  /** gCO2e of a kWh of electricity where the server stands. */
  gramsPerKwh: SourcedFigure
}

/**
 * Defaults, to be replaced by the operator's own: the highest full-load power per thread of three large clouds
 * (from SPECpower results), the average of data centres, and France's electricity as produced.
 */
export const DEFAULT_ENERGY: EnergySettings = {
  wattsPerThread: {
    value: 4.26,
    source: 'Cloud Carbon Footprint, Methodology, Compute (GCP, median max watts per vCPU, SPECpower)',
    /** Of reading: the page bears no date. */
    year: 2026,
  },
  pue: { value: 1.58, source: 'Uptime Institute, Global Data Center Survey', year: 2023 },
  gramsPerKwh: { value: 32, source: 'RTE, Bilan électrique 2023, production en France', year: 2023 },
}

export type Energy = { wh: number; gCo2e: number }

const MS_PER_HOUR = 3_600_000

/** Watt-hours and grams of CO2e of processor time in ms: `t ÷ 3,600,000 × watts × PUE`, then × g/kWh ÷ 1,000. */
export function energyOf(cpuMs: number, { wattsPerThread, pue, gramsPerKwh }: EnergySettings): Energy {
  const wh = (cpuMs / MS_PER_HOUR) * wattsPerThread.value * pue.value
  return { wh, gCo2e: (wh / 1000) * gramsPerKwh.value }
}
