/**
 * What an organisation is after a list of changes, written from the page and not from the code: plain maps, one change
 * after another. A change that could not be made of what is there is a violation: the server should have refused it.
 */
export type Level = 'COMPANY' | 'DEPARTMENT' | 'TEAM'
export type Choice = 'DETACH_TEAMS' | 'MOVE_TEAMS' | 'UNASSIGN_MEMBERS' | 'MOVE_MEMBERS'

export type Operation =
  | {
      readonly kind: 'create'
      readonly level: 'DEPARTMENT' | 'TEAM'
      readonly parentId: string
      readonly name: string
    }
  | { readonly kind: 'rename'; readonly nodeId: string; readonly name: string }
  | { readonly kind: 'move'; readonly nodeId: string; readonly parentId: string }
  | {
      readonly kind: 'delete'
      readonly nodeId: string
      readonly choice: Choice | null
      readonly moveToId: string | null
    }
  | { readonly kind: 'restore'; readonly nodeId: string; readonly parentId: string | null }
  | { readonly kind: 'movePerson'; readonly userId: string; readonly teamId: string | null }
  | {
      readonly kind: 'grant' | 'revoke'
      readonly userId: string
      readonly nodeId: string
      readonly role: string
    }
  | { readonly kind: 'hideMetric' | 'unhideMetric'; readonly nodeId: string; readonly metricId: string }

interface ModelNode {
  readonly level: Level
  name: string
  parentId: string | null
  isDeleted: boolean
}

export class ReorganisationModel {
  readonly nodes = new Map<string, ModelNode>()
  /** By person. */
  readonly teams = new Map<string, string>()
  readonly roles = new Set<string>()
  readonly hidden = new Set<string>()
  readonly violations: string[] = []

  constructor(readonly companyId: string) {
    this.nodes.set(companyId, { level: 'COMPANY', name: '', parentId: null, isDeleted: false })
  }

  /** `id` is that of what the operation changed or made. */
  apply(operation: Operation, id: string): void {
    switch (operation.kind) {
      case 'create':
        this.expect(!this.nodes.has(id), 'an id is made once')
        this.nodes.set(id, {
          level: operation.level,
          name: operation.name,
          parentId: operation.parentId,
          isDeleted: false,
        })
        return this.expectPlace(id)
      case 'rename':
        this.node(id).name = operation.name
        return this.expectPlace(id)
      case 'move':
        this.node(id).parentId = operation.parentId
        return this.expectPlace(id)
      case 'delete':
        return this.delete(id, operation.choice, operation.moveToId)
      case 'restore':
        return this.restore(id, operation.parentId)
      case 'movePerson':
        return this.seat(operation.userId, operation.teamId)
      case 'grant':
        this.node(operation.nodeId)
        this.roles.add(`${operation.userId} ${operation.role} ${operation.nodeId}`)
        return
      case 'revoke':
        this.expect(
          this.roles.delete(`${operation.userId} ${operation.role} ${operation.nodeId}`),
          'a role that is taken was held',
        )
        return
      case 'hideMetric':
        this.node(operation.nodeId)
        this.hidden.add(`${operation.nodeId} ${operation.metricId}`)
        return
      case 'unhideMetric':
        this.node(operation.nodeId)
        this.expect(
          this.hidden.delete(`${operation.nodeId} ${operation.metricId}`),
          'a rule that is removed was there',
        )
    }
  }

  children(id: string): string[] {
    return [...this.nodes]
      .filter(([, node]) => !node.isDeleted && node.parentId === id)
      .map(([child]) => child)
  }

  private delete(id: string, choice: Choice | null, moveToId: string | null): void {
    const node = this.node(id)
    const members = [...this.teams].filter(([, team]) => team === id).map(([user]) => user)
    const teams = node.level === 'DEPARTMENT' ? this.children(id) : []
    if (choice === null) this.expect(members.length + teams.length === 0, 'nothing is lost')
    node.isDeleted = true
    for (const team of teams) {
      this.node(team).parentId = choice === 'MOVE_TEAMS' ? moveToId : this.companyId
      this.expectPlace(team)
    }
    for (const user of members) this.seat(user, choice === 'MOVE_MEMBERS' ? moveToId : null)
    for (const role of this.roles) if (role.endsWith(` ${id}`)) this.roles.delete(role)
  }

  private restore(id: string, parentId: string | null): void {
    const node = this.nodes.get(id)
    this.expect(node?.isDeleted === true, 'what is restored was deleted')
    if (!node) return
    node.isDeleted = false
    if (parentId !== null) node.parentId = parentId
    this.expectPlace(id)
  }

  private seat(userId: string, teamId: string | null): void {
    if (teamId === null) {
      this.teams.delete(userId)
      return
    }
    this.expect(this.node(teamId).level === 'TEAM', 'people are in teams')
    this.teams.set(userId, teamId)
  }

  /** A node that is there. */
  private node(id: string): ModelNode {
    const node = this.nodes.get(id)
    this.expect(node?.isDeleted === false, 'a node that is changed or named is there')
    return node ?? { level: 'TEAM', name: '', parentId: null, isDeleted: true }
  }

  private expectPlace(id: string): void {
    const { level, name, parentId } = this.node(id)
    const parent = this.node(parentId!)
    this.expect(
      parent.level === 'COMPANY' || (parent.level === 'DEPARTMENT' && level === 'TEAM'),
      'three levels',
    )
    const twins = this.children(parentId!).filter((other) => {
      const sibling = this.nodes.get(other)!
      return sibling.level === level && sibling.name === name
    })
    this.expect(twins.length === 1, 'siblings have names of their own')
  }

  private expect(holds: boolean, rule: string): void {
    if (!holds) this.violations.push(rule)
  }
}
