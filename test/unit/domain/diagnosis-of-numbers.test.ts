import { CHECKS_OF_NUMBERS } from '../../../server/domain/diagnosis-checks.js'
import type { CountedType, NumberSource } from '../../../server/domain/diagnosis-numbers.js'
import { isWorthTelling } from '../../../server/domain/diagnosis.js'
import { diagnosis, type Looking } from '../../support/diagnosis.js'
import { given, on } from '../../support/vocabulary.js'

const org = given(on('ACME').add('REV'))
const call: CountedType = { name: 'Call', isArchived: false, isEnabled: true }
const visit: CountedType = { name: 'Visit', isArchived: false, isEnabled: false }
const fax: CountedType = { name: 'Fax', isArchived: true, isEnabled: true }

const recorded = (...types: CountedType[]): NumberSource => ({ types, isRecorded: true })
const empty = (...types: CountedType[]): NumberSource => ({ types, isRecorded: false })

/** The verdict, what the three checks of the number found, and what can be done. */
function told(looking: Looking): [string, string, string[]] {
  const { verdict, checks, fixes } = diagnosis(org, looking)
  const found = checks.filter(({ check }) => CHECKS_OF_NUMBERS.includes(check))
  return [verdict, found.map(({ outcome }) => outcome).join(' '), fixes.map(({ description }) => description)]
}

describe('a metric that is shown', () => {
  it('is VISIBLE with something recorded', () => {
    expect(told({ numbers: [[recorded(call)]] })).toEqual(['VISIBLE', 'PASS PASS PASS', []])
  })

  it('has no number without a formula: NO_FORMULA, for a company admin to set', () => {
    const looking = { numbers: [[]] }
    expect(told(looking)).toEqual([
      'NO_FORMULA',
      'FAIL SKIPPED SKIPPED',
      ['Say how “REV” is computed from activities.'],
    ])
    expect(diagnosis(org, looking).fixes).toMatchObject([
      {
        fix: 'SET_FORMULA',
        nodeId: null,
        takes: [{ action: 'configure the company', nodeId: 'ACME' }],
      },
    ])
  })

  it('has none when nothing was recorded, though it could be: NO_DATA', () => {
    expect(told({ numbers: [[empty(call, visit)]] })).toEqual([
      'NO_DATA',
      'PASS PASS FAIL',
      ['Log what Mia did.'],
    ])
  })

  it('speaks of the node where the page shows the numbers of the node', () => {
    const lead = { roles: ['MANAGER OSLO'], numbers: [[empty(call)]] }
    const onNode = 'Log what was done on OSLO.'
    expect(told({ ...lead, node: 'OSLO' })[2]).toEqual([onNode])
    expect(told({ ...lead, team: null })[2]).toEqual([onNode])
    expect(told({ ...lead, surface: 'TEAM' })[2]).toEqual([onNode])
    expect(told({ ...lead, surface: 'PROFILE' })[2]).toEqual(['Log what Mia did.'])
  })

  it('counts what is enabled nowhere here: TYPE_NOT_ENABLED, for whoever may enable it on the node', () => {
    const looking = { numbers: [[empty(visit, fax)]] }
    expect(told(looking)).toEqual([
      'TYPE_NOT_ENABLED',
      'PASS FAIL FAIL',
      ['Enable “Visit” on OSLO.', 'Log what Mia did.'],
    ])
    expect(diagnosis(org, looking).fixes[0]).toMatchObject({
      fix: 'ENABLE_ACTIVITY_TYPE',
      nodeId: 'OSLO',
      takes: [{ action: 'configure activity types', nodeId: 'OSLO' }],
    })
    expect(told({ numbers: [[empty(visit, { ...visit, name: 'Demo' })]] })[2][0]).toBe(
      'Enable one of “Visit”, “Demo” on OSLO.',
    )
  })

  it('counts only what is archived: TYPE_ARCHIVED, for a company admin to restore', () => {
    const looking = { numbers: [[empty(fax)]] }
    expect(told(looking)).toEqual([
      'TYPE_ARCHIVED',
      'PASS FAIL FAIL',
      ['Restore “Fax”.', 'Log what Mia did.'],
    ])
    expect(diagnosis(org, looking).fixes[0]).toMatchObject({
      fix: 'RESTORE_ACTIVITY_TYPE',
      nodeId: null,
      takes: [{ action: 'configure the company', nodeId: 'ACME' }],
    })
  })

  it('says what else a restored type will take', () => {
    const looking = { numbers: [[empty({ ...fax, isEnabled: false })]] }
    expect(told(looking)[2][0]).toBe('Restore “Fax”. Then enable it where it is to be logged.')
  })

  it('is VISIBLE with what came in all the same, as integrations may deliver it', () => {
    expect(told({ numbers: [[recorded(visit)]] })).toEqual(['VISIBLE', 'PASS PASS PASS', []])
  })

  it('as a ratio takes both its parts', () => {
    const checks = (...sources: NumberSource[]) => told({ numbers: [sources] }).slice(0, 2)
    expect(checks(empty(call), empty(call))).toEqual(['NO_DATA', 'PASS PASS FAIL'])
    expect(checks(recorded(call), empty(visit))).toEqual(['TYPE_NOT_ENABLED', 'PASS FAIL PASS'])
    expect(checks(empty(fax), recorded(call))).toEqual(['TYPE_ARCHIVED', 'PASS FAIL PASS'])
    expect(checks(recorded(call), recorded(visit))).toEqual(['VISIBLE', 'PASS PASS PASS'])
  })

  it('has a number nobody who asks may know of: UNKNOWN, which decides nothing', () => {
    expect(told({ numbers: null })).toEqual(['VISIBLE', 'UNKNOWN UNKNOWN UNKNOWN', []])
  })
})

