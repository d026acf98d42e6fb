import { dateReader, isFormat } from '../../../server/import/activities/date-format.js'

const read = (format: string, text: string, timeZone = 'UTC', timeOfDay = '12:00') =>
  dateReader({ format, timeOfDay, timeZone })(text)?.toISOString() ?? null

describe('the date of an activity', () => {
  it.each([
    ['yyyy-MM-dd', '2017-03-01', '2017-03-01T12:00:00.000Z'],
    ['dd.MM.yyyy', '01.03.2017', '2017-03-01T12:00:00.000Z'],
    ['M/d/yyyy', '3/1/2017', '2017-03-01T12:00:00.000Z'],
    ['yyyy-MM-dd HH:mm', '2017-03-01 08:30', '2017-03-01T08:30:00.000Z'],
    ['yyyy-MM-ddTHH:mm:ss', '2017-03-01T08:30:15', '2017-03-01T08:30:15.000Z'],
    ['instant', '2017-03-01T08:30:00+02:00', '2017-03-01T06:30:00.000Z'],
    ['yyyy-MM-dd', '2017-02-29', null],
    ['yyyy-MM-dd', '2017-13-01', null],
    ['yyyy-MM-dd', '2017-3-1', null],
    ['yyyy-MM-dd', '2017-03-01 ', null],
    ['dd.MM.yyyy', '01x03x2017', null],
    ['instant', '2017-03-01T08:30:00', null],
  ])('written as %s, %s is %s', (format, text, instant) => {
    expect(read(format, text)).toBe(instant)
  })

  it('is of the time zone, also where clocks are set forward over it', () => {
    expect(read('yyyy-MM-dd', '2017-07-01', 'America/New_York', '00:00')).toBe('2017-07-01T04:00:00.000Z')
    expect(read('yyyy-MM-dd', '2017-03-26', 'Europe/Oslo', '02:30')).toBe('2017-03-26T01:30:00.000Z')
  })

  it.each([
    'dd.MM',
    'yyyy-yyyy-MM-dd',
    'yyyy-MM',
    'M MM d yyyy',
    'yyyy-MM-dd hh:mm',
    'dd.MM.yyyy ss',
    'dd MMM yyyy',
    '',
  ])('is not written as “%s”', (format) => {
    expect(isFormat(format)).toBe(false)
  })
})
