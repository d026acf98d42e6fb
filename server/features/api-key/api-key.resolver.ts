import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { PageArgs, pageOf } from '../../platform/graphql/connection.js'
import { Policy, WITH_ITS_OBJECT } from '../../platform/graphql/policy.js'
import { payloadType, withUserErrors } from '../../platform/graphql/user-errors.js'
import { loadOrgNode } from '../org/org.loaders.js'
import { CompanyType, OrgNodeType } from '../org/org-node.type.js'
import { loadUser } from '../people/user.loaders.js'
import { UserType } from '../people/user.type.js'
import { createApiKey, revokeApiKey, rotateApiKey, type MadeSecret } from './api-key.commands.js'
import { CreateApiKeyInput, RevokeApiKeyInput, RotateApiKeyInput } from './api-key.inputs.js'
import { loadApiKey, loadApiKeys, loadLiveSecrets, type ApiKeyRow } from './api-key.loaders.js'
import { ApiKeyConnection, ApiKeySecretType, ApiKeyType, payloadWithSecret } from './api-key.type.js'

const CreatePayload = payloadWithSecret('CreateApiKey')
const RotatePayload = payloadWithSecret('RotateApiKey')
const RevokePayload = payloadType('RevokeApiKey', 'apiKey', () => ApiKeyType)

const INPUT = { description: 'What to do.' }
const WHO = 'Company admins only; no API key may.'

@Resolver(() => ApiKeyType)
export class ApiKeyResolver {
  @FieldResolver(() => OrgNodeType, {
    nullable: true,
    description:
      'The node it is bound to, with what is below. Null: the whole company; of an EXPIRED key also a node that is no more.',
  })
  @Policy('see the levels above')
  node(@Root() { nodeId }: ApiKeyRow, @Ctx() ctx: Context) {
    return nodeId === null ? null : loadOrgNode(ctx, nodeId, null)
  }

  @FieldResolver(() => UserType, { nullable: true, description: 'Who made it; null for the system itself.' })
  @Policy('see people')
  createdBy(@Root() { createdBy }: ApiKeyRow, @Ctx() ctx: Context) {
    return createdBy === null ? null : loadUser(ctx, createdBy, null)
  }

  @FieldResolver(() => [ApiKeySecretType], {
    description:
      'With which it can be used at present, the newest first: two for some time after a rotation. None when it is not ACTIVE.',
  })
  @Policy(WITH_ITS_OBJECT)
  secrets(@Root() { id }: ApiKeyRow, @Ctx() ctx: Context) {
    return loadLiveSecrets(ctx, id)
  }

  @Mutation(() => CreatePayload, {
    description: `Makes an API key for an integration and shows its secret, this once. ${WHO}`,
  })
  @Policy('manage API keys')
  createApiKey(@Arg('input', () => CreateApiKeyInput, INPUT) input: CreateApiKeyInput, @Ctx() ctx: Context) {
    return withSecret(ctx, () => createApiKey(ctx, input))
  }

  @Mutation(() => RotatePayload, {
    description: `Makes a new secret for a key and shows it, this once. The one so far lives on for a while, so that the integration can change over; never more than two are alive. ${WHO}`,
  })
  @Policy('manage API keys')
  rotateApiKey(@Arg('input', () => RotateApiKeyInput, INPUT) input: RotateApiKeyInput, @Ctx() ctx: Context) {
    return withSecret(ctx, () => rotateApiKey(ctx, input), input.apiKeyId)
  }

  @Mutation(() => RevokePayload, {
    description: `Takes a key back, for ever and from the next request on. Repeating the call changes nothing. ${WHO}`,
  })
  @Policy('manage API keys')
  async revokeApiKey(
    @Arg('input', () => RevokeApiKeyInput, INPUT) input: RevokeApiKeyInput,
    @Ctx() ctx: Context,
  ) {
    const { entity, userErrors } = await withUserErrors(
      () => revokeApiKey(ctx, input),
      () => loadApiKey(ctx, input.apiKeyId),
    )
    return { apiKey: entity, userErrors }
  }
}

@Resolver(() => CompanyType)
export class CompanyApiKeysResolver {
  @FieldResolver(() => ApiKeyConnection, {
    nullable: true,
    description:
      'The API keys of the company at present, by name, also those that have ended. Null for everybody but company admins.',
  })
  @Policy('manage API keys')
  apiKeys(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context) {
    return loadApiKeys(ctx, pageOf(page))
  }
}

async function withSecret(ctx: Context, run: () => Promise<MadeSecret>, apiKeyId = '') {
  const { entity, userErrors } = await withUserErrors(run, async (made) => {
    return { apiKey: await loadApiKey(ctx, made?.apiKeyId ?? apiKeyId), secret: made?.secret ?? null }
  })
  return { ...entity, userErrors }
}
