import type { NotSignedIn } from '../features/people/viewer.loaders.js'
import { AT_THE_DOOR, requestError } from '../platform/graphql/request-error.js'
import type { Credential } from '../platform/http/sign-in/credential.js'

/** The refusal of a credential. Only who has proved an e-mail address is told whether somebody has it. */
export function notSignedIn(reason: NotSignedIn, credential?: Credential): Error {
  if (credential?.kind !== 'EMAIL' || reason === 'NOT_VALID') {
    return requestError(
      'UNAUTHENTICATED',
      'The token is not valid (any more). Get a new one and send it as: Bearer <token>',
    )
  }
  return requestError('FORBIDDEN', REASONS[reason](credential.emailClaim), AT_THE_DOOR)
}

const REASONS: Record<Exclude<NotSignedIn, 'NOT_VALID'>, (claim: string) => string> = {
  UNKNOWN: (claim) =>
    `Nobody here has the e-mail address in the claim "${claim}" of your token. An administrator of your company has to add you.`,
  INVITED: (claim) =>
    `The e-mail address in the claim "${claim}" of your token is invited, and the invitation not accepted yet. Open the link that was sent to you, then sign in again.`,
  AMBIGUOUS: (claim) =>
    `People of several companies have the e-mail address in the claim "${claim}" of your token. The operator has to set OIDC_COMPANY_CLAIM to a claim that holds the id of the company.`,
}
