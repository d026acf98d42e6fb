import {
  AbortedError,
  ApiError,
  ConflictError,
  createClient,
  createUser,
  explainKeyMetric,
  getOrganization,
  getProgress,
  getTeam,
  hideKeyMetric,
  listUsers,
  logActivities,
  setTargets,
  updateNode,
  UserInputError,
  type Client,
  type Fetch,
} from '../../sdk/index.js'
import { onCelebrated, onProgressChanged } from '../../sdk/live.js'
import { settle } from '../support/celebrations.js'
import { until } from '../support/live.js'
import { progressCompany } from '../support/progress-company.js'
import { stopAfter } from '../support/recipes.js'
import { inEachTest } from '../support/world.js'

const { world, acme } = inEachTest(progressCompany)
let km: Client
let shown: unknown[]
const show = (...what: unknown[]) => void shown.push(...what)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 5)))
const clientWith = async (options: object) =>
  createClient({ url: `${world.url}/graphql`, token: await world.token(acme.admin), ...options })

const confirm = (question: string) => (show(question), true)
const logOneCall = () => {
  const call = { externalId: '1', activityTypeId: acme.activityType('CALL'), email: 'mia@acme.test' }
  return logActivities(km, { source: 'crm', mode: 'ATOMIC', items: [call] })
}

beforeEach(async () => {
  shown = []
  km = await clientWith({})
})

