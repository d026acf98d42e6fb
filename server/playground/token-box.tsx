import { useState } from 'react'

interface TokenBoxProps {
  token: string
  onChange: (token: string) => void
}

/** Kept in sessionStorage only. Masked by style: a password field would have the browser offer to save it. */
export function TokenBox({ token, onChange }: TokenBoxProps) {
  const [shown, setShown] = useState(false)
  return (
    <div className="km-token">
      <input
        type="text"
        className={shown ? undefined : 'km-masked'}
        value={token}
        onChange={(event) => onChange(event.target.value)}
        placeholder="Bearer token or API key"
        aria-label="Token"
        autoComplete="off"
        spellCheck={false}
        autoFocus={token === ''}
      />
      <button type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
        {shown ? 'Hide' : 'Show'}
      </button>
    </div>
  )
}