describe('of a page as a whole', () => {
  const page = (numbers: Looking['numbers']) => told({ metric: null, numbers }).slice(0, 2)

  it('one number is enough', () => {
    expect(page([[], [empty(visit)], [recorded(call)]])).toEqual(['VISIBLE', 'PASS PASS PASS'])
  })

  it('NO_FORMULA when none has one', () => {
    expect(page([[], []])).toEqual(['NO_FORMULA', 'FAIL SKIPPED SKIPPED'])
  })

  it('TYPE_NOT_ENABLED when none can come about, NO_DATA when one could', () => {
    expect(page([[], [empty(visit)]])).toEqual(['TYPE_NOT_ENABLED', 'PASS FAIL FAIL'])
    expect(page([[empty(visit)], [empty(call)]])).toEqual(['NO_DATA', 'PASS PASS FAIL'])
  })

  it('without any key metric there is none to look for', () => {
    const { verdict, checks } = diagnosis(given(), { metric: null, numbers: [] })
    expect(verdict).toBe('NOTHING_CONFIGURED')
    expect(checks.slice(-3).map(({ outcome }) => outcome)).toEqual(['SKIPPED', 'SKIPPED', 'SKIPPED'])
  })
})

describe('a page says', () => {
  const isTold = (isShown: boolean, looking: Looking) => isWorthTelling(diagnosis(org, looking), isShown)

  it('nothing where there are numbers, or where it may not be known whether there are', () => {
    expect(isTold(true, { numbers: [[recorded(call)]] })).toBe(false)
    expect(isTold(true, { numbers: null })).toBe(false)
  })

  it('of what it shows only why there is no number', () => {
    expect(isTold(true, { isDeactivated: true, numbers: [[recorded(call)]] })).toBe(false)
    expect(isTold(true, { isDeactivated: true, numbers: [[empty(call)]] })).toBe(true)
  })

  it('whatever keeps it from showing anything', () => {
    expect(isTold(false, { isDeactivated: true, numbers: [[recorded(call)]] })).toBe(true)
    expect(isTold(false, { metric: 'REN', numbers: null })).toBe(true)
  })
})
