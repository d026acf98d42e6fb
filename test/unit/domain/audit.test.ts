import { changesOf } from '../../../server/domain/audit.js'

describe('what differs between two states', () => {
  it('is told by name of field, and what stayed is left out', () => {
    const before = { name: 'Revenue', unit: 'EUR', version: 1 }
    const after = { unit: 'NOK', version: 2, name: 'Revenue' }
    expect(changesOf(before, after)).toEqual([
      { field: 'unit', before: 'EUR', after: 'NOK' },
      { field: 'version', before: '1', after: '2' },
    ])
  })

  it('is everything of what is new, and everything of what is gone', () => {
    expect(changesOf(null, { role: 'ADMIN' })).toEqual([{ field: 'role', before: null, after: 'ADMIN' }])
    expect(changesOf({ role: 'ADMIN' }, null)).toEqual([{ field: 'role', before: 'ADMIN', after: null }])
    expect(changesOf(null, null)).toEqual([])
  })

  it('takes a field that is null for one that is not there', () => {
    expect(changesOf({ teamId: null, label: null }, { teamId: 'OSLO' })).toEqual([
      { field: 'teamId', before: null, after: 'OSLO' },
    ])
  })

  it('is told as text: lists with commas, what lies inside with a dot', () => {
    const before = { locks: ['HIDE', 'KIND'], inherits: true, calendar: { timeZone: 'UTC', firstDay: 1 } }
    const after = { locks: [], inherits: false, calendar: { timeZone: 'UTC', firstDay: 7 } }
    expect(changesOf(before, after)).toEqual([
      { field: 'calendar.firstDay', before: '1', after: '7' },
      { field: 'inherits', before: 'true', after: 'false' },
      { field: 'locks', before: 'HIDE, KIND', after: '' },
    ])
  })

  it('does not trip over names that JavaScript knows', () => {
    const state = JSON.parse('{ "__proto__": "x", "constructor": 1 }') as object
    expect(changesOf(null, state)).toEqual([
      { field: '__proto__', before: null, after: 'x' },
      { field: 'constructor', before: null, after: '1' },
    ])
  })
})
