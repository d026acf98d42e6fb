import { oneStatement, rows } from './limits.mjs'
import { mercurius } from './mercurius.mjs'
import { ordinary } from './ordinary.mjs'
import { ours } from './ours.mjs'
import { ours24, postgraphile } from './postgraphile.mjs'

/** By the word that --contenders takes. */
export const CONTENDERS = { ours, ours24, a: oneStatement, b: rows, postgraphile, mercurius, ordinary }

/** Those that a quick look is content with: nothing has to be installed for them. */
export const QUICK = ['ours', 'a', 'b']
