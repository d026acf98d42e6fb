/**
 * What the company that is measured has. `activities` are those of each person over twelve months. Of the metrics the
 * company has all in force but `reserve`, from which the nodes below take their own.
 */
const SIZES = {
  S: { departments: 5, teams: 40, people: 400, metrics: 20, reserve: 4, activities: 100 },
  M: { departments: 20, teams: 500, people: 10_000, metrics: 60, reserve: 6, activities: 500 },
  L: { departments: 100, teams: 5_000, people: 100_000, metrics: 200, reserve: 20, activities: 10 },
}

/** Beside it, so that it is one of many: as large as S, with less to tell. */
export const NEIGHBOURS = 200
export const NEIGHBOUR = { ...SIZES.S, activities: 1 }

export function sizeNamed(name) {
  const size = SIZES[name]
  if (!size) throw new Error(`--size: expected one of ${Object.keys(SIZES).join(', ')}, got "${name}"`)
  return { name, ...size }
}
