import { findColumns, type WantedColumns } from '../../../server/import/columns.js'

function found(header: string, wanted: WantedColumns = {}) {
  const { header: _, ...columns } = findColumns({ line: 1, cells: header.split(',') }, wanted)
  return columns
}

describe('the columns of a file', () => {
  it.each([
    ['sales_agent,manager,regional_office', { member: 0, lead: 1, team: 1, department: 2, email: null }],
    [
      'Employee Name,Team,Team Lead,Department,E-Mail',
      { member: 0, team: 1, lead: 2, department: 3, email: 4 },
    ],
    ['region,office,team,name,agent', { department: 0, team: 2, member: 4, lead: null, email: null }],
  ])('are recognised in %s', (header, columns) => {
    expect(found(header)).toEqual(columns)
  })

  it('are those that were named, case and spaces aside', () => {
    const wanted = { member: 'WHO', team: 'Where To', lead: 'boss', department: 'unit', email: 'post' }
    expect(found('post,unit,boss,where_to,who', wanted)).toEqual({
      email: 0,
      department: 1,
      lead: 2,
      team: 3,
      member: 4,
    })
  })

  it('have one role each, but leads may have a team each', () => {
    expect(found('name,manager,squad', { member: 'manager', team: 'squad' })).toMatchObject({
      member: 1,
      lead: null,
    })
    expect(found('name,manager', { team: 'manager' })).toMatchObject({ team: 1, lead: 1 })
  })

  it('are left alone when the operator says that there is none', () => {
    expect(found('name,team,region,manager', { department: '', lead: '' })).toMatchObject({
      department: null,
      lead: null,
    })
  })
})
