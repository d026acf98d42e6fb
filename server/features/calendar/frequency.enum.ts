import { registerEnumType } from 'type-graphql'
import { FREQUENCIES } from '../../domain/metric.js'
import { enumOf } from '../../platform/graphql/enum.js'

export const FrequencyEnum = enumOf(FREQUENCIES)
registerEnumType(FrequencyEnum, {
  name: 'Frequency',
  description: 'How often key metrics of one kind are tracked, and how long the periods are.',
  valuesConfig: {
    DAILY: { description: 'Every day.' },
    WEEKLY: { description: 'Every week.' },
    MONTHLY: { description: 'Every month.' },
    QUARTERLY: { description: 'Every quarter of the fiscal year.' },
    YEARLY: { description: 'Every fiscal year.' },
  },
})
