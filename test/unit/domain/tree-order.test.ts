import type { OrgLevel } from '../../../server/domain/org-node.js'
import { treeOrder } from '../../../server/domain/tree-order.js'

const node = (level: OrgLevel, name: string, id = name) => ({ id, level, name })
const ACME = node('COMPANY', 'ACME')
const sales = node('DEPARTMENT', 'SALES')
const paths = {
  ACME: [ACME],
  CS: [ACME, node('DEPARTMENT', 'CS')],
  'RENEW of CS': [ACME, node('DEPARTMENT', 'CS'), node('TEAM', 'RENEW')],
  SALES: [ACME, sales],
  'LONDON of SALES': [ACME, sales, node('TEAM', 'LONDON')],
  'LONDON of SALES, another': [ACME, sales, node('TEAM', 'LONDON', 'a later id')],
  'SALES & MORE': [ACME, node('DEPARTMENT', 'SALES & MORE')],
  'ALL, a team of the company': [ACME, node('TEAM', 'ALL')],
}

it('nodes sort before what hangs below them, departments before teams, siblings by name and id', () => {
  const shuffled = Object.entries(paths).reverse()
  const sorted = shuffled.sort(([, a], [, b]) => (treeOrder(a) < treeOrder(b) ? -1 : 1)).map(([name]) => name)
  expect(sorted).toEqual(Object.keys(paths))
})
