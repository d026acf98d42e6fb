import { emailOf } from '../../../server/domain/user.js'

const ofLength = (length: number) => `${'a'.repeat(length - 5)}@b.no`

describe('an e-mail address', () => {
  it('may have 254 characters, white space around it not counted', () => {
    expect(emailOf(`  ${ofLength(254)} `)).toBe(ofLength(254))
  })

  it('that is longer is told its length and the limit', () => {
    expect(() => emailOf(ofLength(255))).toThrow('email has 255 characters; at most 254 are allowed.')
  })

  it('that is none is told what is expected', () => {
    expect(() => emailOf('ada', 'admin')).toThrow('admin is not an e-mail address; expected name@domain.')
  })
})
