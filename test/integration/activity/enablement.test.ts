import { readAuditLog } from '../../support/audit-log.js'
import { enablementCompany, enablementsOf } from '../../support/enabled-types.js'
import { rowsOf } from '../../support/rows.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(enablementCompany)

const { enable, input, tree } = enablementsOf(world, acme)
const disable = async (node: string, key: string, viewer = acme.admin) =>
  world.mutate(viewer, 'disableActivityType', await input(node, key))

const NOWHERE = { ACME: [], SALES: [], OSLO: [], LONDON: [], CS: [], RENEW: [], LABS: [] }

describe('an activity type', () => {
  it('enabled on a node is enabled on it and on all below, and nowhere else', async () => {
    expect(await tree()).toEqual(NOWHERE)
    const { changed, userErrors } = await world.mutate(
      acme.admin,
      'enableActivityType',
      await input('SALES', 'CALL'),
    )
    expect(userErrors).toEqual([])
    expect(changed).toEqual({ id: acme.node('SALES'), version: 2 })
    const below = ['(CALL @SALES)']
    expect(await tree()).toEqual({ ...NOWHERE, SALES: ['CALL @SALES'], OSLO: below, LONDON: below })
  })

  it('enabled on several levels comes from the nearest; nodes list theirs by name', async () => {
    for (const node of ['ACME', 'SALES', 'OSLO']) await enable(node, 'CALL')
    await enable('ACME', 'DEAL')
    await enable('LONDON', 'MEETING')
    const [deal, call] = ['(DEAL @ACME)', '(CALL @ACME)']
    expect(await tree()).toEqual({
      ACME: ['DEAL @ACME', 'CALL @ACME'],
      SALES: [deal, 'CALL @SALES'],
      OSLO: [deal, 'CALL @OSLO'],
      LONDON: [deal, 'MEETING @LONDON', '(CALL @SALES)'],
      ...{ CS: [deal, call], RENEW: [deal, call], LABS: [deal, call] },
    })
  })

  it('disabled on a node is still there when a node above enables it', async () => {
    await enable('ACME', 'CALL')
    await enable('OSLO', 'CALL')
    expect((await disable('OSLO', 'CALL')).userErrors).toEqual([])
    expect(await tree()).toMatchObject({ OSLO: ['(CALL @ACME)'] })
    expect((await disable('ACME', 'CALL')).userErrors).toEqual([])
    expect(await tree()).toEqual(NOWHERE)
  })

  it('enabled above cannot be disabled below: the node that enables it is named', async () => {
    await enable('ACME', 'CALL')
    await enable('SALES', 'CALL')
    const before = await rowsOf(world.database, acme.id)
    const { changed, userErrors } = await disable('OSLO', 'CALL')
    expect(changed).toBeNull()
    expect(userErrors).toEqual([
      {
        code: 'INVALID',
        message: '“Zebra call” is enabled on SALES for all below, not on OSLO itself. Disable it on SALES.',
        path: ['nodeId'],
      },
    ])
    expect(await rowsOf(world.database, acme.id)).toEqual(before)
  })

  it('enabled nowhere on the path is disabled already, whatever the version', async () => {
    const before = await rowsOf(world.database, acme.id)
    const { changed, userErrors } = await world.mutate(acme.admin, 'disableActivityType', {
      ...(await input('OSLO', 'CALL')),
      expectedVersion: 99,
    })
    expect({ changed, userErrors }).toEqual({
      changed: { id: acme.node('OSLO'), version: 1 },
      userErrors: [],
    })
    expect(await rowsOf(world.database, acme.id)).toEqual(before)
  })

  it('that is archived cannot be enabled, and can be disabled', async () => {
    await enable('OSLO', 'CALL')
    await acme.build.archiveType(acme.activityType('CALL'))
    for (const node of ['OSLO', 'LONDON']) {
      const { userErrors } = await world.mutate(acme.admin, 'enableActivityType', await input(node, 'CALL'))
      expect(userErrors).toEqual([
        {
          code: 'INVALID',
          message: '“Zebra call” (CALL) is archived and offered nowhere. Restore it first.',
          path: ['activityTypeId'],
        },
      ])
    }
    expect((await disable('OSLO', 'CALL')).changed).toMatchObject({ version: 3 })
  })

  it('is in the audit log of the node, with its key', async () => {
    await enable('OSLO', 'CALL')
    await disable('OSLO', 'CALL')
    const { nodes } = await readAuditLog(world, acme.admin, { first: 2 })
    const key = { field: 'key', before: null, after: 'CALL' }
    expect(nodes).toMatchObject([
      {
        action: 'DISABLE_ACTIVITY_TYPE',
        node: { name: 'OSLO' },
        changes: [{}, { ...key, before: 'CALL', after: null }],
      },
      { action: 'ENABLE_ACTIVITY_TYPE', node: { name: 'OSLO' }, changes: [{}, key] },
    ])
  })
})

describe('as of an instant', () => {
  it('the nodes enable what they enabled then, in the tree of then', async () => {
    await enable('SALES', 'CALL')
    await enable('CS', 'MEETING')
    const then = acme.build.ctx.moment.at
    await acme.build.move(acme.node('OSLO'), acme.node('CS'))
    const moved = acme.build.ctx.moment.at
    await disable('SALES', 'CALL')
    expect(await tree(acme.admin, then)).toMatchObject({ OSLO: ['(CALL @SALES)'], LONDON: ['(CALL @SALES)'] })
    expect(await tree(acme.admin, moved)).toMatchObject({
      ...{ OSLO: ['(MEETING @CS)'], LONDON: ['(CALL @SALES)'] },
    })
    expect(await tree()).toMatchObject({ OSLO: ['(MEETING @CS)'], LONDON: [], SALES: [] })
  })

  it('is asked for the node as a whole, or for the one field; what comes after the present is the present', async () => {
    const then = acme.build.ctx.moment.at
    await enable('OSLO', 'CALL')
    const document = `query ($id: ID!, $then: DateTime!) {
      team(id: $id) { activityTypes { isInherited } then: activityTypes(asOf: $then) { isInherited }
        later: activityTypes(asOf: "2100-01-01T00:00:00Z") { isInherited } before: activityTypes(asOf: "1900-01-01T00:00:00Z") { isInherited } }
      past: team(id: $id, asOf: $then) { activityTypes { isInherited } activityLogger { key } }
    }`
    const { data } = await world.run(acme.member, document, { id: acme.node('OSLO'), then })
    const own = [{ isInherited: false }]
    expect(data).toEqual({
      team: { activityTypes: own, then: [], later: own, before: null },
      past: { activityTypes: [], activityLogger: [{ key: 'CALL' }] },
    })
  })
})
