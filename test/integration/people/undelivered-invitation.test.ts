import { onInvitation, type Invitation } from '../../../server/features/people/invitation-delivery.js'
import { createLog } from '../../../server/platform/log.js'
import { inWorld } from '../../support/world.js'

const lines: string[] = []
const world = inWorld({ log: createLog('error', { write: (line) => void lines.push(line) }) })

it('an invitation that cannot be delivered is told as one; inviting again makes another', async () => {
  const acme = await world.company()
  const invite = () => world.mutate(acme.admin, 'inviteUser', { email: 'ina@acme.test', name: 'Ina' })
  const made: Invitation[] = []
  onInvitation(world.database, async (invitation) => {
    made.push(invitation)
    if (made.length === 1) throw new Error(`ECONNREFUSED while sending ${invitation.token}`)
  })
  const { errors, changed } = await invite()
  const { requestId } = JSON.parse(lines[0]!) as { requestId: string }
  expect(changed).toBeNull()
  expect(errors).toMatchObject([
    {
      message: `Ina <ina@acme.test> is invited, but the link could not be delivered, and one that was sent before counts no more. Invite them again. Tell us the request id ${requestId}.`,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    },
  ])
  expect(lines.join()).toContain('ECONNREFUSED while sending [hidden]')
  expect(lines.join()).not.toContain(made[0]!.token)
  expect((await invite()).userErrors).toEqual([])
  expect(made).toHaveLength(2)
  expect(await acme.audit()).toEqual(expect.arrayContaining(['inviteUser', 'inviteUser']))
})
