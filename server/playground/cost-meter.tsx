import { useEffect, useState } from 'react'
import type { Figure, Weight } from '../platform/graphql/limits/weight.js'
import { useCurrentDocument } from './current-document.js'
import { measure } from './measure.js'

const TYPING_PAUSE_MS = 250

/** What is told besides a limit that is passed. */
const SHOWN: readonly Figure['name'][] = ['cost', 'depth', 'tokens']

/** What the document costs as it stands, against the limits; what is too much is said in words. */
export function CostMeter() {
  const weight = useWeight()
  const figures = SHOWN.flatMap((name) => weight?.figures.filter((figure) => figure.name === name) ?? [])
  return (
    <div className="km-cost" role="group" aria-label="Cost of this document">
      {figures.map((figure) => (
        <Gauge key={figure.name} {...figure} />
      ))}
      <div className="km-excess" role="status">
        {weight?.excesses.map((excess) => (
          <p key={excess}>{excess}</p>
        ))}
      </div>
    </div>
  )
}

function Gauge({ name, value, most }: Figure) {
  const state = value !== null && value > most ? 'km-bad' : undefined
  return (
    <span title={value === null ? 'Not told as long as the variables do not fit.' : undefined}>
      {name} <b className={state}>{value === null ? '?' : formatCount(value)}</b> of {formatCount(most)}
    </span>
  )
}

function formatCount(count: number): string {
  return count.toLocaleString('en')
}

function useWeight(): Weight | null {
  const { document, variables, operationName } = useCurrentDocument()
  const [weight, setWeight] = useState<Weight | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    const tell = async () => {
      const measured = await measure({ document, variables, operationName }, controller.signal)
      if (!controller.signal.aborted) setWeight(measured)
    }
    const timer = window.setTimeout(() => void tell(), TYPING_PAUSE_MS)
    return () => {
      window.clearTimeout(timer)
      controller.abort()
    }
  }, [document, variables, operationName])
  return weight
}
