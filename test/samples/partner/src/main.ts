import { createClient } from '@keymetrics/sdk'
import { print } from 'graphql'
import { below, kinds } from './own-document.js'
import { nameOfTeam, whoAsks } from './tada-document.js'

declare const process: { readonly argv: readonly string[] }
declare const console: { log(text: string): void }

const [, , url = '', token = '', department = '', team = ''] = process.argv
const km = createClient({ url, token, print })
const said = [
  await below(km, department),
  await kinds(km, department),
  await nameOfTeam(km, team),
  await whoAsks(km),
]
console.log(JSON.stringify(said))