describe('the recipe', () => {
  it('reads a whole organisation at once', async () => {
    // #region tree
    const company = await getOrganization(km, {})
    for (const { name, teams } of company?.departments ?? []) show(name, ...teams.map((team) => team.name))
    for (const { name } of company?.teams ?? []) show(name) // those without a department
    // #endregion
    expect(shown).toEqual(['SALES', 'LONDON', 'OSLO', 'LABS'])
  })

  it('says what is in force, where that was decided, and why something is not there', async () => {
    const [nodeId, userId] = [acme.node('OSLO'), acme.person('mia@acme.test')]
    const metricId = acme.metric('NPS')
    const { version } = (await getTeam(km, { id: nodeId }))!
    await hideKeyMetric(km, { nodeId, metricId, expectedVersion: version })
    // #region why
    const team = await getTeam(km, { id: nodeId })
    for (const { label, kind, definedAt } of team?.effectiveKeyMetrics ?? [])
      show(label, kind, definedAt.name)

    const why = await explainKeyMetric(km, { userId, nodeId, metricId, surface: 'TEAM' })
    show(why?.verdict)
    for (const { description, by } of why?.fixes ?? []) show(description, ...by.map(({ name }) => name))
    // #endregion
    expect(shown.slice(0, 3)).toEqual(['CALLS', expect.any(String), 'ACME'])
    expect(shown).toContain('HIDDEN')
  })

  it('delivers activities in bulk, each once, however often it has to try', async () => {
    const activityTypeId = acme.activityType('CALL')
    const at = new Date().toISOString()
    const calls = [
      { id: 'call-17', email: 'mia@acme.test', at, quantity: '1' },
      { id: 'call-18', email: 'pia@acme.test', at, quantity: '3' },
      { id: 'call-19', email: 'pia@acme.test', at, quantity: '-3' },
    ]
    let broken = 0
    const fetchThatBreaks: Fetch = async (url, init) => {
      const response = await fetch(url, init)
      if (broken++ < 2) throw new TypeError('The connection broke after the server had written.')
      return response
    }
    km = await clientWith({ fetch: fetchThatBreaks, retries: 0 })
    // #region bulk
    const items = calls.map(({ id, email, at, quantity }) => ({
      activityTypeId,
      email,
      quantity,
      externalId: id,
      occurredAt: at, // left out it is now, so that sent again it would be something else
    }))

    async function deliver(): ReturnType<typeof logActivities> {
      try {
        return await logActivities(km, { source: 'crm', mode: 'PER_ITEM', items })
      } catch (error) {
        if (!(error instanceof ApiError && error.retryable)) throw error
        await pause(error.retryAfterMs ?? 60_000)
        return deliver()
      }
    }

    const { results } = await deliver()
    results.forEach(({ status, userErrors }, index) => {
      if (status === 'REJECTED') show(items[index]?.externalId, userErrors[0]?.message)
    })
    // #endregion
    expect(broken).toBe(3)
    expect(shown).toEqual(['call-19', expect.stringContaining('quantity is -3')])
    const oslo = await getProgress(km, { nodeId: acme.node('OSLO') })
    const ofCalls = oslo?.effectiveKeyMetrics?.find(({ metric }) => metric.key === 'CALLS')
    expect(Number(ofCalls?.progress?.actual)).toBe(4)
  })

  it('imports people, and passes over those who are there', async () => {
    const teamId = acme.node('OSLO')
    const rows = [
      { email: 'mia@acme.test', name: 'Mia Member' },
      { email: 'nora@acme.test', name: 'Nora' },
    ]
    // #region people
    for (const { email, name } of rows) {
      try {
        await createUser(km, { email, name, teamId })
      } catch (error) {
        if (!(error instanceof UserInputError && error.code === 'DUPLICATE')) throw error
        show(`${email} is there already`)
      }
    }
    // #endregion
    expect(shown).toEqual(['mia@acme.test is there already'])
    expect((await listUsers(km, {}).toArray({ limit: 99 })).map(({ name }) => name)).toContain('Nora')
  })

  it('sets targets, after it was tried', async () => {
    const [metricId, oslo, london] = [acme.metric('CALLS'), acme.node('OSLO'), acme.node('LONDON')]
    // #region targets
    const period = { frequency: 'MONTHLY', offset: 1 } as const // the coming month
    const items = [
      { metricId, nodeId: oslo, period, amount: '120', carryForward: true },
      { metricId, nodeId: london, period, amount: '80', carryForward: true },
    ]
    const tried = await setTargets(km, { items, mode: 'ATOMIC', dryRun: true })
    if (tried.results.every(({ status }) => status !== 'REJECTED'))
      await setTargets(km, { items, mode: 'ATOMIC' })
    // #endregion
    const again = await setTargets(km, { items, mode: 'ATOMIC' })
    expect(tried.results.map(({ status }) => status)).toEqual(['CREATED', 'CREATED'])
    expect(again.results.map(({ status }) => status)).toEqual(['UNCHANGED', 'UNCHANGED'])
  })

  it('follows progress', async () => {
    const nodeId = acme.node('OSLO')
    const { stop, signal } = stopAfter(2)
    const following = (async () => {
      // #region progress
      for await (const { node, isFirst } of onProgressChanged(km, { nodeId }, { signal })) {
        show(isFirst ? 'now' : 'then') // and again 'now' whenever the connection was made anew
        for (const { label, progress } of node.effectiveKeyMetrics ?? []) show(label, progress?.actual)
        stop()
      }
      // #endregion
    })()
    await until(() => shown.includes('now'))
    await logOneCall()
    await expect(following).rejects.toBeInstanceOf(AbortedError)
    expect(shown.slice(shown.indexOf('then')).slice(1, 3)).toEqual(['CALLS', '1'])
  })

  it('misses nothing that is celebrated while it was not there', async () => {
    const nodeId = acme.node('OSLO')
    const kept: { cursor?: string } = {}
    const [load, save] = [async () => kept.cursor, async (cursor: string) => void (kept.cursor = cursor)]
    const follow = async ({ stop, signal } = stopAfter(1)) => {
      // #region celebrations
      const after = await load() // undefined: from now on
      for await (const { cursor, changes } of onCelebrated(km, { nodeId, after }, { signal })) {
        for (const { change, celebration } of changes) show(change, celebration.node?.name)
        await save(cursor)
        stop()
      }
      // #endregion
    }
    await expect(follow()).rejects.toBeInstanceOf(AbortedError)
    await setTargets(km, { mode: 'ATOMIC', items: [{ metricId: acme.metric('CALLS'), nodeId, amount: '1' }] })
    await logOneCall()
    await settle(acme)
    await expect(follow()).rejects.toBeInstanceOf(AbortedError)
    expect(shown).toEqual(['MADE', 'OSLO'])
  })

  it('changes what somebody else may change too', async () => {
    const nodeId = acme.node('OSLO')
    const mine = (await getTeam(km, { id: nodeId }))!
    await updateNode(km, { nodeId, name: 'Oslo', expectedVersion: mine.version })
    // #region conflict
    async function rename(name: string, expectedVersion: number) {
      try {
        return await updateNode(km, { nodeId, name, expectedVersion })
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error
        const { current } = error as ConflictError<{ name: string; version: number }>
        if (!current || !confirm(`It is called ${current.name} by now. Go on?`)) return
        return updateNode(km, { nodeId, name, expectedVersion: current.version })
      }
    }
    // #endregion
    expect((await rename('OSLO 2', mine.version))?.node?.name).toBe('OSLO 2')
    expect(shown).toEqual(['It is called Oslo by now. Go on?'])
  })
})
