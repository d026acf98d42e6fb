import { Presets, SingleBar } from 'cli-progress'
import type { ActivityStep } from './activities/listener.js'
import type { ImportStep } from './carry-out.js'

const TITLES: Record<ImportStep | ActivityStep, string> = {
  reading: 'Reading the file',
  people: 'Creating people',
  teams: 'Filling teams',
  roles: 'Granting roles',
  saving: 'Saving',
  checking: 'Checking the rows',
  linking: 'Linking people',
  logging: 'Logging activities',
}

export interface ProgressBar {
  onProgress(this: void, step: ImportStep | ActivityStep, done: number, total: number): void
  stop(): void
}

/** On standard error, and only where somebody is watching. */
export function progressBar(): ProgressBar {
  const format = '{title} {bar} {percentage} %'
  const bar = new SingleBar({ format, clearOnComplete: true, hideCursor: true }, Presets.shades_classic)
  return {
    onProgress: (step, done, total) => {
      if (!bar.isActive) bar.start(total, done, { title: TITLES[step] })
      bar.setTotal(total)
      bar.update(done, { title: TITLES[step] })
    },
    stop: () => bar.stop(),
  }
}
