import { enabledAlong, isEnabledAlong } from '../../../server/domain/activity-type.js'

const enablement = new Map([
  ['ACME', new Set(['CALL', 'DEAL'])],
  ['OSLO', new Set(['CALL', 'VISIT'])],
  ['LONDON', new Set(['FAX'])],
])
const along = (...path: string[]) => Object.fromEntries(enabledAlong(path, enablement))

describe('what is enabled on a node', () => {
  it('is what it and the nodes above enable, each type from the nearest', () => {
    expect(along('ACME', 'SALES', 'OSLO')).toEqual({ CALL: 'OSLO', DEAL: 'ACME', VISIT: 'OSLO' })
    expect(along('ACME', 'SALES')).toEqual({ CALL: 'ACME', DEAL: 'ACME' })
  })

  it.each(['CALL', 'DEAL', 'VISIT', 'FAX'])('can be asked of one type, such as %s', (type) => {
    const isEnabled = isEnabledAlong(['ACME', 'SALES', 'OSLO'], enablement, type)
    expect(isEnabled).toBe(type in along('ACME', 'SALES', 'OSLO'))
  })

  it('is nothing where there is no such node', () => {
    expect(along()).toEqual({})
  })
})
