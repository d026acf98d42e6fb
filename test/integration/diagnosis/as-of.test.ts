import { numbered } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'
import { ask, diagnosed, joining, moving, open, SHOWN } from './ask.js'

let world: World

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

describe('asked of an instant in the past', () => {
  it('the rules are those of then, and there is nothing to fix: the past stays as it was', async () => {
    const { build, node, metric, member, admin } = await world.company({
      departments: { SALES: ['OSLO'] },
      keyMetrics: ['REV'],
    })
    const about = { userId: member.userId, metricId: metric('REV') }
    const shown = build.ctx.moment.at
    await build.hide(node('SALES'), metric('REV'))
    const hidden = build.ctx.moment.at
    await build.remove(node('SALES'), metric('REV'))
    expect(await diagnosed(world, admin, { ...about, asOf: shown })).toMatchObject(SHOWN)
    const then = await diagnosed(world, admin, { ...about, asOf: hidden })
    expect(then).toMatchObject({ verdict: 'HIDDEN', fixes: [] })
    expect(then.trace.map(({ node: { name }, outcome }) => `${name} ${outcome}`)).toEqual([
      'ACME ADDED',
      'SALES HIDDEN',
      'OSLO ABSENT',
    ])
    expect(await diagnosed(world, admin, about)).toMatchObject(SHOWN)
  })

  it('team and roles are those of then; what who asks sees is by what they hold now', async () => {
    const acme = await world.company({ departments: { SALES: ['OSLO', 'LONDON'] }, keyMetrics: ['REV'] })
    const { admin, node, build } = acme
    const mia = acme.member
    const before = build.ctx.moment.at
    await moving(acme, mia.userId, node('LONDON'))
    const lead = await joining(acme, {
      name: 'Olga Oslo',
      roles: [{ role: 'MANAGER', nodeId: node('OSLO') }],
    })
    const about = { userId: mia.userId, asOf: before }
    expect(await diagnosed(world, admin, about)).toMatchObject({ ...SHOWN, node: { name: 'OSLO' } })
    expect(await diagnosed(world, lead, about)).toMatchObject({
      verdict: 'VISIBLE',
      node: { name: 'OSLO' },
    })
    expect((await ask(world, lead, { userId: mia.userId })).told).toBeNull()

    const onOslo = { userId: lead.userId, nodeId: node('OSLO') }
    expect(await diagnosed(world, admin, onOslo)).toMatchObject(SHOWN)
    expect(await diagnosed(world, admin, { ...onOslo, asOf: before })).toMatchObject({ verdict: 'NO_GRANT' })

    const own = await diagnosed(world, mia, about)
    expect(own).toMatchObject({ verdict: 'UNDETERMINED', node: null })
    expect(open(own)).toContain('HAS_TEAM UNKNOWN')
  })
})

describe('a diagnosis costs', () => {
  it.each([1, 20, 400])(
    'the same eighteen statements with %i teams, people to fix it and the data of the period included',
    async (teams) => {
      const { build, node, metric, member, admin } = await world.company({
        departments: { SALES: numbered(teams) },
        teams: ['LABS'],
        keyMetrics: ['REV', 'CALLS'],
      })
      await build.hide(node('SALES'), metric('REV'))
      const activityTypeIds = [await build.activityType({ key: 'DEAL' })]
      await build.formula(metric('REV'), { kind: 'COUNT', activityTypeIds })
      const about = { userId: member.userId, metricId: metric('REV'), surface: 'TEAM' } as const
      const { told, statements } = await ask(world, admin, about)
      expect(told?.verdict).toBe('HIDDEN')
      expect(told?.fixes.map(({ by }) => by.length)).toEqual([1, 1, 1, 2])
      expect(statements).toHaveLength(18)
    },
  )
})
