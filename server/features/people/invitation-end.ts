import type { Change } from '../../platform/database/change.js'

/** Makes the link that a person was sent count no more; answers whether there was one that did. */
export async function endInvitations({ manager, companyId, at }: Change, userId: string): Promise<boolean> {
  const [rows] = await manager.query<[{ id: string }[], number]>(
    `UPDATE invitation SET ended_at = $3
      WHERE company_id = $1 AND user_id = $2 AND ended_at IS NULL AND expires_at > $3 RETURNING id`,
    [companyId, userId, at],
  )
  return rows.length > 0
}
