import { descriptionOf, nameOf } from '../../../server/domain/text.js'
import { refusal } from '../../support/vocabulary.js'

const [LONE_SURROGATE, NUL, RIGHT_TO_LEFT_OVERRIDE] = ['\uD83D', '\0', '\u202E']

describe('a name is stored', () => {
  it('without surrounding or repeated white space', () => {
    expect(nameOf('  Team \u00A0 Oslo ', 'name')).toBe('Team Oslo')
  })

  it('in one spelling (NFC), so that equal names are equal', () => {
    expect(nameOf('Mu\u0308nchen', 'name')).toBe('M\u00FCnchen')
  })

  it('in any language, emoji included', () => {
    const names = ['Ærø', '営業部', 'المبيعات', '👩‍💻 Labs']
    expect(names.map((name) => nameOf(name, 'name'))).toEqual(names)
  })

  it('up to 120 characters, an emoji being one', () => {
    expect(nameOf('😀'.repeat(120), 'name')).toBe('😀'.repeat(120))
  })
})

describe('a name is refused', () => {
  const HOLDS = 'name holds control characters or broken Unicode; remove them.'

  it.each([
    ['empty', '', 'name is empty; give it at least one character.'],
    ['nothing but white space', ' \t\n', 'name is empty; give it at least one character.'],
    ['nothing but marks that show nothing', '\u200B\u200D', 'name is empty; give it at least one character.'],
    ['longer than 120 characters', 'a'.repeat(121), 'name has 121 characters; at most 120 are allowed.'],
    ['broken by a line', 'Team\nOslo', HOLDS],
    ['broken by a tab', 'Team\tOslo', HOLDS],
    ['holding NUL, which cannot be stored', `Team${NUL}`, HOLDS],
    ['made to look like another by a bidi control', `Team ${RIGHT_TO_LEFT_OVERRIDE}olsO`, HOLDS],
    ['broken Unicode', `Team ${LONE_SURROGATE}`, HOLDS],
  ])('when it is %s', (_why, name, message) => {
    expect(refusal(() => nameOf(name, 'name'))).toEqual({ code: 'INVALID', path: ['name'], message })
  })

  it('with the field that held it', () => {
    expect(refusal(() => nameOf('', 'label'))).toEqual({
      ...{ code: 'INVALID', path: ['label'] },
      message: 'label is empty; give it at least one character.',
    })
  })
})

describe('a description', () => {
  it('may be empty and may have several lines; only what surrounds it is trimmed', () => {
    expect(descriptionOf('', 'description')).toBe('')
    expect(descriptionOf(' Won deals,\n\n  net of tax\n', 'description')).toBe('Won deals,\n\n  net of tax')
  })

  it('has up to 2000 characters', () => {
    expect(descriptionOf('😀'.repeat(2_000), 'description')).toHaveLength(4_000)
  })

  it.each([
    ['longer', 'a'.repeat(2_001), 'description has 2001 characters; at most 2000 are allowed.'],
    ['holding NUL', `Won${NUL}`, 'description holds NUL or broken Unicode; remove it.'],
    ['broken Unicode', `Won${LONE_SURROGATE}`, 'description holds NUL or broken Unicode; remove it.'],
  ])('is refused when %s', (_why, text, message) => {
    const refused = refusal(() => descriptionOf(text, 'description'))
    expect(refused).toEqual({ code: 'INVALID', path: ['description'], message })
  })
})
