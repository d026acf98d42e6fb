/** ACME{ SALES{OSLO, LONDON}, CS{RENEW}, LABS }: each by its path from the company down. */
export const NODES = {
  ACME: ['ACME'],
  SALES: ['ACME', 'SALES'],
  OSLO: ['ACME', 'SALES', 'OSLO'],
  LONDON: ['ACME', 'SALES', 'LONDON'],
  CS: ['ACME', 'CS'],
  RENEW: ['ACME', 'CS', 'RENEW'],
  LABS: ['ACME', 'LABS'],
} as const
export type NodeName = keyof typeof NODES
export const NODE_NAMES = Object.keys(NODES) as NodeName[]
