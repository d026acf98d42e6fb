import type { DemoDepartment, DemoMetricKey, DemoTeam } from './demo-organisation.js'

/** The ids of the demo company, by what is spoken of. */
export interface Demo {
  readonly company: string
  readonly node: Readonly<Record<DemoDepartment | DemoTeam, string>>
  readonly metric: Readonly<Record<DemoMetricKey, string>>
}
