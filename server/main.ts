import { start } from './app/start.js'
import { readConfig } from './platform/config.js'
import { stopOnSignal } from './platform/stop-signals.js'
import { failWith, print } from './platform/terminal.js'

try {
  const config = readConfig()
  const { stop } = await start(config, print)
  stopOnSignal(stop, config.stopDelaySeconds)
} catch (error) {
  failWith(error)
}
