import {
  assertMayHangUnder,
  lowestOnAll,
  ORG_LEVELS,
  pathTo,
  topDown,
  type OrgLevel,
} from '../../../server/domain/org-node.js'
import { ACME_CHART, company, department, ids, refusal, team } from '../../support/vocabulary.js'

const refused = (level: OrgLevel, parent: OrgLevel, field?: string) =>
  refusal(() => assertMayHangUnder(level, parent, field))

describe('in an organisation', () => {
  it.each<[OrgLevel, OrgLevel]>([
    ['DEPARTMENT', 'COMPANY'],
    ['TEAM', 'DEPARTMENT'],
    ['TEAM', 'COMPANY'],
  ])('a %s may hang under a %s', (level, parent) => {
    expect(refused(level, parent)).toBeNull()
  })

  it.each<[OrgLevel, OrgLevel, string]>([
    ['COMPANY', 'COMPANY', 'A COMPANY hangs under nothing, not under a COMPANY.'],
    ['COMPANY', 'DEPARTMENT', 'A COMPANY hangs under nothing, not under a DEPARTMENT.'],
    ['COMPANY', 'TEAM', 'A COMPANY hangs under nothing, not under a TEAM.'],
    ['DEPARTMENT', 'DEPARTMENT', 'A DEPARTMENT hangs under a COMPANY, not under a DEPARTMENT.'],
    ['DEPARTMENT', 'TEAM', 'A DEPARTMENT hangs under a COMPANY, not under a TEAM.'],
    ['TEAM', 'TEAM', 'A TEAM hangs under a COMPANY or a DEPARTMENT, not under a TEAM.'],
  ])('a %s may not hang under a %s', (level, parent, message) => {
    expect(refused(level, parent)).toEqual({ code: 'INVALID', path: ['parentId'], message })
  })

  it('the refusal names the field that the caller filled in', () => {
    expect(refused('TEAM', 'TEAM', 'moveTeamsTo')?.path).toEqual(['moveTeamsTo'])
  })

  it('there are three levels, no more', () => {
    expect(ORG_LEVELS).toEqual(['COMPANY', 'DEPARTMENT', 'TEAM'])
  })
})

describe('the lowest node on several paths', () => {
  it.each<[string, string[][], string | null]>([
    ['of one is its end', [['ACME', 'SALES', 'OSLO']], 'OSLO'],
    [
      'is a team that hung elsewhere before',
      [
        ['ACME', 'SALES', 'OSLO'],
        ['ACME', 'OSLO'],
      ],
      'OSLO',
    ],
    [
      'is the department',
      [
        ['ACME', 'SALES', 'OSLO'],
        ['ACME', 'SALES', 'LONDON'],
      ],
      'SALES',
    ],
    [
      'is the company',
      [
        ['ACME', 'SALES', 'OSLO'],
        ['ACME', 'SALES', 'LONDON'],
        ['ACME', 'LABS'],
      ],
      'ACME',
    ],
    ['of none is none', [], null],
  ])('%s', (_, paths, lowest) => {
    expect(lowestOnAll(paths)).toBe(lowest)
  })
})

describe('the path to a node', () => {
  const nodes = new Map(ACME_CHART.map((node) => [node.id, node]))

  it('goes from the company down to the node itself', () => {
    expect(ids(pathTo(nodes, 'OSLO'))).toEqual(['ACME', 'SALES', 'OSLO'])
  })

  it('of a team without a department goes straight from the company', () => {
    expect(ids(pathTo(nodes, 'LABS'))).toEqual(['ACME', 'LABS'])
  })

  it('of the company is the company', () => {
    expect(ids(pathTo(nodes, 'ACME'))).toEqual(['ACME'])
  })

  it('of a node that is not in the tree is empty', () => {
    expect(pathTo(nodes, 'NOWHERE')).toEqual([])
  })
})

describe('from the top down', () => {
  const shuffled = [team('OSLO', { under: 'SALES' }), team('LABS'), department('SALES'), company('ACME')]

  it('every node comes after its parent, siblings in the order given', () => {
    expect(ids(topDown(shuffled))).toEqual(['ACME', 'SALES', 'OSLO', 'LABS'])
  })

  it('the list given stays as it was', () => {
    topDown(shuffled)
    expect(ids(shuffled)).toEqual(['OSLO', 'LABS', 'SALES', 'ACME'])
  })
})
