import { ours } from '../contenders/ours.mjs'
import { load } from '../measure/load.mjs'
import { QUESTIONS } from '../questions.mjs'
import { write, writePaced } from './write.mjs'

const READS_PER_SECOND = 200

/** Of what the one statement reaches: the target, and more than that. */
const SHARES = [0.25, 0.4]

/** So many batches at the least, or the p99 would be that of the slowest of a few. */
const LEAST_PACED = 200

/**
 * What is written through our server while others read one team so many times a second: by eight writers who each wait for
 * their answer, which is as much as it takes; and at a share of `fastest`, the batches a second that the one statement
 * reached, whoever waits for an answer. A list of measurements.
 */
export function besideReads({ server, writeBatch }, dataset, { fastest, seconds }) {
  const full = {
    ...{ name: `ours, beside ${READS_PER_SECOND} reads/s`, writers: 8, seconds },
    written: () => write(writeBatch, { writers: 8, seconds }),
  }
  const paced = SHARES.map((share) => {
    const pace = { perSecond: share * fastest, seconds: Math.max(seconds, LEAST_PACED / (share * fastest)) }
    return {
      ...{
        name: `ours at ${share * 100} % of the one statement, beside ${READS_PER_SECOND} reads/s`,
        writers: null,
      },
      ...{ seconds: pace.seconds, sentPerSecond: pace.perSecond },
      written: () => writePaced(writeBatch, pace),
    }
  })
  return [full, ...paced].map((one) => () => whileRead(server, dataset, one))
}

async function whileRead(server, dataset, { written: writing, seconds, ...told }) {
  const request = { url: server.url, ...(await ours.request(QUESTIONS.team, dataset, server)) }
  const [written, reads] = await Promise.all([
    writing(),
    load(request, { connections: 16, seconds, overallRate: READS_PER_SECOND }),
  ])
  return { ...told, ...written, reads }
}
