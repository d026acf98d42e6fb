import { ACME_CHART, notInheriting, on, organisation, type Organisation } from '../../support/vocabulary.js'

/**
 * The organisation of semantics.md §3, as data: ACME{ SALES{OSLO, LONDON}, CS{RENEW}, LABS }; LABS is a team
 * without a department and does not inherit. Every metric is SECONDARY unless a rule says otherwise.
 */
export const workedExample: Organisation = notInheriting(
  organisation(ACME_CHART, [
    on('ACME').add('REV', { kind: 'PRIMARY', locks: ['HIDE'] }),
    on('ACME').add('REN', { kind: 'PRIMARY' }),
    on('ACME').add('EBITDA', { kind: 'PRIMARY', reach: 'NODE_ONLY' }),
    on('ACME').add('CALLS', { kind: 'SECONDARY' }),
    on('ACME').add('MTG', { kind: 'SECONDARY' }),
    on('ACME').add('OLD', { kind: 'SECONDARY' }),
    on('SALES').hide('REN'),
    on('SALES').add('OPPS'),
    on('OSLO').add('REN'),
    on('OSLO').hide('REV'),
    on('LONDON').override('MTG', { kind: 'PRIMARY' }),
    on('LONDON').hide('CALLS'),
    on('LONDON').override('REN', { kind: 'SECONDARY' }),
    on('CS').hide('CALLS', { locks: ['ADD'] }),
    on('RENEW').add('CALLS', { kind: 'PRIMARY' }),
    on('LABS').add('NPS', { kind: 'PRIMARY' }),
  ]),
  'LABS',
)
