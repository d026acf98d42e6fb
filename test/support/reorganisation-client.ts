import { randomUUID } from 'node:crypto'
import type { Choice, Operation } from './reorganisation-model.js'
import { runDocument, type Answer, type Request } from './run-document.js'
import type { TestCompany } from './test-company.js'
import { untilAnswered } from './until-answered.js'

const MAX_NODES = 40
const MAX_TOMBSTONES = 20
/** Under the same key, so that asking again makes nothing twice. */
const MOST_TIMES = 60

/** What the clients believe to be there, right or not: they do not wait for each other. */
export interface Beliefs {
  readonly departments: Set<string>
  readonly teams: Set<string>
  readonly tombstones: Map<string, number>
  readonly versions: Map<string, number>
}

export interface Done {
  readonly requestId: string
  readonly operation: Operation
  readonly id: string
}

type Pick = <T>(items: Iterable<T>) => T

/** Few enough that siblings come to want the same. */
const NAMES = Array.from({ length: 30 }, (_, index) => `N${index}`)

/** Asks for changes over HTTP of what it believes to be there. */
export class Client {
  askedAgain = 0

  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly acme: TestCompany,
    private readonly known: { readonly beliefs: Beliefs; readonly people: readonly string[] },
  ) {}

  choose(random: () => number): Operation {
    const { departments, teams, tombstones } = this.known.beliefs
    const of: Pick = (items) => {
      const list = [...items]
      return list[Math.floor(random() * list.length)]!
    }
    const kind = of(KINDS)
    const isFull = departments.size + teams.size > MAX_NODES || tombstones.size > MAX_TOMBSTONES
    if (kind === 'create' && !isFull) return this.create(of, random())
    if (kind === 'delete' && departments.size > 1 && teams.size > 3) return this.remove(of, random())
    if ((kind === 'restore' || kind === 'create') && tombstones.size > 0)
      return {
        kind: 'restore',
        nodeId: of(tombstones.keys()),
        parentId: random() < 0.5 ? null : this.parent(of),
      }
    return this.small(kind, of, random())
  }

  private parent(of: Pick): string {
    return of([this.acme.id, ...this.known.beliefs.departments])
  }

  private create(of: Pick, chance: number): Operation {
    const isTeam = this.known.beliefs.departments.size > 5 || chance < 0.7
    const level = isTeam ? 'TEAM' : 'DEPARTMENT'
    return { kind: 'create', level, parentId: isTeam ? this.parent(of) : this.acme.id, name: of(NAMES) }
  }

  private remove(of: Pick, chance: number): Operation {
    const { departments, teams } = this.known.beliefs
    const [there, choices] = chance < 0.7 ? [teams, TEAM_CHOICES] : [departments, DEPARTMENT_CHOICES]
    const choice = of<Choice | null>(choices)
    return {
      kind: 'delete',
      nodeId: of(there),
      choice,
      moveToId: choice?.startsWith('MOVE') ? of(there) : null,
    }
  }

  /** What is done to one node or person. */
  private small(kind: (typeof KINDS)[number], of: Pick, chance: number): Operation {
    const { departments, teams } = this.known.beliefs
    const nodeId = of([...departments, ...teams])
    const userId = of(this.known.people)
    switch (kind) {
      case 'grant':
      case 'revoke':
        return { kind, userId, nodeId, role: of(['ADMIN', 'MANAGER']) }
      case 'hideMetric':
      case 'unhideMetric':
        return { kind, nodeId, metricId: this.acme.metric('REV') }
      case 'rename':
        return { kind, nodeId, name: of(NAMES) }
      case 'movePerson':
        return { kind, userId, teamId: chance < 0.2 ? null : of(teams) }
      default:
        return { kind: 'move', nodeId: of(teams), parentId: this.parent(of) }
    }
  }

  async make(operation: Operation): Promise<Done | { code: string }> {
    const [mutation, input, payload] = await this.request(operation)
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
    const document = `mutation ($input: ${type}!) { it: ${mutation}(input: $input) { ${payload} userErrors { code } } }`
    const requestId = randomUUID()
    const { data } = await this.run<{
      it: { changed?: { id: string; version?: number } | null; userErrors: { code: string }[] }
    }>(document, { input }, { 'x-request-id': requestId, 'idempotency-key': requestId })
    if (!data?.it) return { code: 'FAULT' }
    const [error] = data.it.userErrors
    if (error) {
      this.forget(operation)
      return { code: error.code }
    }
    const id = data.it.changed?.id ?? ''
    this.learn(operation, id, data.it.changed?.version ?? 0)
    return { requestId, operation, id }
  }

  /** What was refused may have been for an old version. */
  private forget(operation: Operation): void {
    const { versions } = this.known.beliefs
    if ('nodeId' in operation) versions.delete(operation.nodeId)
    if ('userId' in operation) versions.delete(operation.userId)
  }

  private learn(operation: Operation, id: string, version: number): void {
    const { departments, teams, tombstones, versions } = this.known.beliefs
    versions.set(id, version)
    if (operation.kind === 'movePerson') versions.delete(operation.userId)
    if (operation.kind === 'create') (operation.level === 'TEAM' ? teams : departments).add(id)
    if (operation.kind === 'delete') {
      const wasTeam = teams.delete(id)
      departments.delete(id)
      tombstones.set(id, wasTeam ? version : -version)
    }
    if (operation.kind === 'restore') {
      const was = tombstones.get(id)
      tombstones.delete(id)
      if (was !== undefined) (was > 0 ? teams : departments).add(id)
    }
  }

  /** The mutation, its input with the version that was right a moment ago, and what is read of the payload. */
  private async request(operation: Operation): Promise<[string, object, string]> {
    const { kind, ...rest } = operation
    switch (operation.kind) {
      case 'create':
        return ['createNode', rest, 'changed: node { id version }']
      case 'rename':
        return ['updateNode', await this.versioned(rest, operation.nodeId), 'changed: node { id version }']
      case 'move':
        return ['moveNode', await this.versioned(rest, operation.nodeId), 'changed: node { id version }']
      case 'delete':
        return [
          'deleteNode',
          await this.versioned(rest, operation.nodeId),
          'changed: deletedNode { id version }',
        ]
      case 'restore': {
        const expectedVersion = Math.abs(this.known.beliefs.tombstones.get(operation.nodeId) ?? 0)
        return ['restoreNode', { ...rest, expectedVersion }, 'changed: node { id version }']
      }
      case 'movePerson': {
        const item = await this.versioned(rest, operation.userId)
        return ['moveUsers', { mode: 'ATOMIC', items: [item] }, '']
      }
      case 'grant':
        return ['grantRole', rest, '']
      case 'revoke':
        return ['revokeRole', rest, '']
      default: {
        const mutation = kind === 'hideMetric' ? 'hideKeyMetric' : 'removeKeyMetricRule'
        return [mutation, await this.versioned(rest, operation.nodeId), 'changed: node { id version }']
      }
    }
  }

  private async versioned(input: object, id: string): Promise<object> {
    const { versions } = this.known.beliefs
    const known = versions.get(id)
    if (known !== undefined) return { ...input, expectedVersion: known }
    const { data } = await this.run<{ node: { version: number } | null }>(VERSION, { id })
    const expectedVersion = data?.node?.version ?? 0
    versions.set(id, expectedVersion)
    return { ...input, expectedVersion }
  }

  private async run<T>(
    document: string,
    variables: object,
    headers: Request['headers'] = {},
  ): Promise<Answer<T | null>> {
    let times = 0
    const answer = await untilAnswered(() => {
      times += 1
      return runDocument<T | null>(this.url, { document, variables, token: this.token, headers })
    }, MOST_TIMES)
    this.askedAgain += times - 1
    return answer
  }
}

const VERSION = 'query ($id: ID!) { node(id: $id) { ... on OrgNode { version } ... on User { version } } }'
const KINDS = [
  ...(['create', 'create', 'rename', 'move', 'move', 'delete', 'delete', 'restore', 'restore'] as const),
  ...(['movePerson', 'movePerson', 'grant', 'revoke', 'hideMetric', 'unhideMetric'] as const),
]
const TEAM_CHOICES = [null, 'UNASSIGN_MEMBERS', 'MOVE_MEMBERS'] as const
const DEPARTMENT_CHOICES = [null, 'DETACH_TEAMS', 'MOVE_TEAMS'] as const
