/** For so long a key is known. */
const LIFETIME = `interval '24 hours'`
const EXPIRED = `at <= statement_timestamp() - ${LIFETIME}`

/** An answer that takes longer than any request may is not on the way any more. */
const IN_FLIGHT = `interval '1 minute'`

/** In the place of an answer that was lost. */
const LOST = `''::bytea`

/** Of company, key, request, attempt and outcome: a row when the key is free, has expired, or is this attempt's own. */
export const WRITE = `
  INSERT INTO idempotent_request AS known (company_id, key_sha256, request_sha256, attempt, outcome, at)
  VALUES ($1, $2, $3, $4, $5, statement_timestamp())
  ON CONFLICT (company_id, key_sha256) DO UPDATE
    SET request_sha256 = excluded.request_sha256, attempt = excluded.attempt, outcome = excluded.outcome, at = excluded.at
  WHERE known.attempt = excluded.attempt OR known.${EXPIRED}
  RETURNING attempt`

/**
 * The same; and whoever brings a key takes up to a hundred expired ones of the company away. Materialized: within a loop
 * the hundred would be looked for again and again, and be others each time.
 */
export const WRITE_AND_TIDY = `
  WITH expired AS MATERIALIZED (
    SELECT key_sha256 FROM idempotent_request
     WHERE company_id = $1 AND key_sha256 <> $2 AND ${EXPIRED}
     ORDER BY at LIMIT 100 FOR UPDATE SKIP LOCKED),
  tidied AS (
    DELETE FROM idempotent_request WHERE company_id = $1 AND key_sha256 IN (SELECT key_sha256 FROM expired))
  ${WRITE}`

/** Of company, key and attempt: what it changed stays, but what it would have answered is not to be had. */
export const GIVE_UP = `
  UPDATE idempotent_request SET outcome = ${LOST} WHERE company_id = $1 AND key_sha256 = $2 AND attempt = $3`

/** Of company, key and request. */
export const KNOWN = `
  SELECT request_sha256 = $3 AS "isSame", nullif(outcome, ${LOST}) AS outcome,
         coalesce(outcome = ${LOST}, at <= statement_timestamp() - ${IN_FLIGHT}) AS "isLost"
    FROM idempotent_request
   WHERE company_id = $1 AND key_sha256 = $2 AND NOT ${EXPIRED}`
