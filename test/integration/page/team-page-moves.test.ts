import { moveUser, viewer } from '../../support/activity-company.js'
import { log, progressCompany, setTarget } from '../../support/progress-company.js'
import { rowsOf, teamPage, type AskedPage, type TeamPage } from '../../support/team-page.js'
import { inAllTests } from '../../support/world.js'

/** Pia goes from OSLO to LONDON, and Nia comes to OSLO. */
const { world, acme: moved } = inAllTests((given) =>
  progressCompany(given, async (company) => {
    company.build.at(new Date('2026-03-15T00:00:00Z'))
    await moveUser(company, viewer(company, 'pia').userId, company.node('LONDON'))
    await moveUser(company, viewer(company, 'nia').userId, company.node('OSLO'))
  }),
)

async function page(who: string, asked: Partial<AskedPage> = {}): Promise<TeamPage> {
  const question = { node: 'OSLO', period: { containing: '2026-03-15' }, ...asked }
  return (await teamPage(world, viewer(moved, who), moved, question)).page!
}

describe('who came or went in the middle of the period', () => {
  beforeAll(async () => {
    await log(
      moved,
      ['mia', 'CALL', '2026-03-10', '10'],
      ['pia', 'CALL', '2026-03-10', '5'],
      ['pia', 'CALL', '2026-03-20', '6'],
      ['nia', 'CALL', '2026-03-10', '2'],
      ['nia', 'CALL', '2026-03-20', '3'],
    )
    for (const who of ['mia', 'pia', 'nia'])
      await setTarget(world, moved, 'CALLS', {
        ...{ from: '2026-03-01', userId: viewer(moved, who).userId, amount: '20' },
      })
  })

  it('has a row with what counts to the team, if still in sight: the target counts where they are', async () => {
    const oslo = await page('dan')
    expect(rowsOf(oslo, 'CALLS')).toEqual(['Hal: 0', 'Lea: 0', 'Mia Member: 10', 'Nia: 3', 'Pia: 5'])
    const last = ({ members }: TeamPage) => members.nodes.at(-1)!
    expect(last(oslo).isMember).toBe(false)
    expect(last(oslo).numbers[0]).toMatchObject({ actual: '5', target: null, status: 'NO_TARGET' })
    expect(oslo.keyMetrics[0]!.target).toEqual({ rollup: '40', coverage: '1' })
    const london = await page('dan', { node: 'LONDON' })
    expect(last(london).isMember).toBe(true)
    expect(last(london).numbers[0]).toMatchObject({ actual: '6', target: '20' })
  })

  it('is among the others for a lead who does not see them any more', async () => {
    expect(rowsOf(await page('lea'), 'CALLS')).toEqual([
      ...['Hal: 0', 'Lea: 0', 'Mia Member: 10', 'Nia: 3', '1 others: 5'],
    ])
  })

  it('is not of the team in a month after they had left, or before they came', async () => {
    const names = async (containing: string) =>
      (await page('dan', { period: { containing } })).members.nodes.map(({ user }) => user.name)
    expect(await names('2026-02-15')).toEqual(['Hal', 'Lea', 'Mia Member', 'Pia'])
    expect(await names('2026-04-15')).toEqual(['Hal', 'Lea', 'Mia Member', 'Nia'])
  })
})
