import { getHome, getProfile } from '../../../sdk/index.js'
import { clientOf } from '../../support/pages.js'
import { mayByThePage } from '../../support/reference-policy.js'
import { emailOf, EVERYBODY, rolesInAllTests, WHO, type Who } from '../../support/role-company.js'

const { world, acme } = rolesInAllTests()
const as = (who: string) => clientOf(world, acme.person(who))

/** The node that Home opens with, and whether the numbers are one's own. */
const OPENS: Readonly<Record<Who, readonly [node: string | null, isOwn: boolean]>> = {
  'company admin': ['ACME', false],
  'company manager': ['ACME', false],
  'department admin': ['SALES', false],
  'department manager': ['SALES', false],
  'team admin': ['OSLO', false],
  'team lead': ['OSLO', true],
  member: ['OSLO', true],
  'hidden member': ['OSLO', true],
  nobody: [null, false],
}

describe('Home opens with one’s own team, or else the node of one’s role, for', () => {
  it.each(WHO)('%s', async (who) => {
    const page = (await getHome(await as(who), {}))!
    const [node, isOwn] = OPENS[who]
    expect([page.node?.name ?? null, page.user?.id ?? null]).toEqual([
      ...[node, isOwn ? acme.person(who).userId : null],
    ])
    expect(page.nodes.map(({ name }) => name)).toEqual(node === null ? [] : [node])
    expect(page.keyMetrics.length > 0).toBe(node !== null)
    // Nobody did anything yet: every page says so, or why it is empty.
    expect(page.notice?.verdict).toBe(node === null ? 'NO_TEAM' : 'NO_DATA')
  })
})

describe('the profiles that somebody sees are those of whose numbers the policy lets them see:', () => {
  it.each(WHO)('%s', async (who) => {
    const km = await as(who)
    const seen = await Promise.all(
      Object.keys(EVERYBODY).map(async (name) => {
        const page = await getProfile(km, { userId: acme.company.person(emailOf(name)) })
        return page === null ? [] : [name]
      }),
    )
    const granted = Object.entries(EVERYBODY).filter(([name, { teamId, isHidden = false }]) => {
      const about = { id: acme.company.person(emailOf(name)), isHidden }
      const path = acme.path(teamId ?? 'ACME')
      return mayByThePage({ person: acme.person(who), action: 'see numbers of people', path, about })
    })
    expect(seen.flat()).toEqual(granted.map(([name]) => name))
  })
})
