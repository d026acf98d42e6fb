import { enabledAlong } from '../../../server/domain/activity-type.js'

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

  it('is nothing where there is no such node', () => {
    expect(along()).toEqual({})
  })
})
