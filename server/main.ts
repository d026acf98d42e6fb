import { start } from './app/start.js'
import { readConfig } from './platform/config.js'
import { stopOnSignal } from './platform/stop-signals.js'
import { failWith, print } from './platform/terminal.js'

try {
  const { stop } = await start(readConfig(), print)
  stopOnSignal(stop)
} catch (error) {
  failWith(error)
}
