import { answeredTo, forbidden, inWorldWithProvider } from '../support/provider-world.js'
import type { TestCompany } from '../support/test-company.js'
import { inEachTest, startWorld, type World } from '../support/world.js'

const { world, ask, settings } = inWorldWithProvider()
const { acme } = inEachTest(() => world.company({ name: 'ACME' }), world)
const { acme: other } = inEachTest(() => world.company({ name: 'OTHER' }), world)
let email: string
let made = 0

// Two companies with one address between them.
beforeEach(async () => {
  email = `person-${(made += 1)}@companies.test`
  for (const { build } of [acme, other]) await build.people([{ email, name: 'Pat' }])
})

const answered = (company: TestCompany) => answeredTo('Pat', company)

describe('an address that people of several companies have', () => {
  it('is refused, with the setting that helps', async () => {
    expect(await ask({ email })).toMatchObject(
      forbidden(
        'People of several companies have the e-mail address in the claim "email" of your token. The operator has to set OIDC_COMPANY_CLAIM to a claim that holds the id of the company.',
      ),
    )
  })

  it('is of the one who is active, when the others are deactivated', async () => {
    await world.database.query(
      `UPDATE app_user SET status = 'DEACTIVATED' WHERE email = $1 AND company_id = $2`,
      [email, other.id],
    )
    expect(await ask({ email })).toMatchObject(answered(acme))
  })
})

describe('a provider that says the company too', () => {
  let strict: World

  beforeAll(async () => {
    const provider = { ...settings(), emailClaim: 'https://acme.test/upn', companyClaim: 'org' }
    strict = await startWorld(undefined, { provider })
  })

  afterAll(() => strict.stop())

  const asking = (who: string, org: unknown) => ask({ 'https://acme.test/upn': who, org }, strict)

  it('keeps apart the people of several companies who have one address', async () => {
    expect(await asking(email, acme.id)).toMatchObject(answered(acme))
    expect(await asking(email, other.id)).toMatchObject(answered(other))
  })

  it('is not known to have people in a company where they are not', async () => {
    const message =
      'Nobody here has the e-mail address in the claim "https://acme.test/upn" of your token. An administrator of your company has to add you.'
    await acme.build.people([{ email: `only-${email}`, name: 'Olga' }])
    expect(await asking(`only-${email}`, other.id)).toMatchObject(forbidden(message))
    expect(await asking(email, '2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11')).toMatchObject(forbidden(message))
  })

  it.each([undefined, null, 'acme', 7, ['2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11'], ''])(
    'is asked for the claim when it writes %j',
    async (org) => {
      expect(await asking(email, org)).toMatchObject(
        forbidden('The token has no claim "org" with the id of your company.'),
      )
    },
  )

  it('is not asked for the claim `email`', async () => {
    expect(await ask({ email, org: acme.id }, strict)).toMatchObject({ status: 403 })
  })
})
