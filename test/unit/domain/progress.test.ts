import { progressOf, type Standing } from '../../../server/domain/progress.js'
import { d } from './exact-numbers.js'

const amount = (text: string | null) => (text === null ? null : d(text))

/** A sum that should increase, half of the period being over, unless told otherwise. */
const standing = (actual: string | null, target: string | null, given: Partial<Standing> = {}): Standing => ({
  ...{ actual: amount(actual), target: amount(target), direction: 'INCREASE', accumulates: true },
  ...{ isOver: false, pace: { share: 0.5 } },
  ...given,
})
const progress = (actual: string | null, target: string | null, given: Partial<Standing> = {}) =>
  progressOf(standing(actual, target, given))
const status = (actual: string | null, target: string | null, given: Partial<Standing> = {}) =>
  progress(actual, target, given).status

const OVER: Partial<Standing> = { isOver: true }
const LIMIT: Partial<Standing> = { direction: 'DECREASE' }
const LIMIT_OVER: Partial<Standing> = { ...LIMIT, isOver: true }
const AVERAGE: Partial<Standing> = { accumulates: false }
const NOT_BEGUN: Partial<Standing> = { pace: { share: 0 } }

describe('the progress of what accumulates', () => {
  it('is what is missing, how much is done, what should be done by now and what it will end at', () => {
    expect(progress('300', '1000')).toEqual({
      ...{ gap: '700', attainment: '0.3', expected: '500', forecast: '600', status: 'BEHIND' },
    })
  })

  it('is exact to the millionth', () => {
    expect(progress('0.000001', '100000000000000', OVER)).toMatchObject({
      ...{ gap: '99999999999999.999999', forecast: '0.000001' },
    })
    expect(progress('0.3', '0.1').gap).toBe('-0.2')
  })

  it('expects the target and forecasts the actual once the period is over, whatever the pace was', () => {
    expect(progress('300', '1000', OVER)).toMatchObject({ expected: '1000', forecast: '300' })
  })

  it('counts from 0 where nothing has been logged', () => {
    expect(progress(null, '1000')).toEqual(progress('0', '1000'))
    expect(progress(null, '1000')).toEqual({
      ...{ gap: '1000', attainment: '0', expected: '500', forecast: '0', status: 'AT_RISK' },
    })
  })

  it('before the period has begun expects nothing and forecasts nothing', () => {
    expect(progress(null, '1000', NOT_BEGUN)).toEqual({
      ...{ gap: '1000', attainment: '0', expected: '0', forecast: null, status: 'ON_TRACK' },
    })
  })
})

describe('the progress of an average or ratio', () => {
  it('expects the target all the time and forecasts that it stays as it is', () => {
    expect(progress('0.3', '0.4', AVERAGE)).toEqual({
      ...{ gap: '0.1', attainment: '0.75', expected: '0.4', forecast: '0.3', status: 'BEHIND' },
    })
  })

  it('of nothing is unknown, not 0: on track until the period is over without a value', () => {
    const unknown = { gap: null, attainment: null, expected: '0.4', forecast: null }
    expect(progress(null, '0.4', AVERAGE)).toEqual({ ...unknown, status: 'ON_TRACK' })
    expect(progress(null, '0.4', { ...AVERAGE, ...OVER })).toEqual({ ...unknown, status: 'AT_RISK' })
    expect(status(null, '0.4', { ...AVERAGE, ...LIMIT_OVER })).toBe('AT_RISK')
  })
})

describe('without a target', () => {
  it('there is a forecast and nothing to compare with', () => {
    const nothing = { gap: null, attainment: null, expected: null }
    expect(progress('300', null)).toEqual({ ...nothing, forecast: '600', status: 'NO_TARGET' })
    expect(progress('300', null, LIMIT_OVER)).toEqual({ ...nothing, forecast: '300', status: 'NO_TARGET' })
    expect(progress(null, null, AVERAGE)).toEqual({ ...nothing, forecast: null, status: 'NO_TARGET' })
  })
})

