import { apiSchema } from '../../server/app/schema.js'
import { EXTENTS_OF_ACTION, type Action } from '../../server/domain/policy.js'

const MUTATIONS = Object.values(apiSchema().getMutationType()!.getFields())

/** Whether somebody besides company admins may, by the line of the policy that the mutation states. */
function mayOthers(policy: unknown): boolean {
  const [, ...others] = EXTENTS_OF_ACTION[policy as Action]
  return others.some((extent) => extent !== 'no')
}

const forCompanyAdminsOnly = MUTATIONS.filter(({ description }) =>
  description?.includes('Company admins only'),
)

it.each(forCompanyAdminsOnly)('$name is described as for company admins only, and is', ({ extensions }) => {
  expect(mayOthers(extensions.policy)).toBe(false)
})
