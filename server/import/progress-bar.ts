import { Presets, SingleBar } from 'cli-progress'
import type { ImportStep, OnProgress } from './carry-out.js'

const TITLES: Record<ImportStep, string> = {
  reading: 'Reading the file',
  people: 'Creating people',
  teams: 'Filling teams',
  roles: 'Granting roles',
  saving: 'Saving',
}

export interface ProgressBar {
  readonly onProgress: OnProgress
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
