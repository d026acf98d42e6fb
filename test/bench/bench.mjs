// What npm run bench starts: the measuring itself needs packages that are installed first.
import { installed } from './installed.mjs'

installed(new URL('./', import.meta.url))
await import('./run.mjs')
