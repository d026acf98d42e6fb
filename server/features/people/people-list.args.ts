import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql'
import { charactersOf, isLonger, isStorable, NAME_LIMIT } from '../../domain/text.js'
import type { DataVisibility, UserStatus } from '../../domain/user.js'
import type { Role } from '../../domain/viewer.js'
import { PageArgs, pageOf } from '../../platform/graphql/connection.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { requestError } from '../../platform/graphql/request-error.js'
import { PEOPLE_SORTS, type PeopleFilter, type PeopleQuery, type PeopleSort } from './people-query.js'
import { RoleEnum } from './role-assignment.type.js'
import { DataVisibilityEnum, UserStatusEnum } from './user.type.js'

const PeopleSortEnum = enumOf(PEOPLE_SORTS)
registerEnumType(PeopleSortEnum, {
  name: 'PeopleSort',
  description: 'By what a list of people is sorted.',
  valuesConfig: {
    NAME: { description: 'By name, capitals first.' },
    EMAIL: { description: 'By e-mail address.' },
    LAST_CHANGE: { description: 'By when the person was last changed, the longest ago first.' },
  },
})

@InputType('PeopleFilter', {
  description: 'Which people of a list. Each field narrows; what is left out or null does not.',
})
export class PeopleFilterInput implements PeopleFilter {
  @Field(() => String, {
    nullable: true,
    description: `What stands in the name or the e-mail address, in either case and as it is: no character is a pattern. At most ${NAME_LIMIT} characters.`,
  })
  search?: string | null

  @Field(() => [UserStatusEnum], { nullable: true, description: 'Who is in one of these.' })
  statuses?: UserStatus[] | null

  @Field(() => DataVisibilityEnum, { nullable: true, description: 'Who is hidden from peers, or is not.' })
  dataVisibility?: DataVisibility | null

  @Field(() => RoleEnum, { nullable: true, description: 'Who holds this role on a node that you see.' })
  role?: Role | null
}

@ArgsType()
export class PeopleArgs extends PageArgs {
  @Field(() => PeopleFilterInput, { nullable: true, description: 'Which people; without it all of them.' })
  filter?: PeopleFilterInput | null

  @Field(() => PeopleSortEnum, {
    defaultValue: 'NAME',
    description: 'By what they are sorted. A cursor goes on in the order it is of.',
  })
  sort: PeopleSort

  @Field(() => Boolean, { defaultValue: false, description: 'True: the last come first.' })
  descending: boolean
}

/** @throws BAD_USER_INPUT or LIMIT_EXCEEDED naming the argument. */
export function peopleQueryOf({ filter, sort, descending, ...page }: PeopleArgs): PeopleQuery {
  const search = filter?.search ?? ''
  if (isLonger(search, NAME_LIMIT)) {
    const message = `filter.search has ${charactersOf(search)} characters; at most ${NAME_LIMIT} are searched for.`
    throw requestError('LIMIT_EXCEEDED', message)
  }
  if (!isStorable(search))
    throw requestError('BAD_USER_INPUT', 'filter.search holds NUL or broken Unicode; remove it.')
  return { ...pageOf(page), filter: { ...filter }, sort, descending }
}
