import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { UserEntity } from '../people/user.entity.js'

/** Who a source means by one of its own names. */
@Entity('person_alias')
@ForeignKey(() => UserEntity, ['companyId', 'userId'], ['companyId', 'id'], { name: 'person_alias_user' })
export class PersonAliasEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('text')
  source: string

  @PrimaryColumn('text')
  reference: string

  @Column('uuid')
  userId: string
}
