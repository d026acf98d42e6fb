/** The rule of ESLint without what it reports of the types of these names. */
export function except(rule, types) {
  const create = (context) => {
    const report = (finding) => {
      if (!types.includes(typeAround(finding.node))) context.report(finding)
    }
    return rule.create(Object.create(context, { report: { value: report } }))
  }
  return { ...rule, create }
}

function typeAround(node) {
  return node.parent?.kind === 'Document' || !node.parent ? node.name?.value : typeAround(node.parent)
}
