const FORM =
  /^Use `\w[\w.]*`.*\. Deprecated on (\d{4}-\d\d-\d\d), removed on (\d{4}-\d\d-\d\d) at the earliest\.$/s
const LEAST_DAYS = 180
const DAY = 86_400_000
const EXAMPLE = 'Use `Team.leads`. Deprecated on 2026-11-28, removed on 2027-06-01 at the earliest.'

/** A rule of ESLint: whoever still uses what is deprecated must learn what to use instead, and have time for it. */
export const deprecation = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    'Directive[name.value="deprecated"]'(node) {
      const reason = node.arguments.find(({ name }) => name.value === 'reason')?.value.value ?? ''
      const message = mistakeIn(reason)
      if (message) context.report({ node, message })
    },
  }),
}

function mistakeIn(reason) {
  const [, since, until] = FORM.exec(reason) ?? []
  const days = (Date.parse(until) - Date.parse(since)) / DAY
  if (Number.isNaN(days)) return `"${reason}" is not of the form "${EXAMPLE}"`
  if (days < LEAST_DAYS) return `"${reason}" leaves ${days} days; at least ${LEAST_DAYS} are promised.`
  return null
}
