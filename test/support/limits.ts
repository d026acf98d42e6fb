import { codesOf } from './run-document.js'
import type { TestCompany } from './test-company.js'
import type { World } from './world.js'

/** How the admin of the company is answered. */
export const answersIn =
  (world: World, company: TestCompany) => async (document: string, variables?: object) => {
    const { status, errors, data } = await world.run(company.admin, document, variables)
    return { status, codes: codesOf({ errors }), messages: errors.map(({ message }) => message), data }
  }

/** The answer to whoever asks for more than is allowed. */
export const refusedWith = (message: string) => ({
  ...{ status: 400, codes: ['LIMIT_EXCEEDED'], messages: [message] },
  data: undefined,
})

/** The texts of 0, 1, … one after the other. */
export const times = (count: number, text: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ')
