import { useGraphiQL } from '@graphiql/react'
import { copied, copyText } from './copying.js'
import { CostMeter } from './cost-meter.js'
import { CopyGlyph } from './icons.js'
import { lastAnswer, type Answer } from './last-answer.js'
import { useObservable } from './observable.js'

/** The server's address and what its latest answer was like. */
export function StatusBar({ endpoint }: { endpoint: string }) {
  const answer = useObservable(lastAnswer)
  const message = useObservable(copied)
  const { hasSchema, isIntrospecting } = useGraphiQL(({ schema, isIntrospecting }) => ({
    hasSchema: Boolean(schema),
    isIntrospecting,
  }))
  const connection = hasSchema ? 'up' : isIntrospecting ? 'waiting' : 'down'
  return (
    <footer className="km-status">
      <span className="km-address">
        <i className={`km-dot km-dot-${connection}`} title={`Schema: ${connection}`} />
        {endpoint}
      </span>
      <CostMeter />
      <div className="km-answer" role="status">
        {message !== null ? (
          <span className="km-message">{message}</span>
        ) : answer === null ? (
          <span className="km-hint">Ctrl+Enter runs, Escape leaves the editor</span>
        ) : (
          <Facts {...answer} />
        )}
      </div>
    </footer>
  )
}

function Facts({ status, milliseconds, bytes, askedAs, isCut, requestId }: Answer) {
  return (
    <>
      <span>
        <b className={status < 400 && !isCut ? 'km-good' : 'km-bad'}>{isCut ? 'Cut' : status}</b>{' '}
        {isCut ? 'after' : 'in'} <b>{formatTime(milliseconds)}</b>
        {isCut && ': run it again'}
        {bytes > 0 && `, ${formatSize(bytes)}`}
      </span>
      <span>as {askedAs}</span>
      {requestId !== null && <RequestId value={requestId} />}
    </>
  )
}

function RequestId({ value }: { value: string }) {
  return (
    <button
      type="button"
      className="km-request-id"
      title={`Copy the request id ${value}`}
      onClick={() => void copyText(value, 'the request id')}
    >
      <span>x-request-id</span> <code>{value}</code>
      <CopyGlyph width={13} height={13} />
    </button>
  )
}

function formatTime(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`
}

function formatSize(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} kB`
}
