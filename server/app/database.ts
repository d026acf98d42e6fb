import type { DataSource } from 'typeorm'
import { openDatabase } from '../platform/database/open-database.js'
import type { Log } from '../platform/log.js'
import { entities, migrations } from './entities.js'

/** The database at `url`, with every entity and migration the product has. */
export function openAppDatabase(url: string, log: Log, poolSize = 10): Promise<DataSource> {
  return openDatabase({ url, poolSize, log, entities, migrations })
}
