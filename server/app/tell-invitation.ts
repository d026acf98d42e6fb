import type { DeliverInvitation } from '../features/people/invitation-delivery.js'

const ACCEPT =
  'mutation AcceptInvitation($input: AcceptInvitationInput!) {\n  acceptInvitation(input: $input) {\n    email\n    signInToken\n    userErrors { code message }\n  }\n}\n'

/** In development nothing is sent: the terminal shows a link that opens the playground, ready to accept. */
export function tellInvitation(url: string, tell: (line: string) => void): DeliverInvitation {
  return async ({ company, name, email, token, expiresAt }) => {
    const link = new URL('/graphql', url)
    const variables = JSON.stringify({ input: { token } })
    link.search = new URLSearchParams({ query: ACCEPT, variables }).toString()
    tell('')
    tell(`An invitation to ${company} for ${name} <${email}>, good once until ${expiresAt.toISOString()}:`)
    tell(`  ${link.href}`)
  }
}
