import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { ImportError } from './import-error.js'

const column = z.string()

const mapping = z.strictObject({
  company: z.string().optional(),
  founded: z.string().optional(),
  delimiter: z.string().optional(),
  columns: z
    .strictObject({ department: column, team: column, lead: column, member: column, email: column })
    .partial()
    .optional(),
  teamName: z.string().optional(),
  emailDomain: z.string().optional(),
  admin: z.strictObject({ name: z.string(), email: z.string() }).partial().optional(),
})

/** What an organisation says once of its files, so that no flag is needed. */
export type Mapping = z.infer<typeof mapping>

/** @throws ImportError FILE_UNUSABLE, BAD_MAPPING naming every mistake at once. */
export function readMapping(path: string): Promise<Mapping> {
  return readAs(mapping, path)
}

/** @throws ImportError as `readMapping`. */
export async function readAs<T>(shape: z.ZodType<T>, path: string): Promise<T> {
  const parsed = shape.safeParse(jsonOf(await textOf(path), path))
  if (parsed.success) return parsed.data
  const mistakes = parsed.error.issues.map(
    ({ path: at, message }) => `\n  ${at.join('.') || 'the mapping'}: ${message}`,
  )
  throw new ImportError('BAD_MAPPING', `${path} is not a mapping:${mistakes.join('')}`)
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new ImportError(
      'FILE_UNUSABLE',
      `${path} cannot be read: ${(error as Error).message}. Check the path.`,
    )
  }
}

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ImportError('BAD_MAPPING', `${path} is not JSON: ${(error as Error).message}`)
  }
}
