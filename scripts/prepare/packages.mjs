import { existsSync, readFileSync } from 'node:fs'

/** Why `npm ci` must run, or nothing. Compares what npm says it installed with what the lock file asks for. */
export function missingPackages({ development }) {
  const installed = packagesIn('node_modules/.package-lock.json')
  if (!installed) return 'there are no node_modules yet'
  const wanted = Object.entries(packagesIn('package-lock.json')).filter(([path]) => path !== '')
  const wrong = wanted.find(([path, entry]) => !isInstalled(installed[path], entry, development))
  return wrong
    ? `node_modules is older than package-lock.json (${wrong[0].replace(/^node_modules\//, '')})`
    : ''
}

function packagesIn(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : undefined
}

function isInstalled(found, wanted, development) {
  if (found) return found.version === wanted.version && found.integrity === wanted.integrity
  // Optional packages are those of other platforms.
  return Boolean(wanted.optional) || (!development && Boolean(wanted.dev ?? wanted.devOptional))
}
