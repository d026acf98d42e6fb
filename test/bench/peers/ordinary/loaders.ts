import DataLoader from 'dataloader'
import { In, type DataSource } from 'typeorm'
import { DailySum, Formula, Metric, OrgNode, Rule, Target } from './entities.js'

export type Loaders = ReturnType<typeof createLoaders>

/** Made anew for each request. */
export function createLoaders(db: DataSource) {
  const nodes = db.getRepository(OrgNode)
  return {
    node: new DataLoader(async (ids: readonly string[]) => {
      const rows = new Map((await nodes.findBy({ id: In([...ids]) })).map((row) => [row.id, row]))
      return ids.map((id) => rows.get(id) ?? null)
    }),
    children: listLoader(
      (ids) => nodes.find({ where: { parentId: In([...ids]) }, order: { name: 'ASC', id: 'ASC' } }),
      ({ parentId }) => parentId!,
    ),
    rules: listLoader(
      (ids) => db.getRepository(Rule).findBy({ nodeId: In([...ids]) }),
      ({ nodeId }) => nodeId,
    ),
    metrics: listLoader(
      (ids) => db.getRepository(Metric).findBy({ companyId: In([...ids]) }),
      ({ companyId }) => companyId,
    ),
    metric: new DataLoader(async (ids: readonly string[]) => {
      const rows = await db.getRepository(Metric).findBy({ id: In([...ids]) })
      const byId = new Map(rows.map((row) => [row.id, row]))
      return ids.map((id) => byId.get(id)!)
    }),
    formulas: listLoader(
      (ids) => db.getRepository(Formula).findBy({ metricId: In([...ids]) }),
      ({ metricId }) => metricId,
    ),
    targets: listLoader(
      (ids) => db.getRepository(Target).findBy({ nodeId: In([...ids]) }),
      ({ nodeId }) => nodeId,
    ),
    sums: listLoader(
      sumsOf(db),
      ({ nodeId }) => nodeId,
      ({ nodeId, month }: MonthOfNode) => `${nodeId}/${month}`,
    ),
  }
}

export interface MonthOfNode {
  readonly nodeId: string
  readonly month: string
}

/** The database adds up the days. */
function sumsOf(db: DataSource) {
  return (keys: readonly MonthOfNode[]) =>
    db
      .getRepository(DailySum)
      .createQueryBuilder('s')
      .select(['s.node_id AS "nodeId"', 's.type_id AS "typeId"'])
      .addSelect('sum(s.quantity)', 'quantity')
      .addSelect('sum(s.amount)', 'amount')
      .where('s.node_id = ANY(:nodes)', { nodes: keys.map(({ nodeId }) => nodeId) })
      .andWhere(`s.day >= :month AND s.day < :month::date + interval '1 month'`, { month: keys[0]!.month })
      .groupBy('s.node_id')
      .addGroupBy('s.type_id')
      .getRawMany<Pick<DailySum, 'nodeId' | 'typeId' | 'quantity' | 'amount'>>()
}

function listLoader<Row, Key = string>(
  read: (keys: readonly Key[]) => Promise<Row[]>,
  idOf: (row: Row) => string,
  cacheKeyFn: (key: Key) => string = String,
) {
  return new DataLoader<Key, Row[], string>(
    async (keys) => {
      const groups = new Map<string, Row[]>()
      for (const row of await read(keys)) {
        const group = groups.get(idOf(row))
        if (group) group.push(row)
        else groups.set(idOf(row), [row])
      }
      return keys.map((key) => groups.get(cacheKeyFn(key).split('/')[0]!) ?? [])
    },
    { cacheKeyFn },
  )
}
