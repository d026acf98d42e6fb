import { Kind, OperationTypeNode, parse, type OperationDefinitionNode } from 'graphql'
import { subscribe } from '../live.js'
import type { TestCompany } from '../test-company.js'
import type { World } from '../world.js'
import type { Given } from './given.js'
import type { Sample } from './markdown-page.js'
import type { SampleProject } from './run-samples.js'

/** Where a sample is run: on which server, in which company, and with what it does not declare. */
export interface Stage {
  readonly world: World
  readonly project: SampleProject
  readonly company: TestCompany
  readonly given: Given
}

/** By language: runs a sample, and answers what came of it where its page shows that. */
export const TELL: Readonly<Record<string, (sample: Sample, stage: Stage) => Promise<string | undefined>>> = {
  graphql: async ({ text, shown }, stage) => {
    const [operation] = parse(text).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    const { operation: type, variableDefinitions = [] } = operation as OperationDefinitionNode
    const names = variableDefinitions.map(({ variable }) => variable.name.value)
    const variables = Object.fromEntries(names.map((name) => [name, stage.given[name]]))
    const ask = type === OperationTypeNode.SUBSCRIPTION ? firstEvent : answer
    const data = await ask(text, variables, stage)
    return shown?.language === 'json' ? JSON.stringify(data, null, 2) : undefined
  },
  ts: async (sample, { project, world, given }) => {
    const printed = await project.run(sample, world.url, given)
    return sample.shown?.language === 'text' ? printed : undefined
  },
  json: async ({ text }) => void JSON.parse(text),
}

/** What the page says that comes of it. */
export function shownBy({ shown }: Sample): string {
  return shown!.language === 'json' ? JSON.stringify(JSON.parse(shown!.text), null, 2) : shown!.text
}

export function placeOf({ page, line }: Sample): string {
  return `${page}:${line}`
}

type Variables = Record<string, unknown>

/** Nothing refused, and nothing empty at the top. */
async function answer(document: string, variables: Variables, { world, company }: Stage): Promise<unknown> {
  const { data, errors } = await world.run<Record<string, { userErrors?: object[] } | null>>(
    company.admin,
    document,
    variables,
  )
  const refused = Object.values(data ?? {}).flatMap((field) => field?.userErrors ?? [])
  const empty = Object.values(data ?? {}).filter((field) => field === null)
  expect({ errors, refused, empty }).toEqual({ errors: [], refused: [], empty: [] })
  return data
}

async function firstEvent(query: string, variables: Variables, { world, given }: Stage): Promise<unknown> {
  const { url } = world
  const token = String(given.token)
  const subscriber = subscribe('server-sent events', { url, token, query, variables })
  const { data, errors } = await subscriber.next()
  await subscriber.end()
  expect(errors).toBeUndefined()
  return data
}
