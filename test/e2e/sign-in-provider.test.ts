import { recordStatements } from '../../server/platform/database/statements.js'
import { inSeconds } from '../support/forged-token.js'
import { answeredTo, forbidden, inWorldWithProvider } from '../support/provider-world.js'
import { runDocument } from '../support/run-document.js'
import { REFUSED } from '../support/token-workshop.js'
import { inEachTest } from '../support/world.js'

const { world, token, ask } = inWorldWithProvider()
const { acme } = inEachTest(() => world.company(), world)
let made = 0

const newEmail = () => `person-${(made += 1)}@provider.test`
const person = async (email = newEmail()) => {
  await acme.build.people([{ email, name: `The one of ${email}` }])
  return email
}
const answered = (email: string) => answeredTo(`The one of ${email}`, acme)
const UNKNOWN =
  'Nobody here has the e-mail address in the claim "email" of your token. An administrator of your company has to add you.'

describe('a token of the identity provider', () => {
  it('speaks for the person who has its e-mail address', async () => {
    const email = await person()
    expect(await ask({ email })).toMatchObject(answered(email))
  })

  it.each([
    ['in capital letters', (email: string) => email.toUpperCase()],
    ['with blanks around it', (email: string) => ` ${email} `],
  ])('whose address is written %s speaks for the same person', async (_, write) => {
    const email = await person()
    expect(await ask({ email: write(email) })).toMatchObject(answered(email))
  })

  it.each([true, 'true', undefined])('is believed when email_verified is %j', async (email_verified) => {
    const email = await person()
    expect(await ask({ email, email_verified })).toMatchObject(answered(email))
  })

  it.each([false, 'false', 0, null, 'yes'])(
    'is not believed when email_verified is %j',
    async (email_verified) => {
      const email = await person()
      expect(await ask({ email, email_verified })).toMatchObject(
        forbidden(
          'The identity provider has not verified your e-mail address. Verify it there, then sign in again.',
        ),
      )
    },
  )

  it('of somebody nobody knows is refused with what to do, without repeating the address', async () => {
    const answer = await ask({ email: 'stranger@provider.test' })
    expect(answer).toMatchObject(forbidden(UNKNOWN))
    expect(answer.text).not.toContain('stranger')
  })

  it.each([
    '',
    'nobody',
    'a@b@c',
    'x\u0000@y.test',
    '%@provider.test',
    "' OR 1=1 --@x.test",
    'a'.repeat(10_000),
  ])('with %j for an address is of somebody nobody knows', async (email) => {
    expect(await ask({ email })).toMatchObject(forbidden(UNKNOWN))
  })

  it('with a letter that only looks like one of the address speaks for nobody', async () => {
    const email = await person(`kim-${newEmail()}`)
    expect(await ask({ email: email.replace('k', '\u212A') })).toMatchObject(forbidden(UNKNOWN))
    expect(await ask({ email: email.replace('i', 'ı') })).toMatchObject(forbidden(UNKNOWN))
  })

  it.each([undefined, null, 7, ['ada@acme.test'], { mail: 'ada@acme.test' }])(
    'with %j for an address says which claim is missing',
    async (email) => {
      expect(await ask({ email })).toMatchObject(
        forbidden(
          'The token has no claim "email" with an e-mail address. Let the provider add it, or the operator set OIDC_EMAIL_CLAIM.',
        ),
      )
    },
  )

  it('of a deactivated person is refused like any that is not valid', async () => {
    const email = await person()
    await world.database.query(`UPDATE app_user SET status = 'DEACTIVATED' WHERE email = $1`, [email])
    expect(await ask({ email })).toMatchObject(REFUSED)
  })

  it('whose audience is our own does not pass for one of ours, nor with ids of ours in it', async () => {
    const { userId, companyId } = acme.admin
    const claims = { sub: userId, company: companyId, email: newEmail() }
    expect(await ask(claims)).toMatchObject(forbidden(UNKNOWN))
    expect(await ask({ ...claims, aud: 'key-metrics-api' })).toMatchObject(REFUSED)
  })

  it('costs one statement, as one of ours does', async () => {
    const [request, document] = [{ token: token({ email: await person() }) }, '{ __typename }']
    const { statements } = await recordStatements(() => runDocument(world.url, { ...request, document }))
    expect(statements).toHaveLength(1)
    expect((await world.run(acme.admin, document)).statements).toHaveLength(1)
  })
})

it('a token of the provider that is not valid is refused with 401 before anybody is looked for', async () => {
  expect(await ask({ email: await person(), exp: inSeconds(-10) })).toMatchObject(REFUSED)
})
