/** Names of the worker bundles, put in by build.mjs. */
declare const WORKER_FILES: Readonly<Record<string, string>>

/** Tells the editor to start its workers from our own files. */
export function serveOwnWorkers(): void {
  const getWorker = (_moduleId: string, label: string) => {
    const file = WORKER_FILES[label] ?? WORKER_FILES.editor
    return new Worker(new URL(`./${file}`, import.meta.url))
  }
  Object.assign(globalThis, { MonacoEnvironment: { getWorker } })
}
