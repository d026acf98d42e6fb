import type { KeyMetricRule } from '../../../server/domain/key-metric-rule.js'
import { attributesToKeep } from '../../../server/domain/rule-removal.js'
import {
  archive,
  deleteAndDetachTeams,
  dormantOn,
  given,
  metricsOn,
  move,
  on,
  saying,
  shown,
  shows,
  silent,
  statusOn,
} from '../../support/vocabulary.js'
import { workedExample as example } from './worked-example.js'

describe('in the worked example', () => {
  it('ACME shows what it adds, core results first, each kind by metric key', () => {
    expect(shows(example, 'ACME')).toEqual([
      'PRIMARY EBITDA @ACME OWN',
      'PRIMARY REN @ACME OWN',
      'PRIMARY REV @ACME OWN',
      'SECONDARY CALLS @ACME OWN',
      'SECONDARY MTG @ACME OWN',
      'SECONDARY OLD @ACME OWN',
    ])
    expect(dormantOn(example, 'ACME')).toEqual([])
  })

  it('SALES loses REN, which it hides, and EBITDA, which is for ACME only, and adds OPPS', () => {
    expect(shows(example, 'SALES')).toEqual([
      'PRIMARY REV @ACME INHERITED',
      'SECONDARY CALLS @ACME INHERITED',
      'SECONDARY MTG @ACME INHERITED',
      'SECONDARY OLD @ACME INHERITED',
      'SECONDARY OPPS @SALES OWN',
    ])
    expect(dormantOn(example, 'SALES')).toEqual([])
  })

  it('OSLO reinstates REN, still PRIMARY as ACME said, and cannot hide the mandatory REV', () => {
    expect(shows(example, 'OSLO')).toEqual([
      'PRIMARY REN @ACME REINSTATED',
      'PRIMARY REV @ACME INHERITED',
      'SECONDARY CALLS @ACME INHERITED',
      'SECONDARY MTG @ACME INHERITED',
      'SECONDARY OLD @ACME INHERITED',
      'SECONDARY OPPS @SALES INHERITED',
    ])
    expect(shown(example, 'OSLO', 'REN')).toMatchObject({ kind: 'PRIMARY', kindFrom: 'ACME' })
    expect(dormantOn(example, 'OSLO')).toEqual(['OSLO HIDE REV: LOCKED_BY ACME'])
  })

  it('LONDON makes MTG primary, hides CALLS, and overrides a REN that is not there', () => {
    expect(shows(example, 'LONDON')).toEqual([
      'PRIMARY MTG @ACME INHERITED',
      'PRIMARY REV @ACME INHERITED',
      'SECONDARY OLD @ACME INHERITED',
      'SECONDARY OPPS @SALES INHERITED',
    ])
    expect(shown(example, 'LONDON', 'MTG')).toMatchObject({ kind: 'PRIMARY', kindFrom: 'LONDON' })
    expect(dormantOn(example, 'LONDON')).toEqual(['LONDON OVERRIDE REN: NOTHING_TO_OVERRIDE'])
  })

  it('CS shows what ACME does but CALLS', () => {
    expect(shows(example, 'CS')).toEqual([
      'PRIMARY REN @ACME INHERITED',
      'PRIMARY REV @ACME INHERITED',
      'SECONDARY MTG @ACME INHERITED',
      'SECONDARY OLD @ACME INHERITED',
    ])
    expect(dormantOn(example, 'CS')).toEqual([])
  })

  it('RENEW shows what CS does: it cannot add CALLS, which CS forbids', () => {
    expect(shows(example, 'RENEW')).toEqual([
      'PRIMARY REN @ACME INHERITED',
      'PRIMARY REV @ACME INHERITED',
      'SECONDARY MTG @ACME INHERITED',
      'SECONDARY OLD @ACME INHERITED',
    ])
    expect(dormantOn(example, 'RENEW')).toEqual(['RENEW ADD CALLS: LOCKED_BY CS'])
  })

  it('LABS does not inherit: it shows the mandatory REV, which gets through, and its own NPS', () => {
    expect(shows(example, 'LABS')).toEqual(['PRIMARY REV @ACME INHERITED', 'PRIMARY NPS @LABS OWN'])
    expect(dormantOn(example, 'LABS')).toEqual([])
  })
})

