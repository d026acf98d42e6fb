import { fileURLToPath } from 'node:url'

const HERE = fileURLToPath(new URL('.', import.meta.url))

/** The folder of the package itself: this file is server/app/package-root.ts in it, or dist/server/app/package-root.js. */
export const PACKAGE_ROOT = HERE.replace(/(dist[/\\])?server[/\\]app[/\\]$/, '')
