import { registerEnumType } from 'type-graphql'
import { KEY_METRIC_ASPECTS, NODE_FATES } from '../../domain/impact.js'
import { enumOf } from '../../platform/graphql/enum.js'

export const NodeFateEnum = enumOf(NODE_FATES)
registerEnumType(NodeFateEnum, {
  name: 'NodeFate',
  description: 'What becomes of a node itself.',
  valuesConfig: {
    STAYS: { description: 'It stays where it is; its key metrics or rules do not.' },
    MOVES: { description: 'It hangs under another node.' },
    BEGINS: { description: 'It is created or restored.' },
    ENDS: { description: 'It is deleted.' },
  },
})

export const KeyMetricAspectEnum = enumOf(KEY_METRIC_ASPECTS)
registerEnumType(KeyMetricAspectEnum, {
  name: 'KeyMetricAspect',
  description: 'In what a key metric that stays on a node is another.',
  valuesConfig: {
    KIND: { description: 'It is PRIMARY instead of SECONDARY, or the other way round.' },
    LABEL: { description: 'It is called otherwise.' },
    ORDER: { description: 'It has another place among those that stay.' },
    ORIGIN: {
      description:
        'Another node has defined it, or it is inherited instead of own or reinstated, or the like.',
    },
    LOCKS: { description: 'Nodes below may do more or less with it.' },
  },
})