describe('then', () => {
  it('OLD is archived: it leaves every node; asked as of the day before, it is still there', () => {
    const nodes = ['ACME', 'SALES', 'OSLO', 'LONDON', 'CS', 'RENEW']
    const dayBefore = example
    const today = archive(example, 'OLD')
    expect(nodes.filter((node) => metricsOn(today, node).includes('OLD'))).toEqual([])
    expect(nodes.filter((node) => metricsOn(dayBefore, node).includes('OLD'))).toEqual(nodes)
  })

  it('LONDON moves to CS and takes its rules along: REN comes, its OVERRIDE wakes, HIDE CALLS goes dormant', () => {
    const moved = move(example, 'LONDON', { under: 'CS' })
    expect(shows(moved, 'LONDON')).toEqual([
      'PRIMARY MTG @ACME INHERITED',
      'PRIMARY REV @ACME INHERITED',
      'SECONDARY OLD @ACME INHERITED',
      'SECONDARY REN @ACME INHERITED',
    ])
    expect(shown(moved, 'LONDON', 'REN')).toMatchObject({ kind: 'SECONDARY', kindFrom: 'LONDON' })
    expect(dormantOn(moved, 'LONDON')).toEqual(['LONDON HIDE CALLS: NOTHING_TO_HIDE'])
  })

  it('OSLO pins MTG, then SALES hides MTG: OSLO keeps it, LONDON loses it', () => {
    const pinned = saying(example, on('OSLO').add('MTG'))
    expect(shows(pinned, 'OSLO')).toEqual(shows(example, 'OSLO'))
    const hidden = saying(pinned, on('SALES').hide('MTG'))
    expect(shows(hidden, 'OSLO')).toContain('SECONDARY MTG @ACME REINSTATED')
    expect(metricsOn(hidden, 'LONDON')).toEqual(['REV', 'OLD', 'OPPS'])
    expect(statusOn(hidden, 'LONDON', 'MTG')).toBe('HIDDEN_AT SALES')
  })

  it('SALES is deleted and its teams detached: they inherit from ACME, lose OPPS, and OVERRIDE REN wakes', () => {
    const detached = deleteAndDetachTeams(example, 'SALES')
    expect(shows(detached, 'OSLO')).toEqual([
      'PRIMARY REN @ACME INHERITED',
      'PRIMARY REV @ACME INHERITED',
      'SECONDARY CALLS @ACME INHERITED',
      'SECONDARY MTG @ACME INHERITED',
      'SECONDARY OLD @ACME INHERITED',
    ])
    expect(metricsOn(detached, 'LONDON')).toEqual(['MTG', 'REV', 'OLD', 'REN'])
    expect(shown(detached, 'LONDON', 'REN')).toMatchObject({ kind: 'SECONDARY', kindFrom: 'LONDON' })
    expect(dormantOn(detached, 'LONDON')).toEqual([])
  })

  it('ACME unlocks REV: the HIDE of OSLO takes effect, and LABS is no longer made to show it', () => {
    const unlocked = saying(example, on('ACME').add('REV', { kind: 'PRIMARY' }))
    expect(statusOn(unlocked, 'OSLO', 'REV')).toBe('HIDDEN_AT OSLO')
    expect(dormantOn(unlocked, 'OSLO')).toEqual([])
    expect(statusOn(unlocked, 'LABS', 'REV')).toBe('BLOCKED_AT LABS')
  })

  it('ACME removes REN: the ADD of OSLO becomes its own and stays PRIMARY, since that is written into it', () => {
    const removed = on('ACME').add('REN', { kind: 'PRIMARY' })
    const kept = attributesToKeep(example.nodes, removed, null)
    expect(kept).toEqual([
      { rule: on('OSLO').add('REN'), attributes: { kind: 'PRIMARY', label: null, position: null } },
    ])
    const without = silent(example, 'ACME', 'REN')
    const written = kept.reduce(
      (org, { rule, attributes }) => saying(org, { ...rule, ...attributes }),
      without,
    )
    expect(shows(written, 'OSLO').slice(0, 2)).toEqual([
      'PRIMARY REV @ACME INHERITED',
      'PRIMARY REN @OSLO OWN',
    ])
    expect(shows(without, 'OSLO')).toContain('SECONDARY REN @OSLO OWN')
    expect(statusOn(written, 'CS', 'REN')).toBe('NOT_CONFIGURED')
  })

  it('HIDE at department and team: the one of the team is dormant; removing that of the department wakes it', () => {
    const both: KeyMetricRule[] = [on('ACME').add('REV'), on('SALES').hide('REV'), on('OSLO').hide('REV')]
    expect(dormantOn(given(...both), 'OSLO')).toEqual(['OSLO HIDE REV: NOTHING_TO_HIDE'])
    expect(statusOn(given(...both), 'OSLO', 'REV')).toBe('HIDDEN_AT SALES')
    const awake = silent(given(...both), 'SALES', 'REV')
    expect(dormantOn(awake, 'OSLO')).toEqual([])
    expect(statusOn(awake, 'OSLO', 'REV')).toBe('HIDDEN_AT OSLO')
  })

  it('SALES un-hides REN by removing its HIDE, not by an ADD: SALES and OSLO simply inherit it', () => {
    const unhidden = silent(example, 'SALES', 'REN')
    expect(shows(unhidden, 'SALES')).toContain('PRIMARY REN @ACME INHERITED')
    expect(shows(unhidden, 'OSLO')).toContain('PRIMARY REN @ACME INHERITED')
  })
})
