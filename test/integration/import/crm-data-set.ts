import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Of the CRM sales opportunities data set. It came without a licence, so it is not part of the project. */
export const CRM_FOLDER =
  process.env.CRM_DATA ?? join(process.cwd(), '../shared/data/crm-sales-opportunities')

/** As `describe`, for tests that read `file` of the data set: where it is not there they are skipped, and say so. */
export function describeWith(file: string): jest.Describe {
  if (existsSync(join(CRM_FOLDER, file))) return describe
  process.stderr.write(
    `Skipped: no ${file} of the CRM sales opportunities data set in ${CRM_FOLDER}; say where with CRM_DATA.\n`,
  )
  return describe.skip
}
