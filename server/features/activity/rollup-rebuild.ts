import type { DataSource } from 'typeorm'
import { decimal, type Decimal } from '../../domain/decimal.js'
import type { LocalDate } from '../../domain/calendar.js'
import type { Context } from '../../platform/context.js'
import { change, type Change } from '../../platform/database/change.js'
import { isUuid } from '../../platform/uuid.js'
import { loadSystemContext } from '../org/company.commands.js'
import { onCompany } from '../org/permission.js'

/** A sum that was kept and is not what the activities come to. */
export interface WrongSum {
  readonly of: 'node' | 'person'
  readonly id: string
  readonly day: LocalDate
  readonly activityTypeId: string
  readonly label: string
  readonly kept: { readonly quantity: Decimal; readonly amount: Decimal }
  readonly right: { readonly quantity: Decimal; readonly amount: Decimal }
}

export interface Rebuilt {
  readonly companyId: string
  readonly wrong: readonly WrongSum[]
}

/** The sums of nodes and of people as the activities come to them; columns as in the tables, without slots. */
const RIGHT = `
  counted AS (
    SELECT a.*, coalesce(a.amount, 0) AS worth FROM activity a
     WHERE a.company_id = $1 AND a.voided_at IS NULL AND a.user_id IS NOT NULL),
  right_nodes AS (
    SELECT n.node_id, n.parent_id, a.activity_type_id, a.label, a.day, sum(a.quantity) AS quantity, sum(a.worth) AS amount
      FROM counted a
     CROSS JOIN LATERAL (VALUES (a.team_id, coalesce(a.department_id, $1::uuid)), (a.department_id, $1::uuid), ($1::uuid, $1::uuid))
           AS n(node_id, parent_id)
     WHERE n.node_id IS NOT NULL
     GROUP BY n.node_id, n.parent_id, a.activity_type_id, a.label, a.day),
  right_people AS (
    SELECT a.user_id, coalesce(a.team_id, $1::uuid) AS node_id, a.activity_type_id, a.label, a.day,
           sum(a.quantity) AS quantity, sum(a.worth) AS amount
      FROM counted a
     GROUP BY a.user_id, coalesce(a.team_id, $1::uuid), a.activity_type_id, a.label, a.day)`

const COMPARED = `SELECT day::text AS day, activity_type_id AS "activityTypeId", label,
  coalesce(k.quantity, 0) AS "keptQuantity", coalesce(k.amount, 0) AS "keptAmount",
  coalesce(r.quantity, 0) AS "rightQuantity", coalesce(r.amount, 0) AS "rightAmount"`
const DIFFERENT = `WHERE (coalesce(k.quantity, 0), coalesce(k.amount, 0)) <> (coalesce(r.quantity, 0), coalesce(r.amount, 0))`

const WRONG = `
  WITH ${RIGHT},
  kept_nodes AS (
    SELECT node_id, parent_id, activity_type_id, label, day, sum(quantity) AS quantity, sum(amount) AS amount
      FROM activity_node_rollup WHERE company_id = $1 GROUP BY node_id, parent_id, activity_type_id, label, day),
  kept_people AS (SELECT * FROM activity_person_rollup WHERE company_id = $1)
  ${COMPARED}, 'node' AS of, node_id AS id
    FROM kept_nodes k FULL JOIN right_nodes r USING (node_id, parent_id, activity_type_id, label, day) ${DIFFERENT}
  UNION ALL
  ${COMPARED}, 'person', user_id
    FROM kept_people k FULL JOIN right_people r USING (user_id, node_id, activity_type_id, label, day) ${DIFFERENT}
   ORDER BY 1, 8, 9, 2, 3`

const FILL_NODES = `
  WITH ${RIGHT}
  INSERT INTO activity_node_rollup (company_id, node_id, parent_id, activity_type_id, label, day, slot, quantity, amount)
  SELECT $1, node_id, parent_id, activity_type_id, label, day, 0, quantity, amount FROM right_nodes`
const FILL_PEOPLE = `
  WITH ${RIGHT}
  INSERT INTO activity_person_rollup (company_id, user_id, node_id, activity_type_id, label, day, quantity, amount)
  SELECT $1, user_id, node_id, activity_type_id, label, day, quantity, amount FROM right_people`

/** Makes the sums of one company anew from its activities, in one transaction, and tells which of them were wrong. */
export function rebuildRollups(ctx: Context): Promise<Rebuilt> {
  const { companyId } = ctx
  return change(ctx, onCompany('configure the company'), async (tx) => {
    const { manager } = tx
    // It takes as long as it takes; who asks is an operator.
    await manager.query(`SET LOCAL statement_timeout = 0`)
    const wrong = await findWrong(tx)
    await manager.query(`DELETE FROM activity_node_rollup WHERE company_id = $1`, [companyId])
    await manager.query(`DELETE FROM activity_person_rollup WHERE company_id = $1`, [companyId])
    await manager.query(FILL_NODES, [companyId])
    await manager.query(FILL_PEOPLE, [companyId])
    const after = { wrongSums: wrong.length }
    if (wrong.length > 0)
      tx.record({ action: 'rebuildRollups', nodeId: companyId, entityId: null, before: null, after })
    return { companyId, wrong }
  })
}

/** One company, or all of them, one after another. @throws RangeError when there is no such company. */
export async function rebuildCompanies(
  database: DataSource,
  companyId: string | null,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Rebuilt[]> {
  const ids = companyId === null ? await allCompanies(database) : [companyId]
  const rebuilt: Rebuilt[] = []
  for (const id of ids) {
    onProgress(rebuilt.length, ids.length)
    const ctx = isUuid(id) ? await loadSystemContext(database, id) : null
    if (!ctx) throw new RangeError(`There is no company ${id}.`)
    rebuilt.push(await rebuildRollups(ctx))
  }
  onProgress(rebuilt.length, ids.length)
  return rebuilt
}

async function allCompanies(database: DataSource): Promise<string[]> {
  const rows = await database.query<{ id: string }[]>(
    `SELECT company_id AS id FROM company ORDER BY company_id`,
  )
  return rows.map(({ id }) => id)
}

interface Row extends Pick<WrongSum, 'of' | 'id' | 'day' | 'activityTypeId' | 'label'> {
  readonly keptQuantity: string
  readonly keptAmount: string
  readonly rightQuantity: string
  readonly rightAmount: string
}

async function findWrong({ manager, companyId }: Change): Promise<WrongSum[]> {
  const rows = await manager.query<Row[]>(WRONG, [companyId])
  return rows.map(({ keptQuantity, keptAmount, rightQuantity, rightAmount, ...sum }) => ({
    ...sum,
    kept: { quantity: decimal(keptQuantity), amount: decimal(keptAmount) },
    right: { quantity: decimal(rightQuantity), amount: decimal(rightAmount) },
  }))
}
