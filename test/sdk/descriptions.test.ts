import { join } from 'node:path'
import ts from 'typescript'

const ENTRIES = ['index.ts', 'live.ts'].map((name) => join(__dirname, '../../sdk', name))

const program = ts.createProgram(ENTRIES, {
  strict: true,
  types: [],
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
})
const checker = program.getTypeChecker()
const exported = ENTRIES.flatMap((entry) =>
  checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)!)!),
)

/** What an editor shows of the field that is reached by these keys, through lists and what may be null. */
function shown(result: string, keys: readonly string[]): string {
  const type = checker.getDeclaredTypeOfSymbol(exported.find(({ name }) => name === result)!)
  const owner = keys
    .slice(0, -1)
    .reduce((each, key) => held(checker.getTypeOfSymbol(fieldOf(each, key))), held(type))
  return ts.displayPartsToString(fieldOf(owner, keys.at(-1)!).getDocumentationComment(checker))
}

function held(type: ts.Type): ts.Type {
  const found = checker.getNonNullableType(type)
  return checker.isArrayType(found) ? checker.getTypeArguments(found as ts.TypeReference)[0]! : found
}

function fieldOf(type: ts.Type, key: string): ts.Symbol {
  const field = type.getProperty(key)
  if (field) return field
  throw new Error(`There is no ${key} in ${checker.typeToString(type)}`)
}

describe('what an editor shows of a field is what the schema says of it', () => {
  it.each([
    ['GetHomeResult', ['keyMetrics', 'progress', 'gap'], /^What is missing to the target/],
    ['GetTeamResult', ['effectiveKeyMetrics', 'frequency'], /^How often the company tracks this kind.$/],
    ['HideKeyMetricResult', ['userErrors'], /^Why nothing was changed/],
    ['ListTeamActivitiesItem', ['recordedAt'], /^When it was logged/],
    ['OnProgressChangedEvent', ['node', 'name'], /^Its present name/],
  ])('%s %j', (result, keys, description) => {
    expect(shown(result, keys)).toMatch(description)
  })

  it('or nothing, of an id', () => {
    expect(shown('GetTeamResult', ['id'])).toBe('')
  })
})
