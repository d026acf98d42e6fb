import { onCompany } from '../features/org/permission.js'
import { assignTeams } from '../features/people/people.commands.js'
import { setDataVisibility, setUserStatus } from '../features/people/user.commands.js'
import { change } from '../platform/database/change.js'
import type { CompanyBuilder, Person } from './company-builder.js'
import type { Demo } from './demo-nodes.js'
import { demoStaff, FOUNDED_DAYS_AGO, type Employee, type Seat, type StaffChange } from './demo-staff.js'

/** Who is there from the first day. Answers their ids by e-mail address. */
export async function employ(builder: CompanyBuilder, demo: Demo): Promise<ReadonlyMap<string, string>> {
  const first = demoStaff().employees.filter(({ stints }) => stints[0]!.since === FOUNDED_DAYS_AGO)
  const ids = await builder.people(first.map((one) => personOf(one, demo)))
  return new Map(first.map(({ email }, index) => [email, ids[index]!]))
}

function personOf({ name, email, role, stints }: Employee, { company, node }: Demo): Person {
  const team = stints[0]!.team
  const roles = role ? [{ role: role.role, nodeId: role.of === null ? company : node[role.of] }] : []
  return { name, email, roles, ...(team && { teamId: node[team] }) }
}

/** One change of the year, at the instant of the builder. */
export async function changeStaff(
  builder: CompanyBuilder,
  demo: Demo & { readonly people: ReadonlyMap<string, string> },
  staffChange: StaffChange,
): Promise<void> {
  const { employees, seated } = demoStaff()
  const idOf = (seat: Seat) => demo.people.get(seated(seat).email)!
  if ('hired' in staffChange) {
    const hired = employees.filter(({ stints }) => stints[0]!.since === staffChange.daysAgo)
    await builder.people(hired.map((one) => personOf(one, demo)))
  } else if ('moved' in staffChange) {
    await assign(builder, idOf(staffChange.moved), demo.node[staffChange.to])
  } else if ('left' in staffChange) {
    const userId = idOf(staffChange.left)
    await assign(builder, userId, null)
    await setUserStatus(builder.ctx, { userId, expectedVersion: 1 }, 'DEACTIVATED')
  } else {
    const userId = idOf(staffChange.hidden)
    await setDataVisibility(builder.ctx, { userId, expectedVersion: 1, dataVisibility: 'HIDDEN' })
  }
}

function assign({ ctx }: CompanyBuilder, userId: string, teamId: string | null): Promise<void> {
  return change(ctx, onCompany('move people'), (tx) => assignTeams(tx, [{ userId, teamId }]))
}
