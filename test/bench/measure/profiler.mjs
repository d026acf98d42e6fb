// Loaded into a server before its own code (node --import): answers its parent what processor time went into.
import { Session } from 'node:inspector/promises'

const INTERVAL_US = 250
const session = new Session()
session.connect()

process.on('message', async (asked) => {
  if (asked === 'watch') {
    await session.post('Profiler.enable')
    await session.post('Profiler.setSamplingInterval', { interval: INTERVAL_US })
    await session.post('Profiler.start')
    return process.send('watching')
  }
  const { profile } = await session.post('Profiler.stop')
  process.send(profile)
})
process.channel?.unref()
