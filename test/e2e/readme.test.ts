import { execFile } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { partnerProject } from '../support/packed-sdk.js'
import type { TestCompany } from '../support/test-company.js'
import { startWorld, type World } from '../support/world.js'

const README = readFileSync(join(__dirname, '../../README.md'), 'utf8')
const run = promisify(execFile)

function sample(language: string): string {
  return new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(README)![1]!
}

let world: World
let company: TestCompany

beforeAll(async () => {
  world = await startWorld()
  company = await world.workedExample()
})
afterAll(() => world.stop())

describe('the README', () => {
  it('has a query that works as it stands', async () => {
    const { data, errors } = await world.run<{ company: { departments: object[] } }>(
      company.admin,
      sample('graphql'),
    )
    expect(errors).toEqual([])
    expect(data.company.departments).toHaveLength(2)
  })

  it('has an SDK call that works as it stands, in an empty project with the packed SDK', async () => {
    const project = partnerProject()
    const code = sample('ts').replace('http://localhost:4000', world.url)
    const token = await world.token(company.admin)
    writeFileSync(join(project, 'sample.js'), `const token = ${JSON.stringify(token)}\n${code}`)
    const { stdout } = await run(process.execPath, ['sample.js'], { cwd: project })
    rmSync(project, { recursive: true })
    expect(stdout).toBe(
      'CS: Renewals, Revenue, Meetings, Old metric\nSALES: Revenue, Calls, Meetings, Old metric, Opportunities\n',
    )
  })
})
