export const schema = `
  type Query {
    company: Company
    team(id: ID!): Team
  }
  interface OrgNode {
    id: ID!
    name: String!
    effectiveKeyMetrics: [EffectiveKeyMetric!]!
  }
  type Company implements OrgNode {
    id: ID!
    name: String!
    effectiveKeyMetrics: [EffectiveKeyMetric!]!
    departments: [Department!]!
  }
  type Department implements OrgNode {
    id: ID!
    name: String!
    effectiveKeyMetrics: [EffectiveKeyMetric!]!
    teams: [Team!]!
  }
  type Team implements OrgNode {
    id: ID!
    name: String!
    effectiveKeyMetrics: [EffectiveKeyMetric!]!
  }
  type EffectiveKeyMetric {
    label: String!
    kind: String!
    isInherited: Boolean!
    definedAt: OrgNode!
    metric: Metric!
    progress(period: PeriodInput!): Progress
  }
  type Metric {
    key: String!
  }
  enum Frequency {
    MONTHLY
  }
  input PeriodInput {
    frequency: Frequency!
    containing: String!
  }
  type Progress {
    actual: String
    target: String
  }
`
