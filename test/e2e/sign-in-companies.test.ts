import {
  startIdentityProvider,
  type IdentityProvider,
  type ProviderKey,
} from '../support/identity-provider.js'
import { runDocument } from '../support/run-document.js'
import type { TestCompany } from '../support/test-company.js'
import { startWorld, type World } from '../support/world.js'

let provider: IdentityProvider
let key: ProviderKey
let world: World
let acme: TestCompany
let other: TestCompany
let email: string
let made = 0

beforeAll(async () => {
  provider = await startIdentityProvider()
  key = provider.publish('key-1')
  world = await startWorld(undefined, { provider: provider.settings })
})

// Two companies with one address between them.
beforeEach(async () => {
  email = `person-${(made += 1)}@companies.test`
  acme = await world.company({ name: 'ACME' })
  other = await world.company({ name: 'OTHER' })
  for (const { build } of [acme, other]) await build.people([{ email, name: 'Pat' }])
})

afterAll(async () => {
  await world.stop()
  await provider.stop()
})

const ask = (claims: object, { url } = world) =>
  runDocument(url, {
    token: provider.token(key, provider.claims(claims)),
    document: '{ viewer { name } company { id } }',
  })
const answered = (company: TestCompany) => ({
  status: 200,
  data: { viewer: { name: 'Pat' }, company: { id: company.id } },
})
const forbidden = (message: string) => ({
  status: 403,
  errors: [{ message, extensions: { code: 'FORBIDDEN' } }],
})

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
    const settings = { ...provider.settings, emailClaim: 'https://acme.test/upn', companyClaim: 'org' }
    strict = await startWorld(undefined, { provider: settings })
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
