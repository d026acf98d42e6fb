import { load } from './load.mjs'
import { databaseProcessorMs, forgetPeak, peakMb, processorMs, spentMs } from './processor-time.mjs'

/** Before each measurement: the compiler of V8 has seen the code, and caches are as full as they get. */
const WARM_UP_SECONDS = 3

/** One contender under one question for some seconds: how fast, and what a request cost the server and the database. */
export async function measure(contender, server, question, { dataset, client, connections, seconds }) {
  const request = { url: server.url, ...(await contender.request(question, dataset, server)) }
  await load(request, { connections, seconds: Math.min(WARM_UP_SECONDS, seconds / 2) })
  forgetPeak(server.pid)
  const [cpuBefore, databaseBefore] = [processorMs(server.pid), await databaseProcessorMs(client)]
  const run = await load(request, { connections, seconds })
  const cpu = processorMs(server.pid) - cpuBefore
  const databaseCpu = spentMs(databaseBefore, await databaseProcessorMs(client))
  return {
    contender: contender.name,
    question: question.name,
    connections,
    ...run,
    cpuMs: run.requests === 0 ? null : cpu / run.requests,
    databaseCpuMs: run.requests === 0 ? null : databaseCpu / run.requests,
    peakMb: peakMb(server.pid),
  }
}
