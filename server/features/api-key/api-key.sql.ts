/** SQL condition for the rows of api_key `k` that count: not ended, and the node they are bound to is still there. */
export const IS_ACTIVE = `(k.revoked_at IS NULL
  AND (k.expires_at IS NULL OR k.expires_at > statement_timestamp())
  AND (k.node_id IS NULL OR EXISTS (
        SELECT FROM org_node_placement p
         WHERE p.company_id = k.company_id AND p.node_id = k.node_id AND p.valid_to = 'infinity')))`

/** SQL condition for the rows of api_key_secret `s` that sign in, as long as their key does. */
export const IS_LIVE_SECRET = `(s.expires_at IS NULL OR s.expires_at > statement_timestamp())`
