import { overview, type Shown } from '../../support/overview.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
let shown: Record<string, Shown>

beforeAll(async () => {
  world = await startWorld()
  const { admin } = await world.workedExample()
  shown = await overview(world, admin)
})

afterAll(() => world.stop())

describe('one query for the whole tree of the worked example answers', () => {
  it('every node, once', () => {
    expect(Object.keys(shown)).toEqual(['ACME', 'CS', 'RENEW', 'SALES', 'LONDON', 'OSLO', 'LABS'])
  })

  it('ACME: what it adds, core results first, each kind by metric key', () => {
    expect(shown.ACME).toEqual({
      shows: [
        'PRIMARY EBITDA @ACME OWN',
        'PRIMARY REN @ACME OWN',
        'PRIMARY REV @ACME OWN',
        'SECONDARY CALLS @ACME OWN',
        'SECONDARY MTG @ACME OWN',
        'SECONDARY OLD @ACME OWN',
      ],
      dormant: [],
    })
  })

  it('SALES: without REN, which it hides, and EBITDA, which is for ACME only, but with its OPPS', () => {
    expect(shown.SALES).toEqual({
      shows: [
        'PRIMARY REV @ACME INHERITED',
        'SECONDARY CALLS @ACME INHERITED',
        'SECONDARY MTG @ACME INHERITED',
        'SECONDARY OLD @ACME INHERITED',
        'SECONDARY OPPS @SALES OWN',
      ],
      dormant: [],
    })
  })

  it('OSLO: with REN reinstated, still PRIMARY as ACME said, and with the mandatory REV', () => {
    expect(shown.OSLO).toEqual({
      shows: [
        'PRIMARY REN @ACME REINSTATED',
        'PRIMARY REV @ACME INHERITED',
        'SECONDARY CALLS @ACME INHERITED',
        'SECONDARY MTG @ACME INHERITED',
        'SECONDARY OLD @ACME INHERITED',
        'SECONDARY OPPS @SALES INHERITED',
      ],
      dormant: ['HIDE REV: LOCKED_BY ACME'],
    })
  })

  it('LONDON: with MTG made primary, without CALLS, which it hides', () => {
    expect(shown.LONDON).toEqual({
      shows: [
        'PRIMARY MTG @ACME INHERITED',
        'PRIMARY REV @ACME INHERITED',
        'SECONDARY OLD @ACME INHERITED',
        'SECONDARY OPPS @SALES INHERITED',
      ],
      dormant: ['OVERRIDE REN: NOTHING_TO_OVERRIDE'],
    })
  })

  const AS_CS = [
    'PRIMARY REN @ACME INHERITED',
    'PRIMARY REV @ACME INHERITED',
    'SECONDARY MTG @ACME INHERITED',
    'SECONDARY OLD @ACME INHERITED',
  ]

  it('CS: what ACME shows but CALLS, which it forbids', () => {
    expect(shown.CS).toEqual({ shows: AS_CS, dormant: [] })
  })

  it('RENEW: as CS, since the CALLS it added are forbidden above it', () => {
    expect(shown.RENEW).toEqual({ shows: AS_CS, dormant: ['ADD CALLS: LOCKED_BY CS'] })
  })

  it('LABS, which does not inherit: what is mandatory, and its own', () => {
    expect(shown.LABS).toEqual({
      shows: ['PRIMARY REV @ACME INHERITED', 'PRIMARY NPS @LABS OWN'],
      dormant: [],
    })
  })
})