describe('the status of a number that should increase', () => {
  it.each([
    ['ACHIEVED once the target is reached, even with half of the period to go', '1000', {}, 'ACHIEVED'],
    ['ACHIEVED above the target', '1000.000001', {}, 'ACHIEVED'],
    ['ON_TRACK when the forecast is the target', '500', {}, 'ON_TRACK'],
    ['BEHIND when the forecast is a millionth below it', '499.9999995', {}, 'BEHIND'],
    ['BEHIND when the forecast is half of it', '250', {}, 'BEHIND'],
    ['AT_RISK when the forecast is below half of it', '249.99', {}, 'AT_RISK'],
    ['AT_RISK when corrections brought it below 0', '-10', {}, 'AT_RISK'],
    ['BEHIND when the period ended with at least half', '500', OVER, 'BEHIND'],
    ['AT_RISK when it ended with less', '499.999999', OVER, 'AT_RISK'],
    ['ACHIEVED when it ended at the target', '1000', OVER, 'ACHIEVED'],
  ] as const)('is %s', (_title, actual, given, expected) => {
    expect(status(actual, '1000', given)).toBe(expected)
  })
})

describe('the status of a number that should stay below a limit', () => {
  it('has a gap that is positive above the limit and negative below it', () => {
    expect(progress('12', '10', LIMIT).gap).toBe('2')
    expect(progress('4', '10', LIMIT)).toEqual({
      ...{ gap: '-6', attainment: '0.4', expected: '5', forecast: '8', status: 'ON_TRACK' },
    })
  })

  it.each([
    ['ON_TRACK as long as the forecast keeps it', '5', LIMIT, 'ON_TRACK'],
    ['not ACHIEVED before the period is over, even with nothing used', '0', LIMIT, 'ON_TRACK'],
    ['ON_TRACK when corrections brought it below 0', '-1', LIMIT, 'ON_TRACK'],
    ['BEHIND when the forecast is a little above it', '5.01', LIMIT, 'BEHIND'],
    ['BEHIND when the forecast is twice the limit', '10', LIMIT, 'BEHIND'],
    ['AT_RISK when it is more than that', '10.01', LIMIT, 'AT_RISK'],
    ['ACHIEVED when the period ended at the limit', '10', LIMIT_OVER, 'ACHIEVED'],
    ['ACHIEVED when it ended with nothing used', '0', LIMIT_OVER, 'ACHIEVED'],
    ['BEHIND when it ended a little above', '10.000001', LIMIT_OVER, 'BEHIND'],
    ['AT_RISK when it ended above twice the limit', '20.000001', LIMIT_OVER, 'AT_RISK'],
  ] as const)('is %s', (_title, actual, given, expected) => {
    expect(status(actual, '10', given)).toBe(expected)
  })
})

describe('a target of 0', () => {
  it('has no attainment: nothing is a share of nothing', () => {
    expect(progress('5', '0')).toMatchObject({ gap: '-5', attainment: null, expected: '0' })
    expect(progress('5', '0', LIMIT).attainment).toBeNull()
  })

  it('is reached by 0 and more', () => {
    expect([status(null, '0'), status('0', '0'), status('5', '0', OVER)]).toEqual(
      Array.from({ length: 3 }, () => 'ACHIEVED'),
    )
  })

  it('is at risk when corrections brought the number below it', () => {
    expect([status('-1', '0'), status('-1', '0', OVER)]).toEqual(['AT_RISK', 'AT_RISK'])
  })

  it('as a limit is kept by 0, and at risk by anything above', () => {
    expect([status('0', '0', LIMIT), status('0', '0', LIMIT_OVER)]).toEqual(['ON_TRACK', 'ACHIEVED'])
    expect([status('1', '0', LIMIT), status('1', '0', LIMIT_OVER)]).toEqual(['AT_RISK', 'AT_RISK'])
  })
})

describe('a target below 0', () => {
  it('is compared, but nothing is a share of it', () => {
    expect(progress('-50', '-100')).toMatchObject({ gap: '-50', attainment: null, status: 'ACHIEVED' })
    expect(progress('-150', '-100')).toMatchObject({ gap: '50', attainment: null, status: 'AT_RISK' })
    expect([status('-150', '-100', LIMIT_OVER), status('-50', '-100', LIMIT_OVER)]).toEqual([
      'ACHIEVED',
      'AT_RISK',
    ])
  })
})
